import { covers, yearOf, type IsoDate } from '../kernel/index.ts'
import type { LegalSource, Level, Levels, Measure } from './criteria.ts'

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
export type LevelContext = { readonly on: IsoDate; readonly decisions: readonly KnownLevelDecision[] }

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
  | OpenLevel<'delegated'>
  | OpenLevel<'unknown'>

/** A level nobody has filled: left to the province, or not known to us. */
type OpenLevel<Kind> = {
  readonly kind: Kind
  readonly column: string
  readonly year: number | undefined
  readonly source: LegalSource | undefined
}

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
  rule: { readonly key: string; readonly levels: Levels },
  scope: LevelScope,
  year: number = yearOf(scope.context.on),
): ResolvedLevel {
  const { column } = scope
  const stated = Object.hasOwn(rule.levels, column) ? column : everyColumn
  const level = levelOf(rule.levels, column)
  if (level?.kind === 'value') {
    return { kind: 'set', scaled: level.scaled, column: stated, year: undefined, source: level.source }
  }
  const ofYear = level?.kind === 'byYear' ? level.scaled[year] : undefined
  if (level && ofYear !== undefined) {
    return { kind: 'set', scaled: ofYear, column: stated, year, source: level.source }
  }
  const open = level?.kind === 'delegated' ? 'delegated' : 'unknown'
  const decision = decisionsFor(rule.key, scope, year)[0]
  if (!decision) {
    return { kind: open, column, year: level?.kind === 'byYear' ? year : undefined, source: level?.source }
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

/** Whether a level can stand on the measure's scale: a whole number, a share from 0 to 100 %. */
export function levelFits(measure: Measure, scaled: number): boolean {
  if (!Number.isSafeInteger(scaled)) return false
  return measure.kind === 'share' ? scaled >= 0 && scaled <= 10_000 : measure.kind !== 'pass'
}

/** Years whose level may differ from that of other years. */
export function yearsOf(
  rule: { readonly key: string; readonly levels: Levels },
  scope: LevelScope,
): readonly number[] {
  const level = levelOf(rule.levels, scope.column)
  const stated = level?.kind === 'byYear' ? Object.keys(level.scaled).map(Number) : []
  const decided = scope.context.decisions.flatMap((decision) =>
    decision.key === rule.key && decision.year !== undefined ? [decision.year] : [],
  )
  return [...new Set([...stated, ...decided])]
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
