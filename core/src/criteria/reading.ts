import { addDays, covers, type IsoDate } from '../kernel/index.ts'
import type {
  CriteriaSet,
  Criterion,
  Indicator,
  LegalSource,
  Level,
  LevelOfSet,
  Owner,
  Rule,
} from './criteria.ts'
import { everyColumn, resolveLevel, type LevelContext } from './levels.ts'
import type { Levelled } from './rules/visit.ts'

/** A level as it holds on a day, for columns side by side that share it. */
export type ReadLevel = {
  /** Columns of the set in its order; `*` where the set has none. */
  readonly columns: readonly string[]
  /** Stated by the set, decided by the province, left to it and not decided, not known to us, or not asked there. */
  readonly state: 'stated' | 'decided' | 'delegated' | 'unknown' | 'notApplicable'
  /** On the scale of the measure, of a share percent times 100; where it is known. */
  readonly scaled: number | undefined
  /** Year whose figures it judges, where it differs by year. */
  readonly year: number | undefined
  /** The set's level of every year, where it differs by year. */
  readonly byYear: Readonly<Record<number, number>> | undefined
  /** The level of another set that it is so much of. */
  readonly of: LevelOfSet | undefined
  /** What the set itself says of it; undefined where it says nothing. */
  readonly source: LegalSource | undefined
  /** The province's decision that holds. */
  readonly decision: string | undefined
}

/** One line of a rule, as an annex has it: a condition, or what heads several. */
export type ReadTerm = {
  /** How deep in the rule: 0 is the rule itself. */
  readonly depth: number
  readonly rule: Rule
  /** Empty where the line has no level. */
  readonly levels: readonly ReadLevel[]
}

/** One wording of an indicator, with its own time. */
export type ReadProvision = {
  readonly from: IsoDate
  readonly until: IsoDate | undefined
  readonly inForce: boolean
  readonly terms: readonly ReadTerm[]
}

/** The day a set is read on: the one asked for, or the nearest on which it is in force. */
export function readingDay({ inForce: { from, until } }: CriteriaSet, on: IsoDate): IsoDate {
  if (on < from) return from
  return until === undefined || on < until ? on : addDays(until, -1)
}

/** A rule line by line, with the levels that hold on the day of the context. */
export function readRule(set: CriteriaSet, rule: Rule, context: LevelContext): readonly ReadTerm[] {
  return termsOf(rule, 0, set, context)
}

/** Every wording of an indicator, with the levels that hold on the day of the context. */
export function readIndicator(
  set: CriteriaSet,
  indicator: Indicator,
  context: LevelContext,
): readonly ReadProvision[] {
  return indicator.provisions.map((provision) => ({
    from: provision.from,
    until: provision.until,
    inForce: covers(provision, context.on),
    terms: readRule(set, provision.rule, context),
  }))
}

/** Levels of the wordings in force on the day, each counted once for all columns that share it. */
export function countLevels(set: CriteriaSet, context: LevelContext): Record<ReadLevel['state'], number> {
  const counts = { stated: 0, decided: 0, delegated: 0, unknown: 0, notApplicable: 0 }
  for (const indicator of set.criteria.flatMap((criterion) => criterion.indicators)) {
    for (const provision of readIndicator(set, indicator, context)) {
      if (!provision.inForce) continue
      for (const { state } of provision.terms.flatMap((term) => term.levels)) counts[state] += 1
    }
  }
  return counts
}

/** The bodies that answer for an indicator on a day: its own, else its criterion's. */
export function ownersOn(
  criterion: Criterion,
  indicator: Indicator | undefined,
  on: IsoDate,
): readonly Owner[] {
  const own = indicator?.owners ?? []
  return (own.length > 0 ? own : criterion.owners).filter((owner) => isOf(owner, on))
}

function isOf({ from, until }: Owner, on: IsoDate): boolean {
  return (from === undefined || from <= on) && (until === undefined || on < until)
}

function termsOf(rule: Rule, depth: number, set: CriteriaSet, context: LevelContext): readonly ReadTerm[] {
  const levels = 'levels' in rule ? levelsOf(rule, set, context) : []
  return [{ depth, rule, levels }, ...partsOf(rule).flatMap((part) => termsOf(part, depth + 1, set, context))]
}

/** The rules one step inside, also those about other units. */
function partsOf(rule: Rule): readonly Rule[] {
  if ('parts' in rule) return rule.parts
  return 'that' in rule ? [rule.that] : []
}

function levelsOf(rule: Levelled, set: CriteriaSet, context: LevelContext): readonly ReadLevel[] {
  const columns = set.columns.length > 0 ? set.columns.map((column) => column.id) : [everyColumn]
  const read: ReadLevel[] = []
  for (const column of columns) {
    const level = levelIn(rule, column, set, context)
    const last = read.at(-1)
    if (last !== undefined && isSame(last, level)) {
      read[read.length - 1] = { ...last, columns: [...last.columns, column] }
    } else read.push({ columns: [column], ...level })
  }
  return read
}

function levelIn(
  rule: Levelled,
  column: string,
  set: CriteriaSet,
  context: LevelContext,
): Omit<ReadLevel, 'columns'> {
  const said: Level | undefined = Object.hasOwn(rule.levels, column)
    ? rule.levels[column]
    : rule.levels[everyColumn]
  const resolved = resolveLevel(rule, { set: set.id, column, context })
  return {
    state: resolved.kind === 'decision' ? 'decided' : 'scaled' in resolved ? 'stated' : resolved.kind,
    scaled: 'scaled' in resolved ? resolved.scaled : undefined,
    year: resolved.year,
    byYear: said?.kind === 'byYear' ? said.scaled : undefined,
    of: said?.kind === 'ofSet' ? said.of : undefined,
    source: said?.source,
    decision: resolved.kind === 'decision' ? resolved.decision : undefined,
  }
}

function isSame(one: Omit<ReadLevel, 'columns'>, other: Omit<ReadLevel, 'columns'>): boolean {
  return (
    one.state === other.state &&
    one.scaled === other.scaled &&
    one.year === other.year &&
    one.byYear === other.byYear &&
    one.of === other.of &&
    one.decision === other.decision &&
    one.source?.document === other.source?.document &&
    one.source?.article === other.source?.article &&
    one.source?.checked === other.source?.checked &&
    one.source?.note === other.source?.note
  )
}
