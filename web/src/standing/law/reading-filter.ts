import { searchKey } from '@ancu/core/text'

import { termsRead, type ReadCriterion, type Reading, type ReadIndicator } from './answers.ts'

export const onlyWhat = ['key', 'missing', 'decided', 'unchecked'] as const

/** Which indicators are meant, as it stands in the address. */
export type ReadingFilter = {
  readonly text?: string | undefined
  readonly only?: string | undefined
  /** A body in charge, by its Vietnamese name. */
  readonly owner?: string | undefined
}

/** The criteria with the indicators that the filter means; a criterion of which none is left is left out. */
export function filterReading(
  { criteria, measures }: Pick<Reading, 'criteria' | 'measures'>,
  filter: ReadingFilter,
): readonly ReadCriterion[] {
  const isFiltered = [filter.text, filter.only, filter.owner].some(
    (each) => each !== undefined && each !== '',
  )
  if (!isFiltered) return criteria
  return criteria.flatMap((criterion) => {
    const indicators = criterion.indicators.filter((indicator) =>
      isMeant(criterion, indicator, filter, measures),
    )
    const isWanted =
      indicators.length > 0 || (criterion.indicators.length === 0 && isEmptyMeant(criterion, filter))
    return isWanted ? [{ ...criterion, indicators }] : []
  })
}

export function countIndicators(criteria: readonly ReadCriterion[]): number {
  return criteria.reduce((sum, { indicators }) => sum + indicators.length, 0)
}

/** Bodies in charge on the day read, each once, in the order of the criteria. */
export function ownersIn({
  criteria,
}: Pick<Reading, 'criteria'>): readonly { readonly vi: string; readonly en: string }[] {
  const names = criteria.flatMap(({ indicators }) =>
    indicators.flatMap(({ owners }) => owners.map(({ name }) => name)),
  )
  return [...new Map(names.map((name) => [name.vi, name])).values()]
}

function isMeant(
  criterion: ReadCriterion,
  indicator: ReadIndicator,
  { text, only, owner }: ReadingFilter,
  measures: Reading['measures'],
): boolean {
  if (owner !== undefined && !indicator.owners.some(({ name }) => name.vi === owner)) return false
  if (only !== undefined && !isOnly(only, criterion, indicator)) return false
  return text === undefined || hasText(text, criterion, indicator, measures)
}

function isEmptyMeant(criterion: ReadCriterion, { text, only, owner }: ReadingFilter): boolean {
  if (owner !== undefined) return criterion.owners.some(({ name }) => name.vi === owner)
  if (only !== undefined)
    return only === 'missing' || only === 'unchecked' || (only === 'key' && criterion.key)
  return text === undefined || [criterion.name.vi, criterion.name.en].some((name) => contains(name, text))
}

function isOnly(only: string, criterion: ReadCriterion, indicator: ReadIndicator): boolean {
  const terms = termsRead(indicator)
  const levels = terms.flatMap((term) => term.levels)
  switch (onlyWhat.find((each) => each === only)) {
    case 'key':
      return criterion.key
    case 'missing':
      return (
        indicator.nameChecked === 'unknown' ||
        levels.some(({ state }) => state === 'delegated' || state === 'unknown')
      )
    case 'decided':
      return levels.some(({ state }) => state === 'decided')
    case 'unchecked':
      return (
        indicator.nameChecked !== 'text' ||
        [...terms, ...levels].some(({ source }) => source !== null && source.checked !== 'text')
      )
    case undefined:
      return false
  }
}

/** A code, or words of the criterion, the indicator, or what it measures; accents may be left out. */
function hasText(
  text: string,
  criterion: ReadCriterion,
  indicator: ReadIndicator,
  measures: Reading['measures'],
): boolean {
  const asked = text.trim()
  if (/^\d+(\.\d+)*$/.test(asked)) {
    return [criterion.code, indicator.code].some((code) => code === asked || code.startsWith(`${asked}.`))
  }
  const measured = termsRead(indicator).flatMap(({ measure }) =>
    measure === null ? [] : (measures[measure] ?? []),
  )
  const named = [criterion, indicator, ...measured].flatMap(({ name }) => [name.vi, name.en])
  return named.some((name) => contains(name, asked))
}

function contains(name: string, text: string): boolean {
  return searchKey(name).includes(searchKey(text))
}
