import {
  correspondenceOf,
  verdictNames,
  type CompiledSet,
  type Correspondence,
  type CriteriaSet,
  type Criterion,
  type Verdict,
} from '../criteria/index.ts'
import type { KnownClaim } from '../figures/index.ts'
import {
  asCode,
  type CriterionStanding,
  type ExplainedStanding,
  type IndicatorStanding,
  type UnitStanding,
} from '../standing/index.ts'
import { mirrored, type Cause } from './causes.ts'
import { whyWorse, type FindCounterpart, type Seen } from './why.ts'

/** One unit as it is judged under one set on one day; it is explained where something has changed. */
export type Side = {
  readonly compiled: CompiledSet
  readonly standing: UnitStanding
  /** The same verdicts with all they rest on. */
  readonly explained: () => ExplainedStanding
}

export type Change = 'kept' | 'gained' | 'lost' | 'stillNot'

/** What explains a loss or a gain, as it stood on either side. */
export type ComparedReason = {
  readonly causes: readonly Cause[]
  readonly old: Seen | undefined
  readonly new: Seen | undefined
}

export type CriterionVerdict = { readonly criterion: Criterion; readonly verdict: Verdict }

/** A criterion of the old side and the one that continues it; where one is absent the other is alone. */
export type ComparedPair = {
  readonly old: CriterionVerdict | undefined
  readonly new: CriterionVerdict | undefined
  readonly change: Change
  /** Of a loss: not unmet now but unknown; of a gain: it was unknown before. */
  readonly throughUnknown: boolean
  /** At least one for what was gained or lost, in a fixed order; else none. */
  readonly causes: readonly Cause[]
  readonly reasons: readonly ComparedReason[]
  /** Conclusions that speak for what was gained or lost. */
  readonly claims: { readonly old: KnownClaim | undefined; readonly new: KnownClaim | undefined }
}

/**
 * What a unit keeps, gains and loses from one side to the other. Each criterion of either set is in one pair, so
 * that criteria met before − lost + gained are the criteria met now.
 */
export function compareUnit(
  old: Side,
  current: Side,
  correspondence: Correspondence = correspondenceOf(old.compiled.set, current.compiled.set),
): readonly ComparedPair[] {
  const [former, fresh] = [verdictsOf(old), verdictsOf(current)]
  const [oldSet, newSet] = [old.compiled.set, current.compiled.set]
  const find = {
    old: finder(old, correspondence.oldIndicatorOf),
    new: finder(current, correspondence.newIndicatorOf),
  }
  return correspondence.criteria.map((codes) => {
    const pair = { old: former.get(codes.old ?? ''), new: fresh.get(codes.new ?? '') }
    const wasMet = pair.old !== undefined && countsAsMet(oldSet, pair.old.verdict)
    const isMet = pair.new !== undefined && countsAsMet(newSet, pair.new.verdict)
    if (wasMet === isMet) return { ...pair, ...unchanged, change: isMet ? 'kept' : 'stillNot' }
    return {
      ...pair,
      change: wasMet ? 'lost' : 'gained',
      throughUnknown: (wasMet ? pair.new : pair.old)?.verdict === 'unknown',
      ...whyChanged(wasMet, codes, { old, new: current }, find),
    }
  })
}

const unchanged = {
  throughUnknown: false,
  causes: [],
  reasons: [],
  claims: { old: undefined, new: undefined },
} satisfies Partial<ComparedPair>

type Explained = Pick<ComparedPair, 'causes' | 'reasons' | 'claims'>

type Both<Value> = { readonly old: Value; readonly new: Value }

function whyChanged(
  isLost: boolean,
  codes: Both<string | undefined>,
  sides: Both<Side>,
  find: Both<FindCounterpart>,
): Explained {
  const old = criterionOf(sides.old.explained(), codes.old)
  const current = criterionOf(sides.new.explained(), codes.new)
  const claims = { old: speaking(old), new: speaking(current) }
  if (old === undefined || current === undefined) {
    return { causes: ['structureChanged'], reasons: [], claims }
  }
  if (isLost) {
    const { causes, reasons } = whyWorse(old, current, find.old)
    return {
      causes,
      reasons: reasons.map((one) => ({ causes: one.causes, old: one.better, new: one.worse })),
      claims,
    }
  }
  const { causes, reasons } = whyWorse(current, old, find.new)
  return {
    causes: mirrored(causes),
    reasons: reasons.map((one) => ({ causes: mirrored(one.causes), old: one.worse, new: one.better })),
    claims,
  }
}

/** Whether a criterion counts as met under its set, as `standing` counts it. */
function countsAsMet(set: CriteriaSet, verdict: Verdict): boolean {
  return verdict === 'met' || (verdict === 'notApplicable' && set.notApplicableCounts)
}

function verdictsOf({ compiled, standing }: Side): ReadonlyMap<string, CriterionVerdict> {
  return new Map(
    compiled.set.criteria.map((criterion, index) => [
      criterion.code,
      { criterion, verdict: verdictNames[asCode(standing.criteria[index])] },
    ]),
  )
}

function criterionOf(
  { criteria }: ExplainedStanding,
  code: string | undefined,
): CriterionStanding | undefined {
  return criteria.find((one) => one.criterion.code === code)
}

function speaking(criterion: CriterionStanding | undefined): KnownClaim | undefined {
  return criterion?.spokenBy === 'conclusion' ? criterion.conclusions[0]?.fact : undefined
}

/** Looks among all indicators of a side, explained when first asked. */
function finder({ explained }: Side, codes: ReadonlyMap<string, string>): FindCounterpart {
  let indicators: ReadonlyMap<string, IndicatorStanding> | undefined
  return (code) => {
    const answering = codes.get(code)
    if (answering === undefined) return undefined
    indicators ??= new Map(
      explained().criteria.flatMap((criterion) =>
        criterion.indicators.map((one) => [one.code, one] as const),
      ),
    )
    return indicators.get(answering)
  }
}
