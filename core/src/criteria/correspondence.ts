import type { Continuation, CriteriaSet, Indicator } from './criteria.ts'
import { fold } from '../text/index.ts'
import { measuresOf } from './rules/visit.ts'

/** What in one set answers to what in another. */
export type Correspondence = {
  /** Criteria by their codes; one of them is absent where the other has no counterpart. Each stands in one pair. */
  readonly criteria: readonly CodePair[]
  /** The indicator of the old set that one of the new set continues. */
  readonly oldIndicatorOf: ReadonlyMap<string, string>
  readonly newIndicatorOf: ReadonlyMap<string, string>
}

export type CodePair = { readonly old: string | undefined; readonly new: string | undefined }

/**
 * How two sets answer to each other. In one set codes do. Between two the younger says what it continues; an
 * indicator that says nothing continues the one with the same measure. Where the younger says nothing of the older at
 * all, as a draft does, what bears the same name answers to it. A criterion that no other continues is alone in its
 * pair, so that nothing is counted twice and nothing is left out.
 */
export function correspondenceOf(old: CriteriaSet, current: CriteriaSet): Correspondence {
  if (isYounger(old, current)) return swapped(correspondenceOf(current, old))
  const oldIndicatorOf = indicatorsContinued(old, current)
  const newIndicatorOf = new Map([...oldIndicatorOf].toReversed().map(([fresh, former]) => [former, fresh]))
  return { criteria: criteriaPaired(old, current), oldIndicatorOf, newIndicatorOf }
}

/** The same with the sides in each other's place. */
export function swapped({ criteria, oldIndicatorOf, newIndicatorOf }: Correspondence): Correspondence {
  return {
    criteria: criteria.map((pair) => ({ old: pair.new, new: pair.old })),
    oldIndicatorOf: newIndicatorOf,
    newIndicatorOf: oldIndicatorOf,
  }
}

/** Whether one set came after the other: it continues it, or it came into force later. */
function isYounger(one: CriteriaSet, other: CriteriaSet): boolean {
  if (one.id === other.id) return one.edition > other.edition
  if (continues(one, other.id) !== continues(other, one.id)) return continues(one, other.id)
  const [from, since] = [one.inForce.from, other.inForce.from]
  return from === since ? one.id > other.id : from > since
}

function continues(set: CriteriaSet, older: string): boolean {
  return set.criteria.some((criterion) => continuedOf(criterion, older) !== undefined)
}

function continuedOf(
  { continues: said }: { readonly continues?: readonly Continuation[] | undefined },
  older: string,
): readonly string[] | undefined {
  return said?.find((continuation) => continuation.set === older)?.codes
}

/** First each by its first code, then by any other code that is still free; an old one has one successor. */
function criteriaPaired(old: CriteriaSet, current: CriteriaSet): readonly CodePair[] {
  const free = new Set(old.criteria.map(({ code }) => code))
  const chosen = new Map<string, string>()
  const byName = sameName(old.criteria, continues(current, old.id))
  const codesOf = (criterion: CriteriaSet['criteria'][number]): readonly string[] =>
    old.id === current.id ? [criterion.code] : (continuedOf(criterion, old.id) ?? byName(criterion))
  const choose = (code: string, wanted: readonly string[]): void => {
    const former = wanted.find((one) => free.has(one))
    if (former === undefined || chosen.has(code)) return
    chosen.set(code, former)
    free.delete(former)
  }
  for (const criterion of current.criteria) choose(criterion.code, codesOf(criterion).slice(0, 1))
  for (const criterion of current.criteria) choose(criterion.code, codesOf(criterion))
  return [
    ...current.criteria.map(({ code }) => ({ old: chosen.get(code), new: code })),
    ...old.criteria.filter(({ code }) => free.has(code)).map(({ code }) => ({ old: code, new: undefined })),
  ]
}

function indicatorsContinued(old: CriteriaSet, current: CriteriaSet): ReadonlyMap<string, string> {
  const former = old.criteria.flatMap((criterion) => criterion.indicators)
  const byMeasure = new Map(
    former.toReversed().flatMap((one) => measuresIn(one).map((measure) => [measure, one.code])),
  )
  const known = new Set(former.map(({ code }) => code))
  const byName = sameName(former, continues(current, old.id))
  const predecessorOf = (indicator: Indicator): string | undefined => {
    if (old.id === current.id) return known.has(indicator.code) ? indicator.code : undefined
    const said = continuedOf(indicator, old.id)
    if (said) return said.find((code) => known.has(code))
    return [
      ...measuresIn(indicator).flatMap((measure) => byMeasure.get(measure) ?? []),
      ...byName(indicator),
    ][0]
  }
  return new Map(
    current.criteria
      .flatMap((criterion) => criterion.indicators)
      .flatMap((indicator) => {
        const code = predecessorOf(indicator)
        return code === undefined ? [] : [[indicator.code, code] as const]
      }),
  )
}

type Named = { readonly code: string; readonly name: { readonly vi: string } }

/** Codes of what bears the same name; none where one of the sets says itself what continues what. */
function sameName(former: readonly Named[], isSaid: boolean): (one: Named) => readonly string[] {
  if (isSaid) return () => []
  const codes = Map.groupBy(former, ({ name }) => fold(name.vi))
  return ({ name }) => codes.get(fold(name.vi))?.map(({ code }) => code) ?? []
}

function measuresIn(indicator: Indicator): readonly string[] {
  return indicator.provisions.flatMap((provision) => measuresOf(provision.rule))
}
