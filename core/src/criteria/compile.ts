import { covers, type IsoDate } from '../kernel/index.ts'
import {
  verdictCodes,
  type CriteriaSet,
  type Criterion,
  type Indicator,
  type Measure,
  type Provision,
} from './criteria.ts'
import { everyColumn, type LevelContext } from './levels.ts'
import { judgeOf, neverKnown, type FigureColumns } from './rules/judge.ts'
import { measuresOf } from './rules/visit.ts'

export type CompiledIndicator = {
  readonly criterion: Criterion
  readonly indicator: Indicator
  /** The law's wording that holds on the day judged on. */
  readonly provision: Provision
  /** Slots of the measures that the provision's rule needs. */
  readonly slots: readonly number[]
}

/** A set made ready for one column on one day with the decisions known: judging looks nothing up. */
export type CompiledSet = {
  readonly set: CriteriaSet
  readonly column: string
  readonly context: LevelContext
  /** Measure ids by slot. */
  readonly slots: readonly string[]
  readonly measures: ReadonlyMap<string, Measure>
  /** All indicators, in the order of the set. */
  readonly indicators: readonly CompiledIndicator[]
  /** Writes one verdict code per indicator from `outOffset` on: what the figures alone say. */
  judge(figures: FigureColumns, unit: number, out: Uint8Array, outOffset: number): void
}

/** The first column that one of the unit's groups belongs to; `*`, levels for all alone, where none does. */
export function columnOf(set: CriteriaSet, groups: ReadonlySet<string>): string {
  return (
    set.columns.find((column) => column.anyOfGroups.some((group) => groups.has(group)))?.id ?? everyColumn
  )
}

/**
 * Compiles a set for the units of one column. The provision in force on the day judges; on a day before
 * the set the first one, after it the last one: whether to judge then at all is the caller's to decide.
 * Every measure that the set names must be in `measures`.
 */
export function compileSet(
  set: CriteriaSet,
  measures: ReadonlyMap<string, Measure>,
  column: string,
  context: LevelContext,
): CompiledSet {
  const chosen = set.criteria.flatMap((criterion) =>
    criterion.indicators.map((indicator) => ({
      criterion,
      indicator,
      provision: provisionOn(indicator, context.on),
    })),
  )
  const slots = [...new Set(chosen.flatMap(({ provision }) => measuresOf(provision.rule)))]
  const slotByMeasure = new Map(slots.map((id, slot) => [getFrom(measures, id).id, slot]))
  const scope = {
    set: set.id,
    column,
    context,
    slotOf: (measure: string) => getFrom(slotByMeasure, measure),
    measureOf: (measure: string) => getFrom(measures, measure),
  }
  const judges = chosen
    .map(({ provision }, place) => ({ place, judge: judgeOf(provision.rule, scope) }))
    .filter(({ judge }) => judge !== neverKnown)
  return {
    set,
    column,
    context,
    slots,
    measures,
    indicators: chosen.map((one) => ({ ...one, slots: measuresOf(one.provision.rule).map(scope.slotOf) })),
    judge: (figures, unit, out, outOffset) => {
      const base = unit * figures.width
      out.fill(verdictCodes.unknown, outOffset, outOffset + chosen.length)
      for (const { place, judge } of judges) out[outOffset + place] = judge(figures, base)
    },
  }
}

/**
 * Verdict codes of the criteria from those of their indicators: one unmet settles a criterion, even beside
 * unknown ones; indicators not applicable drop out; a criterion of none but such is not applicable.
 */
export function criteriaFromIndicators(
  set: CriteriaSet,
  indicators: Uint8Array,
  offset: number,
  out: Uint8Array,
  outOffset: number,
): void {
  let at = offset
  for (const [index, criterion] of set.criteria.entries()) {
    let verdict: number = verdictCodes.notApplicable
    for (const end = at + criterion.indicators.length; at < end; at += 1) {
      const code = indicators[at]
      if (verdict === verdictCodes.unmet || code === verdictCodes.notApplicable || code === undefined)
        continue
      if (code !== verdictCodes.met || verdict === verdictCodes.notApplicable) verdict = code
    }
    out[outOffset + index] = verdict
  }
}

function provisionOn(indicator: Indicator, on: IsoDate): Provision {
  const [first] = indicator.provisions
  const inForce = indicator.provisions.find((provision) => covers(provision, on))
  const chosen = inForce ?? (first && on < first.from ? first : indicator.provisions.at(-1))
  if (!chosen) throw new Error(`broken promise: indicator ${indicator.code} has a provision`)
  return chosen
}

function getFrom<Value>(map: ReadonlyMap<string, Value>, id: string): Value {
  const value = map.get(id)
  if (value === undefined) throw new Error(`broken promise: the set names measure ${id}, which is not given`)
  return value
}
