import { decisionActs, ranks } from '@ancu/core/decisions'
import {
  claimStages,
  figureStages,
  type listDecisions,
  type listFigures,
  type listLevels,
  type listVerdicts,
} from '@ancu/core/figures'
import type { EndpointAnswer } from '@ancu/core/kernel'
import { formatDay, formatNumber, formatPercent, formatShare, withUnit, type Language } from '@ancu/core/text'

import type { Say } from './command.ts'
import { table } from './table.ts'

type FigureRow = EndpointAnswer<typeof listFigures>['rows'][number]
type LevelRow = EndpointAnswer<typeof listLevels>['rows'][number]
type Measures = EndpointAnswer<typeof listFigures>['measures']

/** More than any measure keeps; zeros at the end are not shown. */
const mostDecimals = 6

export function showFigures(page: EndpointAnswer<typeof listFigures>, say: Say, language: Language): string {
  return pageText(page, say, [
    { head: say('column.id'), cell: (row) => row.id },
    { head: say('column.unit'), cell: (row) => row.unit },
    { head: say('column.measure'), cell: (row) => row.measure },
    { head: say('column.period'), cell: (row) => row.period },
    {
      head: say('column.value'),
      align: 'right',
      cell: (row) => quantityOf(row, page.measures, say, language),
    },
    { head: say('column.stage'), cell: (row) => say(`stage.${oneOf(figureStages, row.stage)}`) },
    { head: say('column.document'), cell: (row) => row.document ?? say('none') },
    { head: say('column.illustrative'), cell: (row) => (row.illustrative ? say('yes') : '') },
  ])
}

function quantityOf(row: FigureRow, measures: Measures, say: Say, language: Language): string {
  const { num, den, value, notApplicableReason } = row
  if (notApplicableReason !== null) return say('verdict.notApplicable')
  const measure = measures[row.measure]
  const unit = measure?.quantity[language] ?? ''
  if (num !== null && den !== null) {
    const parts = `${formatNumber(num, language)}/${formatNumber(den, language)}`
    return `${withUnit(parts, unit)} = ${formatShare(num, den, language)}`
  }
  if (measure?.kind === 'pass') return say(value === 1 ? 'yes' : 'no')
  return value === null ? say('verdict.unknown') : withUnit(formatNumber(value, language, mostDecimals), unit)
}

/** A level of a share is a percentage, any other stands in the unit of its measure. */
function levelOf(row: LevelRow, measures: Measures, say: Say, language: Language): string {
  const { value, measure: id, scaled } = row
  const measure = id === null ? undefined : measures[id]
  if (value === null || measure === undefined) return say('verdict.unknown')
  return measure.kind === 'share'
    ? formatPercent(scaled, language)
    : withUnit(formatNumber(value, language, mostDecimals), measure.quantity[language])
}

const attested = ['met', 'basicallyMet', 'unmet', 'notApplicable'] as const

export function showVerdicts(page: EndpointAnswer<typeof listVerdicts>, say: Say): string {
  return pageText(page, say, [
    { head: say('column.id'), cell: (row) => row.id },
    { head: say('column.unit'), cell: (row) => row.unit },
    { head: say('column.set'), cell: (row) => row.set },
    { head: say('column.part'), cell: (row) => row.code ?? say('label.whole') },
    {
      head: say('column.verdict'),
      cell: ({ verdict, withdrawn, replaces }) =>
        withdrawn
          ? say('say.withdraws', { replaces: replaces ?? say('none') })
          : say(`verdict.${oneOf(attested, verdict)}`),
    },
    { head: say('column.asOf'), align: 'right', cell: (row) => formatDay(row.asOf) },
    { head: say('column.stage'), cell: (row) => say(`stage.${oneOf(claimStages, row.stage)}`) },
    { head: say('column.document'), cell: (row) => row.document ?? say('none') },
    { head: say('column.carriedFrom'), cell: (row) => row.carriedFrom ?? say('none') },
    { head: say('column.illustrative'), cell: (row) => (row.illustrative ? say('yes') : '') },
  ])
}

export function showDecisions(page: EndpointAnswer<typeof listDecisions>, say: Say): string {
  return pageText(page, say, [
    { head: say('column.id'), cell: (row) => row.id },
    { head: say('column.unit'), cell: (row) => row.unit },
    { head: say('column.act'), cell: (row) => say(`act.${oneOf(decisionActs, row.act)}`) },
    { head: say('column.rank'), cell: (row) => say(`rank.${oneOf(ranks, row.rank)}`) },
    { head: say('column.day'), align: 'right', cell: (row) => formatDay(row.day) },
    { head: say('column.number'), cell: (row) => row.number ?? say('none') },
    { head: say('column.document'), cell: (row) => row.document ?? say('none') },
    { head: say('column.illustrative'), cell: (row) => (row.illustrative ? say('yes') : '') },
  ])
}

export function showLevels(page: EndpointAnswer<typeof listLevels>, say: Say, language: Language): string {
  return pageText(page, say, [
    { head: say('column.id'), cell: (row) => row.id },
    { head: say('column.set'), cell: (row) => row.set },
    { head: say('column.part'), cell: (row) => row.key },
    { head: say('column.levelColumn'), cell: (row) => row.column },
    { head: say('column.year'), align: 'right', cell: (row) => (row.year === null ? '' : String(row.year)) },
    { head: say('column.level'), align: 'right', cell: (row) => levelOf(row, page.measures, say, language) },
    { head: say('column.day'), align: 'right', cell: (row) => formatDay(row.from) },
    { head: say('column.document'), cell: (row) => row.document },
    { head: say('column.article'), cell: (row) => row.article ?? '' },
  ])
}

function pageText<Row>(
  { rows, next }: { readonly rows: readonly Row[]; readonly next: string | null },
  say: Say,
  columns: Parameters<typeof table<Row>>[0],
): string {
  if (rows.length === 0) return say('say.nothing')
  return [table(columns, rows), ...(next === null ? [] : [say('say.more', { next })])].join('\n')
}

/** The word among those the program knows; lists answer with plain texts. */
function oneOf<Word extends string>(words: readonly Word[], given: string): Word {
  const word = words.find((one) => one === given)
  if (word === undefined) throw new Error(`a known word was expected: ${given}`)
  return word
}
