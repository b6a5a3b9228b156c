import type { CriterionStanding, IndicatorStanding } from '../standing/index.ts'
import { ordered, type Cause } from './causes.ts'
import {
  counterpartOf,
  hasLostFigure,
  hasLostLevel,
  isStricter,
  isWorse,
  leavesOf,
  type Leaf,
} from './leaves.ts'

/** One thing that explains a loss, as it stood on the side that was met and on the one that is not. */
export type Reason = {
  readonly causes: readonly Cause[]
  readonly better: Seen | undefined
  readonly worse: Seen | undefined
}

/** An indicator, and the part of its rule that decides. */
export type Seen = { readonly indicator: IndicatorStanding; readonly leaf: Leaf | undefined }

export type Why = { readonly causes: readonly Cause[]; readonly reasons: readonly Reason[] }

/** The indicator of the better side that one of the worse side answers to, whichever criterion it is in. */
export type FindCounterpart = (code: string) => IndicatorStanding | undefined

/**
 * Why a criterion is met on one side and not on the other. What the indicators say goes first: those unmet, then
 * those unknown, then those whose figure has become stale. Only where none of them has changed is it the bodies
 * that concluded differently.
 */
export function whyWorse(better: CriterionStanding, worse: CriterionStanding, find: FindCounterpart): Why {
  if (isCountedDifferently(better, worse)) return { causes: ['structureChanged'], reasons: [] }
  const given = { better, worse, find }
  const of = (verdict: 'unmet' | 'unknown'): readonly Reason[] =>
    worse.indicators.filter((one) => one.verdict === verdict).flatMap((one) => reasonsOf(one, given))
  const reasons = [() => of('unmet'), () => of('unknown'), () => staleOnes(given)]
    .values()
    .map((tier) => tier())
    .find((found) => found.length > 0)
  if (reasons === undefined) return { causes: [withoutReason(better, worse)], reasons: [] }
  const all = ordered(reasons.flatMap((reason) => reason.causes))
  const told = all.filter((cause) => cause !== 'attestedDifferently')
  return { causes: told.length > 0 ? told : all, reasons }
}

type Given = {
  readonly better: CriterionStanding
  readonly worse: CriterionStanding
  readonly find: FindCounterpart
}

/** Both bodies say the same ("cơ bản đạt"), and one of the sets does not let it count. */
function isCountedDifferently(better: CriterionStanding, worse: CriterionStanding): boolean {
  if (better.spokenBy !== 'conclusion' || worse.spokenBy !== 'conclusion') return false
  return better.conclusions[0]?.fact.verdict === worse.conclusions[0]?.fact.verdict
}

/** Empty where the indicator was as it is now: then it explains nothing. */
function reasonsOf(indicator: IndicatorStanding, { better, worse, find }: Given): readonly Reason[] {
  const before = find(indicator.code)
  const alone = {
    better: before && { indicator: before, leaf: undefined },
    worse: { indicator, leaf: undefined },
  }
  if (before === undefined) return [{ ...alone, causes: ['indicatorNew'] }]
  const stayed = better.indicators.includes(before)
  if (stayed && before.verdict === 'unmet' && indicator.verdict === 'unmet') return []
  const others = leavesOf(before.explanation.rule)
  const decisive = leavesOf(indicator.explanation.rule).filter((leaf) => leaf.verdict === indicator.computed)
  const reasons = decisive.flatMap((leaf): Reason[] => {
    const other = counterpartOf(leaf, others)
    const causes = other ? causesOf(leaf, other, worse.verdict === 'unknown') : []
    return causes.length === 0
      ? []
      : [{ causes, better: { indicator: before, leaf: other }, worse: { indicator, leaf } }]
  })
  if (reasons.length > 0) return reasons
  const isReshaped = !stayed || decisive.some((leaf) => counterpartOf(leaf, others) === undefined)
  if (isReshaped) return [{ ...alone, causes: ['structureChanged'] }]
  return indicator.verdict === 'unmet' ? [{ ...alone, causes: ['attestedDifferently'] }] : []
}

/** What has changed between two leaves that ask the same; nothing where it failed before as well. */
function causesOf(leaf: Leaf, before: Leaf, levelMatters: boolean): readonly Cause[] {
  if (leaf.verdict === 'met' || (leaf.verdict === 'unmet' && before.verdict === 'unmet')) return []
  const isMissing = hasLostFigure(leaf, before) || (levelMatters && hasLostLevel(leaf, before))
  return ordered([
    ...(isWorse(leaf, before) ? ['figureFell' as const] : []),
    ...(leaf.verdict === 'unmet' && isStricter(leaf, before) ? ['levelRose' as const] : []),
    ...(leaf.verdict === 'unknown' && isMissing ? ['missingOrStale' as const] : []),
  ])
}

/** Indicators whose figure has become stale, where a body no longer takes the criterion for met. */
function staleOnes({ worse, find }: Given): readonly Reason[] {
  if (worse.spokenBy !== 'conclusion') return []
  return worse.indicators.flatMap((indicator): Reason[] => {
    const before = find(indicator.code)
    if (!indicator.stale || before?.stale === true) return []
    const better = before && { indicator: before, leaf: undefined }
    return [{ causes: ['missingOrStale'], better, worse: { indicator, leaf: undefined } }]
  })
}

function withoutReason(better: CriterionStanding, worse: CriterionStanding): Cause {
  if (worse.verdict === 'unknown') return 'missingOrStale'
  const isConcluded = better.spokenBy === 'conclusion' || worse.spokenBy === 'conclusion'
  return isConcluded ? 'attestedDifferently' : 'structureChanged'
}
