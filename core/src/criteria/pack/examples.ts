import { compileSet } from '../compile.ts'
import type { Measure, Rule } from '../criteria.ts'
import type { Edition } from '../edition.ts'
import { explainIndicator, type Explanation } from '../explanation.ts'
import { everyColumn, type KnownLevelDecision } from '../levels.ts'
import type { ExplainFigure } from '../rules/explain.ts'
import { rulesIn } from '../rules/visit.ts'
import { columnInPack, scaleLevel, scaleValue } from './build.ts'
import type { ExampleFigureForm, ExampleForm } from './form.ts'
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
    if (!('explanation' in outcome)) return [told(outcome.path, outcome.code, outcome.facts)]
    const { verdict, missing } = outcome.explanation
    const issues: PackIssue[] = []
    if (verdict !== example.verdict) {
      issues.push(told(['verdict'], 'exampleFails', { expected: example.verdict, found: verdict }))
    }
    const compare = (key: 'missing' | 'missingLevels', found: readonly string[]): void => {
      const [expected, actual] = [joined(example[key]), joined(found)]
      if (expected !== actual) issues.push(told([key], 'missingDiffers', { expected, found: actual }))
    }
    compare('missing', missing.measures)
    compare(
      'missingLevels',
      missing.levels.map((level) => level.key),
    )
    return issues
  })
}

type Refusal = Pick<PackIssue, 'path' | 'code' | 'facts'>

/** Judges what an example describes; a refusal where it describes nothing that the edition knows. */
function runExample(edition: Edition, example: ExampleForm): { readonly explanation: Explanation } | Refusal {
  const { set } = edition
  const measures = new Map(edition.measures.map((measure) => [measure.id, measure]))
  const on = example.on ?? set.inForce.from
  const column = columnInPack(example.column ?? everyColumn)
  if (column !== everyColumn && !set.columns.some((one) => one.id === column)) {
    return { path: ['column'], code: 'columnUnknown', facts: { column } }
  }
  const bare = compileSet(set, measures, column, { on, decisions: [] })
  const index = bare.indicators.findIndex(({ indicator }) => indicator.code === example.indicator)
  const compiled = bare.indicators[index]
  if (!compiled) {
    return { path: ['indicator'], code: 'exampleIndicatorUnknown', facts: { code: example.indicator } }
  }
  const used = new Set(compiled.slots.map((slot) => bare.slots[slot]))
  const figures: (ExplainFigure | undefined)[] = bare.slots.map(() => undefined)
  for (const [id, form] of Object.entries(example.figures)) {
    const measure = measures.get(id)
    if (!measure || !used.has(id)) {
      return {
        path: ['figures', id],
        code: 'exampleMeasureUnused',
        facts: { measure: id, code: example.indicator },
      }
    }
    const figure = figureFrom(measure, form, Number(on.slice(0, 4)))
    if (!figure) {
      return { path: ['figures', id], code: 'figureWrongKind', facts: { measure: id, kind: measure.kind } }
    }
    figures[bare.slots.indexOf(id)] = figure
  }
  const decisions: KnownLevelDecision[] = []
  for (const [at, decided] of example.decided.entries()) {
    const measure = measures.get(measureOfKey(compiled.provision.rule, decided.key) ?? '')
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
  return { explanation: explainIndicator(judged, index, figures) }
}

function figureFrom(measure: Measure, form: ExampleFigureForm, year: number): ExplainFigure | undefined {
  const figure = { id: undefined, num: 0, den: 1, year, notApplicableReason: undefined, illustrative: true }
  if (form === 'notApplicable') return { ...figure, notApplicableReason: 'example' }
  if (typeof form === 'object' && 'num' in form) {
    return measure.kind === 'share'
      ? { ...figure, num: form.num, den: form.den, year: form.year ?? year }
      : undefined
  }
  if (measure.kind === 'share') return undefined
  const value = typeof form === 'number' ? form : form.value
  const num = scaleValue(value, measure.scale)
  if (num === undefined || (measure.kind === 'pass' && num !== 0 && num !== 1)) return undefined
  return { ...figure, num, year: typeof form === 'object' ? (form.year ?? year) : year }
}

function measureOfKey(rule: Rule, key: string): string | undefined {
  const found = rulesIn(rule).find((part) => 'key' in part && part.key === key)
  return found && 'measure' in found ? found.measure : undefined
}

function joined(names: readonly string[]): string {
  return [...new Set(names)].toSorted().join(', ') || '∅'
}
