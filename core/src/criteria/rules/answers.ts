import { verdictCodes, type LowerLevel, type Register, type VerdictCode } from '../criteria.ts'
import type { Slots } from './compile-rules.ts'
import type { ExplainFigure, Held, UnitCounts } from './explained.ts'
import type { FigureColumns } from './judge.ts'

/** What is known of one unit, wherever it is known from. */
export type KnownUnit = {
  readonly figureOf: (measure: string) => ExplainFigure | undefined
  readonly heldOf: (register: Register, entry: string) => Held | undefined
  /** Units of a level that lie in it, each with its column of the same set. */
  readonly lowerOf: (level: LowerLevel) => readonly LowerUnit[]
}

export type LowerUnit = KnownUnit & { readonly column: string }

/** One answer a slot; undefined where none is known. */
export type Answers = readonly (ExplainFigure | undefined)[]

/** What rules ask of a unit, answered: figures as they are, registers as 1 or 0, lower units counted. */
export function answersOf({ slots, registers, units }: Slots, known: KnownUnit): Answers {
  const answers = slots.map((id) => known.figureOf(id))
  for (const { slot, register, entry } of registers) {
    const held = known.heldOf(register, entry)
    answers[slot] = { ...plain(held ? 1 : 0, 1), held }
  }
  for (const { of, sure, possible, ruleFor } of units) {
    const byColumn = Map.groupBy(known.lowerOf(of), (unit) => unit.column)
    const codes = [...byColumn].flatMap(([column, lower]) => {
      const rule = ruleFor(column)
      const figures = columnsOf(lower.map((unit) => answersOf(rule, unit)))
      return lower.map((_, unit) => rule.judge(figures, unit))
    })
    const counts = countUnits(codes)
    const isNone = { notApplicableReason: counts.total === 0 ? '' : undefined }
    answers[sure] = { ...plain(counts.sure, counts.total), ...isNone }
    answers[possible] = { ...plain(counts.possible, counts.total), ...isNone }
  }
  return answers
}

/** Answers of several units, laid out for judging: one row a unit. */
export function columnsOf(units: readonly Answers[]): FigureColumns {
  const width = units[0]?.length ?? 0
  const size = width * units.length
  const columns = {
    num: new Float64Array(size),
    den: new Float64Array(size),
    state: new Uint8Array(size),
    year: new Int16Array(size),
    width,
  }
  for (const [unit, answers] of units.entries()) {
    for (const [slot, answer] of answers.entries()) {
      if (!answer) continue
      const at = unit * width + slot
      columns.num[at] = answer.num
      columns.den[at] = answer.den
      columns.state[at] = answer.notApplicableReason === undefined ? 1 : 2
      columns.year[at] = answer.year
    }
  }
  return columns
}

function plain(num: number, den: number): ExplainFigure {
  return { id: undefined, num, den, year: 0, notApplicableReason: undefined, illustrative: false }
}

function countUnits(codes: readonly VerdictCode[]): UnitCounts {
  const count = (code: VerdictCode): number => codes.filter((one) => one === code).length
  const [sure, open] = [count(verdictCodes.met), count(verdictCodes.unknown)]
  return { sure, possible: sure + open, total: sure + open + count(verdictCodes.unmet) }
}
