import type { CriteriaSet, Measure } from '../criteria.ts'
import { everyColumn } from '../levels.ts'
import type { KnownUnit, LowerUnit } from '../rules/answers.ts'
import type { ExplainFigure } from '../rules/explained.ts'
import { columnInPack, scaleValue } from './build-rules.ts'
import type { ExampleFigureForm, ExampleForm } from './form.ts'
import type { PackIssue } from './issue.ts'

/** Where an example is wrong, and how. */
export type Refusal = Pick<PackIssue, 'path' | 'code' | 'facts'>

type Given = Pick<ExampleForm, 'figures' | 'registers'>

/** What an example may give figures of, and who asks for them. */
export type Asked = {
  readonly set: CriteriaSet
  readonly measures: ReadonlyMap<string, Measure>
  /** Of the indicator, prerequisite or criterion; undefined for the whole set. */
  readonly code: string | undefined
  /** Measures that the rule asks of the unit itself, and of those that lie in it. */
  readonly own: ReadonlySet<string>
  readonly ofLower: ReadonlySet<string>
  readonly year: number
}

/** The unit of an example; a refusal where it says what nothing asks for, or cannot be. */
export function unitOf(example: ExampleForm, asked: Asked): KnownUnit | Refusal {
  const own = knownOf(example, asked.own, [], asked)
  if ('code' in own) return own
  const lower: LowerUnit[] = []
  for (const [at, given] of example.lower.entries()) {
    const column = columnIn(asked.set, given.column)
    if (column === undefined) {
      return { path: ['lower', at, 'column'], code: 'columnUnknown', facts: { column: given.column ?? '' } }
    }
    const known = knownOf(given, asked.ofLower, ['lower', at], asked)
    if ('code' in known) return known
    lower.push(...Array.from({ length: given.times }, () => ({ ...known, column })))
  }
  return { ...own, lowerOf: () => lower }
}

/** A column as an example names it; undefined where the set has none such. */
export function columnIn(set: CriteriaSet, name: string | undefined): string | undefined {
  const column = columnInPack(name ?? everyColumn)
  return column === everyColumn || set.columns.some((one) => one.id === column) ? column : undefined
}

function knownOf(
  { figures: forms, registers }: Given,
  used: ReadonlySet<string>,
  path: Refusal['path'],
  { measures, code, year }: Asked,
): KnownUnit | Refusal {
  const figures = new Map<string, ExplainFigure>()
  for (const [id, form] of Object.entries(forms)) {
    const at = [...path, 'figures', id]
    const measure = measures.get(id)
    if (!measure || !used.has(id)) {
      return code === undefined
        ? { path: at, code: 'exampleMeasureOfNone', facts: { measure: id } }
        : { path: at, code: 'exampleMeasureUnused', facts: { measure: id, code } }
    }
    const figure = figureFrom(measure, form, year)
    if (!figure) return { path: at, code: 'figureWrongKind', facts: { measure: id, kind: measure.kind } }
    figures.set(id, figure)
  }
  return {
    figureOf: (measure) => figures.get(measure),
    heldOf: (register, entry) => {
      const held: readonly string[] = registers[register]
      return held.includes(entry) ? { from: undefined, document: undefined } : undefined
    },
    lowerOf: () => [],
  }
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
