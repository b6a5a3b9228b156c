import type { Edition } from '../edition.ts'
import type { PackIssue } from '../pack/issue.ts'
import { readPack, type RawFile } from '../pack/read.ts'
import type { Draft } from './draft.ts'
import { filesOf, measuresOf, type DraftFiles } from './forms.ts'

/** What the check of packs finds wrong, at the field of the draft that it is about. */
export type DraftIssue = {
  readonly target: string
  readonly field: string
  readonly code: PackIssue['code']
  readonly facts: PackIssue['facts']
}

export type DraftChecked = {
  readonly files: DraftFiles
  readonly issues: readonly DraftIssue[]
  /** What would be published; undefined while anything is wrong. */
  readonly edition: Edition | undefined
}

/** The file of a draft's own measures; those of every set are handed in under another name. */
const ownMeasures = 'measures.yaml'

/** Checks a draft the way every pack is checked, beside the measures that all sets share. */
export function checkDraft(draft: Draft, confirmed: ReadonlySet<string>, shared: RawFile): DraftChecked {
  const files = filesOf(draft, confirmed)
  const read = readPack({
    pack: files.pack,
    criteria: files.criteria,
    documents: files.documents,
    measures: [shared, { name: ownMeasures, raw: files.measures }],
    examples: [],
    changelog: files.changelog,
  })
  if (read.ok) return { files, issues: [], edition: read.value }
  const issues = read.refusal.map((issue) => issueAt(draft, issue))
  return { files, issues: issues.filter((issue) => !followsFrom(issue, issues)), edition: undefined }
}

/** What is wrong with a name is wrong with all that is made of it where nobody wrote another. */
function followsFrom({ target, field, code }: DraftIssue, issues: readonly DraftIssue[]): boolean {
  const isOfName = field === 'nameEn' || field === 'short'
  return isOfName && issues.some((one) => one.target === target && one.field === 'name' && one.code === code)
}

/** Which field of the draft a place in the files was written from. */
function issueAt(draft: Draft, { file, path, code, facts }: PackIssue): DraftIssue {
  const [target, field] = placeAt(draft, file, path)
  // Points that are missing have no place of their own.
  return { target, field: code === 'pointsMissing' ? 'points' : field, code, facts }
}

type Path = PackIssue['path']

function placeAt(draft: Draft, file: string, path: Path): readonly [target: string, field: string] {
  if (file === 'criteria.yaml') return placeInCriteria(draft, path)
  if (file === 'documents.yaml') return ['head', `document.${String(path[1] ?? 'title')}`]
  if (file === ownMeasures) {
    const measure = measuresOf(draft)[Number(path[0])]
    return [`measure:${measure?.id ?? ''}`, String(path[1] ?? 'quantity')]
  }
  const [first, second] = path
  if (first === 'columns') return ['columns', draft.columns[Number(second)]?.id ?? '']
  if (first === 'groups') return [`group:${String(second)}`, 'name']
  if (first === 'inForce') return ['head', String(second ?? 'from')]
  if (first === 'name') return ['head', second === 'en' ? 'nameEn' : second === 'short' ? 'short' : 'name']
  if (first === 'source' || first === 'legalBasis') return ['head', 'document.id']
  return ['head', String(first ?? 'set')]
}

function placeInCriteria(draft: Draft, path: Path): readonly [target: string, field: string] {
  const criterion = draft.criteria[Number(path[0])]
  if (!criterion) return ['head', 'criteria']
  if (path[1] !== 'indicators') return [`criterion:${criterion.key}`, fieldOfName(path.slice(1))]
  const own = draft.indicators.filter((one) => one.criterion === criterion.key)
  const indicator = own[Number(path[2])]
  if (!indicator) return [`criterion:${criterion.key}`, 'indicators']
  return [`indicator:${indicator.key}`, fieldOfRule(path.slice(3))]
}

function fieldOfName([first, second]: Path): string {
  if (first !== 'name') return String(first ?? 'code')
  return second === 'short' || second === 'shortEn' ? 'short' : second === 'en' ? 'nameEn' : 'name'
}

function fieldOfRule(path: Path): string {
  if (path[0] !== 'rule') return path.length === 0 ? 'rule' : fieldOfName(path)
  const isPart = path[1] === 'parts'
  const [first, second] = path.slice(isPart ? 3 : 1)
  const prefix = isPart && path[2] !== undefined ? `part.${path[2]}.` : ''
  return prefix + (first === 'levels' ? `level.${String(second)}` : first === 'measure' ? 'measure' : 'rule')
}

/** Which file, and which place in it, a field of the draft is written to; the reverse of `issueAt`. */
export function pathOf(
  draft: Draft,
  { target, field }: { readonly target: string; readonly field: string },
): { readonly file: string; readonly path: Path } {
  const [kind, key = ''] = target.split(/:(.*)/s)
  const fields = field.split('.').map((name) => (/^\d+$/.test(name) ? Number(name) : name))
  switch (kind) {
    case 'indicator': {
      const indicator = draft.indicators.find((one) => one.key === key)
      const own = draft.indicators.filter((one) => one.criterion === indicator?.criterion)
      const criterion = draft.criteria.findIndex((one) => one.key === indicator?.criterion)
      const at = own.findIndex((one) => one.key === key)
      return { file: 'criteria.yaml', path: [criterion, 'indicators', at, ...pathInIndicator(fields)] }
    }
    case 'criterion':
      return { file: 'criteria.yaml', path: [draft.criteria.findIndex((one) => one.key === key), ...fields] }
    case 'measure':
      return { file: ownMeasures, path: [measuresOf(draft).findIndex(({ id }) => id === key), ...fields] }
    case 'columns':
      return { file: 'pack.yaml', path: ['columns', draft.columns.findIndex(({ id }) => id === field)] }
    case 'group':
      return { file: 'pack.yaml', path: ['groups', key] }
    default:
      return fields[0] === 'document'
        ? { file: 'documents.yaml', path: [0, ...fields.slice(1)] }
        : {
            file: 'pack.yaml',
            path: fields[0] === 'from' || fields[0] === 'until' ? ['inForce', ...fields] : fields,
          }
  }
}

/** `part.1.level.TN` is in `rule`, `parts`, 1, `levels`, `TN`. */
function pathInIndicator(fields: Path): Path {
  const [first, second, ...rest] = fields
  if (first === 'part') return ['rule', 'parts', second ?? 0, ...pathInRule(rest)]
  const isOfRule = first === 'level' || first === 'measure' || first === 'rule'
  return isOfRule ? ['rule', ...pathInRule(fields)] : fields
}

function pathInRule([first, ...rest]: Path): Path {
  if (first === 'level') return ['levels', ...rest]
  return first === undefined || first === 'rule' ? [] : [first]
}
