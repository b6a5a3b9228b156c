import { accepted, refused, type Result } from '../../kernel/index.ts'
import type { Measure } from '../criteria.ts'
import type { Edition } from '../edition.ts'
import { measuresNamed, rulesOf } from '../rules/visit.ts'
import { buildDocument, buildMeasure, buildSet } from './build.ts'
import { checkForms, checkTwice } from './check.ts'
import { checkExamples } from './examples.ts'
import { fileForms, type MeasureForm } from './form.ts'
import { mostIssues, readForm, type PackIssue } from './issue.ts'

/** A file of a pack, parsed but not yet understood; `name` is its path inside the pack. */
export type RawFile = { readonly name: string; readonly raw: unknown }

/** A pack as it lies in its folder. */
export type RawPack = {
  readonly pack: unknown
  readonly criteria: unknown
  readonly documents: unknown
  /** Measures: the shared file and the pack's own one, whichever there are; an id is given once. */
  readonly measures: readonly RawFile[]
  readonly examples: readonly RawFile[]
  readonly changelog: string
}

/**
 * Reads a pack: the form of each file first, then what contradicts what, then the changelog and the examples,
 * which are judged. All faults are told, each with its file and place; refused where there is one.
 */
export function readPack(raw: RawPack): Result<Edition, readonly PackIssue[]> {
  const pack = readForm(fileForms.pack, 'pack.yaml', raw.pack)
  const criteria = readForm(fileForms.criteria, 'criteria.yaml', raw.criteria)
  const documents = readForm(fileForms.documents, 'documents.yaml', raw.documents)
  const measures = readMeasures(raw.measures)
  const examples = raw.examples.map(({ name, raw: file }) => ({
    name,
    read: readForm(fileForms.examples, name, file),
  }))
  const malformed = [
    ...issuesOf(pack),
    ...issuesOf(criteria),
    ...issuesOf(documents),
    ...measures.issues,
    ...examples.flatMap(({ read }) => issuesOf(read)),
  ]
  if (!pack.ok || !criteria.ok || !documents.ok || malformed.length > 0) return refused(first(malformed))
  const forms = {
    pack: pack.value,
    criteria: criteria.value,
    documents: documents.value,
    measures: measures.byId,
  }
  const contradictions = [...checkForms(forms), ...checkChangelog(raw.changelog, pack.value.edition)]
  if (contradictions.length > 0) return refused(first(contradictions))
  const set = buildSet(pack.value, criteria.value, measures.byId)
  const named = new Set(rulesOf(set).flatMap(({ rule }) => measuresNamed(rule)))
  const edition: Edition = {
    set,
    measures: [...measures.byId.values()].filter((measure) => named.has(measure.id)),
    documents: documents.value.map(buildDocument),
  }
  const failed = examples.flatMap(({ name, read }) =>
    read.ok ? checkExamples(edition, name, read.value) : [],
  )
  return failed.length > 0 ? refused(first(failed)) : accepted(edition)
}

/** Reads files of measures; an identity given twice, in one file or in two, is an issue. */
function readMeasures(files: readonly RawFile[]): {
  readonly byId: ReadonlyMap<string, Measure>
  readonly issues: readonly PackIssue[]
} {
  const byId = new Map<string, Measure>()
  const issues: PackIssue[] = []
  const earlier: MeasureForm[] = []
  for (const { name, raw } of files) {
    const read = readForm(fileForms.measures, name, raw)
    issues.push(...issuesOf(read))
    if (!read.ok) continue
    const rows = [...earlier, ...read.value]
    checkTwice(rows, 'id', [], (path, code, facts = {}) => {
      const [at, ...rest] = path
      const place = Number(at) - earlier.length
      if (place >= 0) issues.push({ file: name, path: [place, ...rest], code, facts })
    })
    for (const [at, form] of read.value.entries()) {
      if (form.kind !== 'pass' && form.quantity === undefined) {
        issues.push({ file: name, path: [at], code: 'unitWordMissing', facts: { measure: form.id } })
      }
      if (form.kind !== 'amount' && form.negative) {
        issues.push({ file: name, path: [at, 'negative'], code: 'keyUnknown', facts: { key: 'negative' } })
      }
      if (form.most !== undefined && (form.kind === 'share' || form.kind === 'pass')) {
        issues.push({ file: name, path: [at, 'most'], code: 'keyUnknown', facts: { key: 'most' } })
      }
      byId.set(form.id, buildMeasure(form))
    }
    earlier.push(...read.value)
  }
  return { byId, issues }
}

/** A pack keeps its own changelog: the edition has a heading in it. */
function checkChangelog(changelog: string, edition: number): readonly PackIssue[] {
  const isTold = new RegExp(`^##\\s+(?:Edition|Bản)\\s+${edition}(?!\\d)`, 'm').test(changelog)
  return isTold ? [] : [{ file: 'CHANGELOG.md', path: [], code: 'editionNotInChangelog', facts: { edition } }]
}

function issuesOf(read: Result<unknown, readonly PackIssue[]>): readonly PackIssue[] {
  return read.ok ? [] : read.refusal
}

function first(issues: readonly PackIssue[]): readonly PackIssue[] {
  return issues.slice(0, mostIssues)
}
