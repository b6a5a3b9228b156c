import {
  correspondenceOf,
  type Correspondence,
  type ExplainedRule,
  type Indicator,
} from '../criteria/index.ts'
import type { KnownClaim } from '../figures/index.ts'
import type { CriterionStanding, IndicatorStanding } from '../standing/index.ts'
import type { Side } from './compare.ts'
import { isStricter, leavesOf, type Leaf } from './leaves.ts'

/**
 * Why a conclusion may count under the new set as well, the surest first: it asks the same, or less, or at least as
 * much of a unit that did not meet the old one, or asks in words that only a reader can hold against each other.
 */
export const carryGrounds = ['same', 'lower', 'stillUnmet', 'words'] as const
export type CarryGround = (typeof carryGrounds)[number]

/**
 * Why it may not, what settles it first: the new set does not ask for it, somebody has concluded under the new set
 * already, conclusions contend, the new set asks for a part that the old one did not, judges by another rule, has no
 * known level for the year of the conclusion, asks for more, or for less of a unit that did not meet the old one, or
 * its own figures say otherwise.
 */
export const carryObstacles = [
  'notAsked',
  'concluded',
  'contested',
  'partNew',
  'otherRule',
  'levelUnknown',
  'higher',
  'fellToLower',
  'contradicted',
] as const
export type CarryObstacle = (typeof carryObstacles)[number]

/** What a conclusion speaks of, in either set. */
export type CarriedPart = {
  readonly code: string
  /** Code of the criterion that it belongs to, or is. */
  readonly criterion: string
  readonly name: { readonly vi: string; readonly en: string }
}

/** A conclusion that counts under the old set, and whether it may be carried over to the new one. */
export type Carriable = {
  readonly scope: 'criterion' | 'indicator'
  readonly old: CarriedPart
  /** Undefined where the new set has nothing that continues it. */
  readonly new: CarriedPart | undefined
  readonly claim: KnownClaim
} & ({ readonly ground: CarryGround } | { readonly obstacle: CarryObstacle })

/**
 * The conclusions that speak for a unit under the old set, each held against what the new one asks. None is carried
 * over by this: somebody has to confirm it. A conclusion on the whole set never is, another set being another whole.
 */
export function carriableOf(
  old: Side,
  current: Side,
  correspondence: Correspondence = correspondenceOf(old.compiled.set, current.compiled.set),
): readonly Carriable[] {
  const fresh = current.explained().criteria
  const criteria = new Map(fresh.map((one) => [one.criterion.code, one]))
  const indicators = new Map(
    fresh.flatMap((within) => within.indicators.map((part) => [part.code, { part, within }] as const)),
  )
  const newCriterionOf = new Map(correspondence.criteria.map((pair) => [pair.old, pair.new]))
  return old.explained().criteria.flatMap((before): readonly Carriable[] => {
    const after = criteria.get(newCriterionOf.get(before.criterion.code) ?? '')
    const counts = before.spokenBy === 'conclusion' ? before.conclusions[0] : undefined
    const whole: readonly Carriable[] = counts
      ? [
          {
            scope: 'criterion',
            old: partOfCriterion(before),
            new: after && partOfCriterion(after),
            claim: counts.fact,
            ...settled(counts, after, isConcludedBelow(after), () =>
              criterionDemands(before, after, correspondence, yearOf(counts.fact)),
            ),
          },
        ]
      : []
    const parts = before.indicators.flatMap((part): readonly Carriable[] => {
      const [speaking] = part.conclusions
      if (speaking === undefined) return []
      const then = indicators.get(correspondence.newIndicatorOf.get(part.code) ?? '')
      return [
        {
          scope: 'indicator',
          old: partOfIndicator(part, before),
          new: then && partOfIndicator(then.part, then.within),
          claim: speaking.fact,
          ...settled(speaking, then?.part, then?.within.spokenBy === 'conclusion', () =>
            then ? indicatorDemands(part, then.part, yearOf(speaking.fact)) : [],
          ),
        },
      ]
    })
    return [...whole, ...parts]
  })
}

type Counts = CriterionStanding['conclusions'][number]
type Demand =
  | CarryGround
  | Exclude<CarryObstacle, 'notAsked' | 'concluded' | 'contested' | 'fellToLower' | 'contradicted'>

/** Whether somebody has concluded on a part of the criterion: the whole of it would then speak over that. */
function isConcludedBelow(criterion: CriterionStanding | undefined): boolean {
  return criterion?.indicators.some(({ conclusions }) => conclusions.length > 0) === true
}

function settled(
  { fact, contenders }: Counts,
  after: Pick<CriterionStanding, 'conclusions' | 'computed'> | undefined,
  isConcludedBeside: boolean,
  demandsOf: () => readonly Demand[],
): { readonly ground: CarryGround } | { readonly obstacle: CarryObstacle } {
  if (after === undefined || after.computed === 'notApplicable') return { obstacle: 'notAsked' }
  if (after.conclusions.length > 0 || isConcludedBeside) return { obstacle: 'concluded' }
  if (contenders.some(({ verdict }) => verdict !== fact.verdict)) return { obstacle: 'contested' }
  const outcome = byVerdict(fact.verdict, demandsOf())
  const said = fact.verdict === 'basicallyMet' ? 'met' : fact.verdict
  const isContradicted = after.computed !== 'unknown' && after.computed !== said && said !== 'notApplicable'
  return 'ground' in outcome && isContradicted ? { obstacle: 'contradicted' } : outcome
}

function byVerdict(verdict: KnownClaim['verdict'], demands: readonly Demand[]): ReturnType<typeof outcomeOf> {
  if (verdict === 'unmet') {
    if (demands.includes('lower')) return { obstacle: 'fellToLower' }
    return outcomeOf(
      demands.map((demand) => (demand === 'higher' || demand === 'same' ? 'stillUnmet' : demand)),
    )
  }
  // Why something is not asked of a unit lies in the unit, not in a level.
  if (verdict === 'notApplicable') {
    return outcomeOf(demands.map((demand) => (isOfLevel(demand) ? 'words' : demand)))
  }
  return outcomeOf(demands)
}

function outcomeOf(
  demands: readonly Demand[],
): { readonly ground: CarryGround } | { readonly obstacle: CarryObstacle } {
  const demand = byWeight.find((one) => demands.includes(one)) ?? 'otherRule'
  return isGround(demand) ? { ground: demand } : { obstacle: demand }
}

function isGround(demand: Demand): demand is CarryGround {
  return carryGrounds.some((ground) => ground === demand)
}

function isOfLevel(demand: Demand): boolean {
  return demand === 'lower' || demand === 'higher' || demand === 'levelUnknown'
}

/** Of several parts together any obstacle counts before any ground, the weaker ground before the surer. */
const byWeight = [
  'partNew',
  'otherRule',
  'levelUnknown',
  'higher',
  'words',
  'stillUnmet',
  'lower',
  'same',
] as const satisfies readonly Demand[]

function criterionDemands(
  before: CriterionStanding,
  after: CriterionStanding | undefined,
  { oldIndicatorOf }: Correspondence,
  year: number,
): readonly Demand[] {
  if (after === undefined) return []
  if (after.criterion.complete === false || after.indicators.length === 0) return ['levelUnknown']
  if (before.score !== undefined || after.score !== undefined) return ['otherRule']
  const asked = after.indicators.filter(({ computed }) => computed !== 'notApplicable')
  const continued = new Set(asked.map((part) => oldIndicatorOf.get(part.code)))
  return [
    ...asked.flatMap((part): readonly Demand[] => {
      const former = before.indicators.find((one) => one.code === oldIndicatorOf.get(part.code))
      return former ? indicatorDemands(former, part, year) : ['partNew']
    }),
    // A part that is no longer asked for may be the one that was not met.
    ...before.indicators.filter(({ code }) => !continued.has(code)).map((): Demand => 'lower'),
  ]
}

function indicatorDemands(
  before: IndicatorStanding,
  after: IndicatorStanding,
  year: number,
): readonly Demand[] {
  const [old, current] = [before.explanation.rule, after.explanation.rule]
  if (shapeOf(old) !== shapeOf(current)) return ['otherRule']
  const was = leavesOf(old)
  return leavesOf(current).map((leaf, at): Demand => {
    const other = was[at]
    if (other === undefined) return 'otherRule'
    if (isInWords(leaf)) return asksInSameWords(before, after) ? 'same' : 'words'
    return isOfYear(other, year) && isOfYear(leaf, year) ? leafDemand(other, leaf) : 'levelUnknown'
  })
}

function leafDemand(was: Leaf, is: Leaf): Demand {
  if (was.asked === undefined || is.asked === undefined) return 'levelUnknown'
  if (isStricter(is, was)) return 'higher'
  return isStricter(was, is) ? 'lower' : 'same'
}

/** Passed or not: what has to be done stands in the words of the indicator. */
function isInWords({ measure, level }: Leaf): boolean {
  return level === undefined && (measure === undefined || measure.kind === 'pass')
}

/** Of a level that rises by year, whether it is that of the year: of another it says nothing. */
function isOfYear({ level }: Leaf, year: number): boolean {
  return level === undefined || !('year' in level) || level.year === undefined || level.year === year
}

/** What the province has filled in by itself may differ though the words are the same. */
function asksInSameWords(before: IndicatorStanding, after: IndicatorStanding): boolean {
  const [old, current] = [before, after].map(({ explanation }) =>
    explanation.indicator.name.vi.normalize('NFC'),
  )
  return old === current && !isDelegated(after.explanation.rule)
}

function isDelegated(rule: ExplainedRule): boolean {
  return 'parts' in rule ? rule.parts.some(isDelegated) : rule.kind === 'pass' && rule.delegated
}

function yearOf({ asOf }: KnownClaim): number {
  return Number(asOf.slice(0, 4))
}

/** The rule without its levels: two of one shape ask for the same things in the same way. */
function shapeOf(rule: ExplainedRule): string {
  if ('parts' in rule) {
    const count = rule.kind === 'atLeastOf' ? rule.count : ''
    return `${rule.kind}${count}(${rule.parts.map(shapeOf).join(',')})`
  }
  const leaves = leavesOf(rule).map(({ subject, direction }) => `${subject}${direction}`)
  return `${rule.kind}:${leaves.join(',')}${moreOfShape(rule)}`
}

/** What lower units have to meet, and what a score is of: its leaf alone does not say so. */
function moreOfShape(rule: ExplainedRule): string {
  if (rule.kind === 'unitsAtLeast' || rule.kind === 'unitsAtMost') {
    const that = JSON.stringify(rule.that, (member, value: unknown) =>
      member === 'source' || member === 'name' ? undefined : value,
    )
    return `:${rule.as}:${that}`
  }
  if (rule.kind === 'pass') return rule.delegated ? ':delegated' : ''
  if (rule.kind !== 'score') return ''
  const steps = rule.steps?.map(({ kind, points }) => `${kind}${points}`).join(',')
  return `:${rule.most}:${rule.passAt}:${steps ?? ''}`
}

function partOfCriterion({ criterion }: CriterionStanding): CarriedPart {
  const { code, name } = criterion
  return { code, criterion: code, name: { vi: name.vi, en: name.en } }
}

function partOfIndicator({ code, explanation }: IndicatorStanding, within: CriterionStanding): CarriedPart {
  const { name }: Pick<Indicator, 'name'> = explanation.indicator
  return { code, criterion: within.criterion.code, name: { vi: name.vi, en: name.en } }
}
