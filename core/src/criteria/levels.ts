import { covers, yearOf, type IsoDate } from '../kernel/index.ts'
import type { CriteriaSet, LegalSource, Level, LevelOfSet, Levels, Measure } from './criteria.ts'
import { ceiling, floor } from './integers.ts'
import { provisionOn } from './provision.ts'
import { isFloor, levelledIn, type Levelled } from './rules/visit.ts'

/** A level that the province decided, as known: it fills a delegated or unknown level, never a central one. */
export type KnownLevelDecision = {
  readonly id: string
  readonly set: string
  readonly key: string
  /** Column of the set, or `*`. */
  readonly column: string
  /** The year whose figures it judges; absent: every year. */
  readonly year?: number | undefined
  readonly scaled: number
  readonly document: string
  readonly article?: string | undefined
  readonly from: IsoDate
  readonly until?: IsoDate | undefined
  readonly illustrative: boolean
}

/** The day judged on, and the decisions on levels that count; a replaced decision is left out by the caller. */
export type LevelContext = {
  readonly on: IsoDate
  readonly decisions: readonly KnownLevelDecision[]
  /** Other sets at hand, for levels that are relative to one of theirs; left out: none is. */
  readonly findSet?: ((set: string) => CriteriaSet | undefined) | undefined
}

/** The level a figure is held against, and why it is that one. */
export type ResolvedLevel =
  | {
      readonly kind: 'set'
      readonly scaled: number
      /** The column it is stated for: the unit's, or `*`. */
      readonly column: string
      /** Year of the level where it differs by year. */
      readonly year: number | undefined
      readonly source: LegalSource
    }
  | {
      readonly kind: 'decision'
      readonly scaled: number
      readonly column: string
      readonly year: number | undefined
      readonly decision: string
      readonly document: string
      readonly article: string | undefined
      readonly illustrative: boolean
      /** What the set itself says of this level: left to the province, or not known. */
      readonly fills: 'delegated' | 'unknown'
    }
  /** So much of the level of another set. */
  | {
      readonly kind: 'ofSet'
      readonly scaled: number
      readonly column: string
      readonly year: number | undefined
      readonly source: LegalSource
      readonly of: NamedLevelOfSet
      /** That level itself. */
      readonly base: number
    }
  | OpenLevel<'delegated'>
  | OpenLevel<'unknown'>
  /** What is asked does not apply to the column. */
  | {
      readonly kind: 'notApplicable'
      readonly column: string
      readonly year: undefined
      readonly source: LegalSource
    }

/** A level nobody has filled: left to the province, or not known to us. */
type OpenLevel<Kind> = {
  readonly kind: Kind
  readonly column: string
  readonly year: number | undefined
  readonly source: LegalSource | undefined
  /** The level of another set that it hangs on, and that nobody has filled. */
  readonly of?: NamedLevelOfSet | undefined
}

/** A level of another set, with that set's name where the set is at hand. */
type NamedLevelOfSet = LevelOfSet & { readonly name: CriteriaSet['name'] | undefined }

export type LevelScope = {
  readonly set: string
  readonly column: string
  readonly context: LevelContext
}

/** Column that stands for every column. */
export const everyColumn = '*'

/**
 * The level of a rule for figures of `year`, or of the year judged on where there is no figure. What the
 * set itself states holds; a decision in force on the day fills a level that it leaves open. Of several,
 * one for the column goes before one for all, one for the year before one for all, the later before the earlier,
 * and of equal ones the first given: the caller gives them in the order in which they became known.
 */
export function resolveLevel(
  rule: Levelled,
  scope: LevelScope,
  year: number = yearOf(scope.context.on),
): ResolvedLevel {
  const { column } = scope
  const stated = Object.hasOwn(rule.levels, column) ? column : everyColumn
  const level = levelOf(rule.levels, column)
  if (level?.kind === 'value') {
    return { kind: 'set', scaled: level.scaled, column: stated, year: undefined, source: level.source }
  }
  if (level?.kind === 'notApplicable') {
    return { kind: 'notApplicable', column: stated, year: undefined, source: level.source }
  }
  const ofYear = level?.kind === 'byYear' ? level.scaled[year] : undefined
  if (level && ofYear !== undefined) {
    return { kind: 'set', scaled: ofYear, column: stated, year, source: level.source }
  }
  const other = level?.kind === 'ofSet' ? otherLevel(rule, level.of, scope, year) : undefined
  if (level?.kind === 'ofSet' && other && 'scaled' in other) {
    const scaled = portion(rule, other.scaled, level.of.percent)
    const [of, base] = [named(level.of, scope), other.scaled]
    return { kind: 'ofSet', scaled, column: stated, year: other.year, source: level.source, of, base }
  }
  const open = level?.kind === 'delegated' || other?.kind === 'delegated' ? 'delegated' : 'unknown'
  const decision = decisionsFor(rule.key, scope, year)[0]
  if (!decision) {
    const differs = level?.kind === 'byYear' || other?.year !== undefined
    const of = level?.kind === 'ofSet' ? named(level.of, scope) : undefined
    return { kind: open, column, year: differs ? year : undefined, source: level?.source, of }
  }
  return {
    kind: 'decision',
    scaled: decision.scaled,
    column: decision.column,
    year: decision.year,
    decision: decision.id,
    document: decision.document,
    article: decision.article,
    illustrative: decision.illustrative,
    fills: open,
  }
}

/**
 * The level of another set on the same column, day and year; undefined where that set is not at hand or has no
 * such level of the same measure. A level that hangs on a third set counts as not known.
 */
function otherLevel(
  rule: Levelled,
  { set: id, key }: LevelOfSet,
  { column, context }: LevelScope,
  year: number,
): ResolvedLevel | undefined {
  const set = context.findSet?.(id)
  const found = set && levelledOn(set, context.on).find((one) => one.key === key)
  if (!found || isFloor(found) !== isFloor(rule) || found.measure !== rule.measure) return undefined
  return resolveLevel(found, { set: id, column, context: { ...context, findSet: undefined } }, year)
}

function named(of: LevelOfSet, { context }: LevelScope): NamedLevelOfSet {
  return { ...of, name: context.findSet?.(of.set)?.name }
}

/** The least whole number at or above the portion, or the greatest at or below it: no whole figure lies between. */
function portion(rule: Levelled, scaled: number, percent: number): number {
  const exact = BigInt(scaled) * BigInt(percent)
  const whole = isFloor(rule) ? ceiling(exact, 10_000n) : floor(exact, 10_000n)
  return Number(whole)
}

/** Every place with levels in the provisions of a set that hold on a day, and in its prerequisites. */
function levelledOn(set: CriteriaSet, on: IsoDate): readonly Levelled[] {
  const ofIndicators = set.criteria.flatMap((criterion) =>
    criterion.indicators.map((indicator) => provisionOn(indicator, on).rule),
  )
  return [...ofIndicators, ...(set.prerequisites ?? []).map(({ rule }) => rule)].flatMap(levelledIn)
}

/** Whether a level can stand on the measure's scale: a whole number, a share from 0 to 100 %. */
export function levelFits(measure: Measure, scaled: number): boolean {
  if (!Number.isSafeInteger(scaled) || !signFits(measure, scaled)) return false
  return measure.kind === 'share' ? scaled <= 10_000 : measure.kind !== 'pass'
}

/** The measure that levels are on the scale of; where they count units, one that stands for that. */
export function measureOfLevelled(
  { measure, as }: Levelled,
  findMeasure: (id: string) => Measure | undefined,
): Measure | undefined {
  if (measure !== undefined) return findMeasure(measure)
  return measureOfUnits(as ?? 'count')
}

/** What levels that count units are on the scale of. */
export function measureOfUnits(as: 'share' | 'count'): Measure {
  return as === 'share' ? shareOfUnits : numberOfUnits
}

const numberOfUnits: Measure = {
  id: 'units',
  name: { vi: 'Số đơn vị', en: 'Units' },
  kind: 'count',
  quantity: { vi: 'đơn vị', en: 'units' },
  scale: 0,
  time: 'instant',
  staleAfterMonths: undefined,
  overUnits: 'none',
  precedence: 'derived',
}

const shareOfUnits: Measure = { ...numberOfUnits, kind: 'share' }

/** Decimals that a level of the measure keeps: a share's is in percent with two. */
export function levelScale(measure: Measure): number {
  return measure.kind === 'share' ? 2 : measure.scale
}

/** Whether a value of the measure may have this sign: nothing is below 0 but an amount that says so. */
export function signFits(measure: Measure, scaled: number): boolean {
  return scaled >= 0 || (measure.kind === 'amount' && measure.negative === true)
}

/** Years whose level may differ from that of other years. */
export function yearsOf(rule: Levelled, scope: LevelScope): readonly number[] {
  const { set, column, context } = scope
  const level = levelOf(rule.levels, column)
  const stated = level?.kind === 'byYear' ? Object.keys(level.scaled).map(Number) : []
  const decided = context.decisions.flatMap((decision) =>
    decision.set === set && decision.key === rule.key && decision.year !== undefined ? [decision.year] : [],
  )
  return [...new Set([...stated, ...decided, ...yearsOfOther(level, scope)])]
}

function yearsOfOther(level: Level | undefined, { column, context }: LevelScope): readonly number[] {
  const set = level?.kind === 'ofSet' ? context.findSet?.(level.of.set) : undefined
  if (!set || level?.kind !== 'ofSet') return []
  return levelledOn(set, context.on)
    .filter((one) => one.key === level.of.key)
    .flatMap((one) => yearsOf(one, { set: set.id, column, context: { ...context, findSet: undefined } }))
}

function levelOf(levels: Levels, column: string): Level | undefined {
  return Object.hasOwn(levels, column) ? levels[column] : levels[everyColumn]
}

function decisionsFor(key: string, scope: LevelScope, year: number): readonly KnownLevelDecision[] {
  return scope.context.decisions
    .filter(
      (decision) =>
        decision.set === scope.set &&
        decision.key === key &&
        (decision.column === scope.column || decision.column === everyColumn) &&
        (decision.year === undefined || decision.year === year) &&
        isInForce(decision, scope.context.on),
    )
    .toSorted(
      (one, other) =>
        Number(one.column === everyColumn) - Number(other.column === everyColumn) ||
        Number(one.year === undefined) - Number(other.year === undefined) ||
        compare(other.from, one.from),
    )
}

/** A level of one year judges figures of that year for good; any other while its decision is in force. */
function isInForce({ year, from, until }: KnownLevelDecision, on: IsoDate): boolean {
  return year === undefined ? covers({ from, until }, on) : from <= on
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
