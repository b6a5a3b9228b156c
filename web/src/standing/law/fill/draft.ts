import { onScale, readDecimal } from '@ancu/core/text'

import { readDay } from '../../../ui/day-entry.ts'
import { everyColumn, termsRead, type Reading, type ReadTerm } from '../answers.ts'
import { scaleOf, type Scale } from '../level-words.ts'

/** One level as it is being written down. */
export type LevelDraft = {
  /** Names the block on the screen; it is the id under which the level is written. */
  readonly id: string
  readonly key: string
  readonly column: string
  readonly year: string
  readonly value: string
  readonly article: string
  /** The level that it corrects. */
  readonly replaces: string | undefined
}

/** A decision of the province with its levels, as texts. */
export type Draft = {
  readonly number: string
  readonly day: string
  readonly issuer: string
  readonly name: string
  readonly from: string
  readonly levels: readonly LevelDraft[]
}

export type FaultCode =
  | 'missing'
  | 'day'
  | 'dayLate'
  | 'notANumber'
  | 'numberTwoWays'
  | 'numberTooLong'
  | 'tooFine'
  | 'outOfScale'
  | 'belowZero'
  | 'year'
  | 'twice'

/** What is wrong with one field, named `number` or `<id of the level>.value`. */
export type DraftFault = { readonly field: string; readonly code: FaultCode; readonly text: string }

/** A level that may be filled: where it stands, what it is counted in, and the columns that are open. */
export type OpenLevel = {
  readonly key: string
  readonly code: string
  readonly name: { readonly vi: string; readonly en: string }
  readonly scale: Scale
  readonly columns: readonly string[]
  /** Whether every column of the set is open, so that one level may stand for all. */
  readonly isEvery: boolean
}

/** Every level of the set that the province may decide, in the order of the annex. */
export function openLevels(reading: Reading): readonly OpenLevel[] {
  return reading.criteria.flatMap(({ indicators }) =>
    indicators.flatMap((indicator) => {
      const terms = termsRead(indicator).filter(({ key }) => key !== null)
      return terms.flatMap((term) => {
        const columns = columnsOpen(term)
        const scale = scaleOf(term, reading.measures)
        if (term.key === null || scale === undefined || columns.length === 0) return []
        const measure = terms.length > 1 && term.measure !== null ? reading.measures[term.measure] : undefined
        const isEvery = columns.length === term.levels.flatMap((level) => level.columns).length
        const { code, name } = indicator
        return [{ key: term.key, code, name: measure?.name ?? term.name ?? name, scale, columns, isEvery }]
      })
    }),
  )
}

function columnsOpen({ levels }: ReadTerm): readonly string[] {
  return levels.flatMap(({ state, columns }) =>
    state === 'delegated' || state === 'unknown' || state === 'decided' ? columns : [],
  )
}

/** A decision ready to be sent: the document, unless it is on record, and its levels. */
export type Command = {
  readonly documents: readonly {
    readonly id: string
    readonly title: string
    readonly number: string
    readonly day: string
    readonly issuer: string
  }[]
  readonly levels: readonly CommandLevel[]
}

export type CommandLevel = {
  readonly id: string
  readonly set: string
  readonly key: string
  readonly column: string
  readonly year?: number
  /** The level as it was written: "70,5". */
  readonly value: string
  readonly document: string
  readonly article?: string
  readonly from: string
  readonly replaces?: string
}

export type Checked =
  | { readonly ok: true; readonly command: Command }
  | { readonly ok: false; readonly faults: readonly DraftFault[] }

export type CheckGiven = {
  readonly reading: Reading
  readonly today: string
  /** Id of the document, where it is not on record yet. */
  readonly newDocument: string
  /** Title of a decision of which none was written down. */
  readonly titleOf: string
}

const [firstDay, lastDay] = ['1945-09-02', '2100-12-31']

/** Reads the texts of a draft; nothing is sent unless every one of them can be read. */
export function checkDraft(draft: Draft, { reading, today, newDocument, titleOf }: CheckGiven): Checked {
  const faults: DraftFault[] = []
  const fault = (field: string, code: FaultCode, text = ''): undefined => {
    faults.push({ field, code, text })
    return undefined
  }
  const filled = (field: 'number' | 'issuer'): string =>
    draft[field].trim() || (fault(field, 'missing') ?? '')
  const dayIn = (field: 'day' | 'from', last: string): string | undefined => {
    const text = draft[field].trim()
    if (text === '') return fault(field, 'missing')
    const read = readDay(text, firstDay, last)
    return read.ok ? read.day : fault(field, read.fault === 'tooLate' ? 'dayLate' : 'day', text)
  }
  const number = filled('number')
  const day = dayIn('day', today)
  const issuer = filled('issuer')
  const from = draft.from.trim() === '' ? day : dayIn('from', lastDay)
  const open = openLevels(reading)
  const seen = new Set<string>()
  const known = recordedDocument(reading, number, day)
  const document = known ?? newDocument
  const levels = draft.levels.flatMap((level): CommandLevel[] => {
    const field = (name: string) => `${level.id}.${name}`
    const found = open.find(({ key }) => key === level.key)
    if (found === undefined) return fault(field('key'), 'missing') ?? []
    const column = found.columns.includes(level.column) ? level.column : everyColumn
    const year = yearOf(level.year)
    if (year === null) fault(field('year'), 'year', level.year)
    const place = `${level.key} ${column} ${year ?? ''}`
    if (seen.has(place)) fault(field('key'), 'twice')
    seen.add(place)
    const wrong = valueFault(level.value, found.scale)
    if (wrong !== undefined) fault(field('value'), wrong, level.value.trim())
    const article = level.article.trim()
    return [
      {
        id: level.id,
        set: reading.set,
        key: level.key,
        column,
        ...(year === undefined || year === null ? {} : { year }),
        value: level.value.trim(),
        document,
        ...(article === '' ? {} : { article }),
        from: from ?? '',
        ...(level.replaces === undefined ? {} : { replaces: level.replaces }),
      },
    ]
  })
  if (faults.length > 0 || day === undefined) return { ok: false, faults }
  const title = draft.name.trim() || titleOf
  const documents = known === undefined ? [{ id: newDocument, title, number, day, issuer }] : []
  return { ok: true, command: { documents, levels } }
}

/** The document of that number and day, where levels on record name it already. */
function recordedDocument(reading: Reading, number: string, day: string | undefined): string | undefined {
  const ids = new Set(Object.values(reading.levels).map(({ document }) => document))
  return Object.values(reading.documents).find(
    (document) => ids.has(document.id) && document.number === number && document.day === day,
  )?.id
}

/** Undefined where none is given, null where it is no year. */
function yearOf(text: string): number | undefined | null {
  const given = text.trim()
  if (given === '') return undefined
  const year = Number(given)
  return /^\d{4}$/.test(given) && year >= 2009 && year <= 2100 ? year : null
}

function valueFault(text: string, scale: Scale): FaultCode | undefined {
  if (text.trim() === '') return 'missing'
  const read = readDecimal(text)
  if (!read.ok) return read.refusal
  const scaled = onScale(read.value, scale.decimals)
  if (scaled === undefined) return 'tooFine'
  if (scaled < 0 && !scale.isNegative) return 'belowZero'
  return scale.isShare && scaled > 10_000 ? 'outOfScale' : undefined
}
