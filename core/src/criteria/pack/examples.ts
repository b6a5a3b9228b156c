import { compileSet } from '../compile.ts'
import type { Edition } from '../edition.ts'
import { measureOfLevelled, type KnownLevelDecision } from '../levels.ts'
import type { Bounds } from '../points.ts'
import { answersOf } from '../rules/answers.ts'
import { levelledIn, measuresNamed, measuresOf, unitsRulesOf } from '../rules/visit.ts'
import { columnInPack, scaleLevel } from './build-rules.ts'
import { subjectOf, type Outcome } from './example-subject.ts'
import { columnIn, unitOf, type Refusal } from './example-unit.ts'
import type { ExampleForm } from './form.ts'
import type { PackIssue, PackIssueCode } from './issue.ts'

/** Runs the examples of one file against the edition they belong to: each is a promise of the pack. */
export function checkExamples(
  edition: Edition,
  file: string,
  examples: readonly ExampleForm[],
): readonly PackIssue[] {
  return examples.flatMap((example, at) => {
    const outcome = runExample(edition, example)
    const told = (path: PackIssue['path'], code: PackIssueCode, facts: PackIssue['facts']): PackIssue => ({
      file,
      path: [at, ...path],
      code,
      facts,
    })
    if ('facts' in outcome) return [told(outcome.path, outcome.code, outcome.facts)]
    const { verdict, missing, score } = outcome
    const issues: PackIssue[] = []
    if (verdict !== example.verdict) {
      issues.push(told(['verdict'], 'exampleFails', { expected: example.verdict, found: verdict }))
    }
    const compare = (key: 'missing' | 'missingLevels', found: readonly string[]): void => {
      const [expected, actual] = [joined(example[key]), joined(found)]
      if (expected !== actual) issues.push(told([key], 'missingDiffers', { expected, found: actual }))
    }
    if (missing) {
      compare('missing', missing.measures)
      compare(
        'missingLevels',
        missing.levels.map((level) => level.key),
      )
    }
    const [expected, found] = [boundsIn(example.score), score && { least: score.least, most: score.most }]
    if (expected && (expected.least !== found?.least || expected.most !== found.most)) {
      issues.push(told(['score'], 'exampleScore', { expected: shown(expected), found: shown(found) }))
    }
    return issues
  })
}

/** Judges what an example describes; a refusal where it describes nothing that the edition knows. */
function runExample(edition: Edition, example: ExampleForm): Outcome | Refusal {
  const { set } = edition
  const measures = new Map(edition.measures.map((measure) => [measure.id, measure]))
  const on = example.on ?? set.inForce.from
  const column = columnIn(set, example.column)
  if (column === undefined) {
    return { path: ['column'], code: 'columnUnknown', facts: { column: example.column ?? '' } }
  }
  const bare = compileSet(set, measures, column, { on, decisions: [] })
  const subject = subjectOf(bare, example)
  if ('facts' in subject) return subject
  const { code, rules } = subject
  const own = new Set(rules.flatMap(measuresOf))
  const ofLower = new Set(rules.flatMap(unitsRulesOf).flatMap(({ that }) => measuresNamed(that)))
  const unit = unitOf(example, { set, measures, code, own, ofLower, year: Number(on.slice(0, 4)) })
  if ('facts' in unit) return unit
  const decisions: KnownLevelDecision[] = []
  for (const [at, decided] of example.decided.entries()) {
    const levelled = rules.flatMap(levelledIn).find((one) => one.key === decided.key)
    const measure = levelled && measureOfLevelled(levelled, (id) => measures.get(id))
    const scaled = measure && scaleLevel(measure, decided.level)
    if (scaled === undefined) {
      return { path: ['decided', at], code: 'levelWrong', facts: { value: decided.level } }
    }
    decisions.push({
      id: `example-${at}`,
      set: set.id,
      key: decided.key,
      column: columnInPack(decided.column),
      year: decided.year,
      scaled,
      document: set.legalBasis[0]?.document ?? '',
      from: decided.from ?? set.inForce.from,
      until: decided.until,
      illustrative: true,
    })
  }
  const judged = decisions.length === 0 ? bare : compileSet(set, measures, column, { on, decisions })
  return subject.judge(judged, answersOf(judged, unit), example.concluded)
}

function joined(names: readonly string[]): string {
  return [...new Set(names)].toSorted().join(', ') || '∅'
}

/** The points that an example expects, in hundredths. */
function boundsIn(score: ExampleForm['score']): Bounds | undefined {
  if (score === undefined) return undefined
  const { least, most } = typeof score === 'number' ? { least: score, most: score } : score
  return { least: Math.round(least * 100), most: Math.round(most * 100) }
}

function shown(bounds: Bounds | undefined): string {
  if (!bounds) return '∅'
  const [least, most] = [bounds.least / 100, bounds.most / 100]
  return least === most ? String(least) : `${least}…${most}`
}
