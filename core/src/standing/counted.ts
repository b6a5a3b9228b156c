import type { ExplainFigure, Held, KnownUnit, LowerLevel, Register } from '../criteria/index.ts'
import type { Counting, KnownClaim, KnownFigure } from '../figures/index.ts'
import type { UnitId } from '../units/index.ts'

/** What counts of one unit under one set at one moment; claims are keyed by `claimKey`. */
export type CountingFacts = FactsOfRules & {
  readonly unit: UnitId
  readonly claims: ReadonlyMap<string, Counting<KnownClaim>>
}

/** What rules may ask of a unit. Members may be left out where no rule of the set asks for them. */
export type FactsOfRules = {
  readonly figures: Pick<ReadonlyMap<string, Counting<KnownFigure>>, 'get'>
  /** Recognitions in force and groups on the day. */
  readonly registers?: Registers | undefined
  /** Units of a level that lie in it on the day and take part in the programme. */
  readonly lower?: ((level: LowerLevel) => readonly LowerFacts[]) | undefined
}

/** What counts of a lower unit, and the column of the same set that judges it. */
export type LowerFacts = FactsOfRules & { readonly column: string }

/** What a unit holds, by register: ranks recognised, groups. */
export type Registers = Readonly<Record<Register, ReadonlyMap<string, Held>>>

/** The facts as rules ask for them. */
export function knownUnit({ figures, registers, lower }: FactsOfRules): KnownUnit {
  return {
    figureOf: (measure) => explained(figures.get(measure)?.fact),
    heldOf: (register, entry) => looked(registers)[register].get(entry),
    lowerOf: (level) => looked(lower)(level).map((facts) => ({ ...knownUnit(facts), column: facts.column })),
  }
}

function explained(figure: KnownFigure | undefined): ExplainFigure | undefined {
  return (
    figure && {
      id: figure.id,
      num: figure.num ?? figure.scaled ?? 0,
      den: figure.den ?? 1,
      year: figure.year,
      // Only the period of an instant is its last day.
      day: String(figure.period) === figure.lastDay ? figure.lastDay : undefined,
      notApplicableReason: figure.notApplicableReason,
      illustrative: figure.illustrative,
    }
  )
}

function looked<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('broken promise: a rule asks for what nobody looked up')
  return value
}
