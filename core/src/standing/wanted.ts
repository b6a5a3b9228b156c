import {
  readIndicator,
  rulesIn,
  type CompiledSet,
  type CriteriaSet,
  type LegalSource,
  type Rule,
} from '../criteria/index.ts'
import type { ExplainedStanding } from './evidence.ts'

/** What of the law is not known: a level, the rest of a criterion, a name, or from when the province applies a set. */
export type WantedWhy = 'delegated' | 'unknown' | 'incomplete' | 'name' | 'application'

/** One thing that a document would tell, and the verdicts that wait for it. */
export type WantedPart = Waiting & {
  readonly why: WantedWhy
  /** Of the indicator, the criterion or the prerequisite; undefined where the whole set waits. */
  readonly code: string | undefined
  /** What a decision of the province names to fill the level. */
  readonly key: string | undefined
  /** Columns in use that lack it. */
  readonly columns: readonly string[]
  /** Years of figures that lack it, where it differs by year. */
  readonly years: readonly number[]
  readonly source: LegalSource | undefined
}

/** Computed verdicts that are unknown for want of something: of it alone, or of it and of something else. */
export type Waiting = { readonly alone: number; readonly along: number }

/** A document, or the province's decision, with all that it would tell of one set. */
export type WantedDocument = Waiting & {
  readonly from: 'law' | 'province'
  /** The document cited for what is missing; undefined for a decision that the province has yet to take. */
  readonly document: string | undefined
  readonly parts: readonly WantedPart[]
}

export type WantedOfSet = Waiting & {
  /** Computed verdicts on indicators and prerequisites, and on criteria whose indicators are not all known. */
  readonly verdicts: number
  readonly unknown: number
  /** Those first for which most verdicts wait alone, then those for which most wait along with something else. */
  readonly documents: readonly WantedDocument[]
}

/** One unit judged by the set on the computed basis. */
export type JudgedUnit = { readonly compiled: CompiledSet; readonly explained: ExplainedStanding }

/**
 * Which documents are wanted to judge the units of an area by a set, and which verdicts wait for each of them. A
 * verdict waits for one alone where no figure and no conclusion is missing as well: to know the level settles it.
 */
export function wantedDocuments(set: CriteriaSet, units: readonly JudgedUnit[]): WantedOfSet {
  const tally = new Tally(set)
  for (const compiled of new Set(units.map((unit) => unit.compiled))) addOpen(tally, compiled)
  addNames(tally, set)
  for (const unit of units) addUnit(tally, unit)
  return tally.result()
}

/** Everything open in the column on the day, whether a verdict waits for it or not. */
function addOpen(tally: Tally, { set, column, context }: CompiledSet): void {
  for (const criterion of set.criteria) {
    if (criterion.complete === false)
      tally.partOf({ why: 'incomplete', code: criterion.code }, criterion.source)
    for (const indicator of criterion.indicators) {
      const terms = readIndicator(set, indicator, context).flatMap((each) => (each.inForce ? each.terms : []))
      for (const { rule, levels } of terms) {
        const open = levels.find((level) => level.columns.includes(column))
        if (!('key' in rule) || rule.key === undefined) continue
        if (open?.state !== 'delegated' && open?.state !== 'unknown') continue
        const part = tally.partOf({ why: open.state, code: indicator.code, key: rule.key }, open.source)
        part.columns.add(column)
        if (open.year !== undefined) part.years.add(open.year)
      }
    }
  }
}

function addNames(tally: Tally, set: CriteriaSet): void {
  for (const criterion of set.criteria) {
    for (const { code, nameChecked } of [criterion, ...criterion.indicators]) {
      if (nameChecked === 'unknown') tally.partOf({ why: 'name', code }, criterion.source)
    }
  }
}

function addUnit(tally: Tally, { compiled, explained }: JudgedUnit): void {
  let position = 0
  for (const { criterion, computed, indicators } of explained.criteria) {
    for (const one of indicators) {
      const rule = compiled.indicators[position]?.provision.rule
      position += 1
      tally.add(one.computed === 'unknown', () => reasonsOf(tally, one, rule))
    }
    if (criterion.complete !== false) continue
    tally.add(computed === 'unknown', () => ({
      parts: [tally.partOf({ why: 'incomplete', code: criterion.code }, criterion.source)],
      isAll: indicators.every((indicator) => indicator.computed !== 'unknown'),
    }))
  }
  for (const one of explained.prerequisites) {
    tally.add(one.computed === 'unknown', () => reasonsOf(tally, one, one.prerequisite.rule))
  }
}

type Explained = ExplainedStanding['prerequisites'][number] | IndicatorOf<ExplainedStanding>
type IndicatorOf<Standing extends ExplainedStanding> = Standing['criteria'][number]['indicators'][number]

/** What of the law one unknown verdict waits for, and whether that is all it waits for. */
type Reasons = { readonly parts: readonly Part[]; readonly isAll: boolean }

function reasonsOf(tally: Tally, { explanation }: Explained, rule: Rule | undefined): Reasons {
  const { levels, measures, conclusion } = explanation.missing
  const parts = levels.map(({ why, key, column, year }) => {
    const part = tally.partOf({ why, code: explanation.code, key }, sourceOf(rule, key, column))
    part.columns.add(column)
    if (year !== undefined) part.years.add(year)
    return part
  })
  return { parts: [...new Set(parts)], isAll: measures.length === 0 && !conclusion }
}

function sourceOf(rule: Rule | undefined, key: string, column: string): LegalSource | undefined {
  const levelled = (rule ? rulesIn(rule) : []).find((part) => 'levels' in part && part.key === key)
  if (levelled === undefined || !('levels' in levelled)) return undefined
  return (levelled.levels[column] ?? levelled.levels['*'])?.source
}

type Part = {
  readonly why: WantedWhy
  readonly code: string | undefined
  readonly key: string | undefined
  readonly columns: Set<string>
  readonly years: Set<number>
  readonly source: LegalSource | undefined
  readonly document: string | undefined
  alone: number
  along: number
}

/** Counts, by what is missing and by the document that would tell it. */
class Tally {
  readonly #parts = new Map<string, Part>()
  readonly #waiting = new Map<string | undefined, { alone: number; along: number }>()
  readonly #columns: readonly string[]
  readonly #fallback: LegalSource | undefined
  readonly #total = { verdicts: 0, unknown: 0, alone: 0, along: 0 }

  constructor(set: CriteriaSet) {
    this.#columns = set.columns.map((column) => column.id)
    this.#fallback = set.legalBasis[0]
  }

  /** The part of that name; made where there is none yet. */
  partOf(
    { why, code, key }: { readonly why: WantedWhy; readonly code: string; readonly key?: string },
    given: LegalSource | undefined,
  ): Part {
    const id = `${why} ${code} ${key ?? ''} ${given?.document ?? ''}`
    const found = this.#parts.get(id)
    if (found) return found
    const source = given ?? this.#fallback
    const document = why === 'delegated' ? undefined : source?.document
    const made: Part = {
      why,
      code,
      key,
      columns: new Set(),
      years: new Set(),
      source,
      document,
      alone: 0,
      along: 0,
    }
    this.#parts.set(id, made)
    return made
  }

  /** Counts one verdict; `reasons` is asked where it is unknown. */
  add(isUnknown: boolean, reasons: () => Reasons): void {
    this.#total.verdicts += 1
    if (!isUnknown) return
    this.#total.unknown += 1
    const { parts, isAll } = reasons()
    const documents = new Set(parts.map((part) => part.document))
    for (const part of parts) part[isAll && parts.length === 1 ? 'alone' : 'along'] += 1
    for (const document of documents) {
      const waiting = this.#waiting.get(document) ?? { alone: 0, along: 0 }
      this.#waiting.set(document, waiting)
      waiting[isAll && documents.size === 1 ? 'alone' : 'along'] += 1
    }
    if (parts.length > 0) this.#total[isAll ? 'alone' : 'along'] += 1
  }

  result(): WantedOfSet {
    const byDocument = Map.groupBy(this.#parts.values(), (part) => part.document)
    const documents = [...byDocument].map(([document, parts]): WantedDocument => {
      const { alone, along } = this.#waiting.get(document) ?? { alone: 0, along: 0 }
      const from = document === undefined ? ('province' as const) : ('law' as const)
      return {
        from,
        document,
        alone,
        along,
        parts: parts.map((part) => this.#told(part)).toSorted(mostFirst),
      }
    })
    return { ...this.#total, documents: documents.toSorted(mostFirst) }
  }

  #told(part: Part): WantedPart {
    const place = (column: string): number => this.#columns.indexOf(column)
    const { why, code, key, source, alone, along } = part
    return {
      why,
      code,
      key,
      source,
      alone,
      along,
      columns: [...part.columns].toSorted((one, other) => place(one) - place(other)),
      years: [...part.years].toSorted((one, other) => one - other),
    }
  }
}

/** Order of what is wanted: by the verdicts that wait for it alone, then by those that wait along with something else. */
export function mostFirst(one: Waiting, other: Waiting): number {
  return other.alone - one.alone || other.along - one.along
}
