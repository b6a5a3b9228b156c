import { expect, test } from 'vitest'

import { withdrawVerdicts } from '@ancu/core/figures'
import { carryOver } from '@ancu/core/assessments'

import { day, row as communeRow } from '../../testing/answers.ts'
import { commandOf, draftOf, refusedRows, withdrawalOf, withReason } from './commands.ts'
import { byUnit, countGrounds, filterRows, isCarriable, yearsOld, type CarriableRow } from './rows.ts'

function aRow(unit: string, code: string, given: Partial<CarriableRow> = {}): CarriableRow {
  const part = (number: string) => ({
    code: number,
    criterion: number,
    name: { vi: `Tiêu chí ${number}`, en: `Criterion ${number}` },
  })
  return {
    unit: {
      id: communeRow(unit.replaceAll(' ', '-'), '').id,
      code: null,
      name: unit,
      place: { vi: unit, en: unit },
      kind: 'commune',
    },
    district: null,
    scope: 'criterion',
    old: part(code),
    new: part(`1${code}`),
    ground: 'same',
    obstacle: null,
    verdict: 'unknown',
    claim: {
      id: `${unit} ${code}`.replaceAll(' ', '-'),
      verdict: 'met',
      stage: 'appraised',
      asOf: day('2020-12-31'),
      reason: null,
      document: 'bao-cao',
      evidence: null,
      entrySeq: 7,
      illustrative: true,
    },
    ...given,
  }
}

const irrigation = aRow('Tan Lap', '3', { ground: 'words' })
const power = aRow('Tan Lap', '4')
const culture = aRow('Đắk Tờ Re', '6', { ground: 'lower' })
const rows = [irrigation, power, culture]
const all = { text: undefined, ground: undefined, code: undefined }

test.each([
  ['all', all, rows],
  ['by the name of the unit, accents forgiven', { ...all, text: 'dak to' }, [culture]],
  ['by why they may count', { ...all, ground: 'words' }, [irrigation]],
  ['by the criterion of the old set', { ...all, code: '4' }, [power]],
])('rows are sifted: %s', (_what, filter, expected) => {
  expect(filterRows(rows, filter)).toEqual(expected)
})

test('rows are told unit by unit, the surest ground first', () => {
  expect(byUnit(rows).map(({ unit, rows: of }) => [unit.name, of.length])).toEqual([
    ['Tan Lap', 2],
    ['Đắk Tờ Re', 1],
  ])
  expect(countGrounds([irrigation, power, { ...power, ground: 'stillUnmet' }])).toEqual([
    { ground: 'same', count: 1 },
    { ground: 'stillUnmet', count: 1 },
    { ground: 'words', count: 1 },
  ])
  expect([irrigation, { ...power, ground: null }].filter(isCarriable)).toEqual([irrigation])
})

test.each([
  ['2020-09-30', undefined],
  ['2020-09-29', 2],
  ['2017-11-14', 4],
  ['2017-09-30', 5],
])('a conclusion of %s is so many years old on 30/9/2022: %s', (asOf, years) => {
  expect(yearsOld(day(asOf), day('2022-09-30'))).toBe(years)
})

function counting(): () => string {
  let last = 0
  return () => `id-${++last}`
}

test('what is confirmed names each conclusion once, and is the same command while nothing is changed', () => {
  const draft = draftOf([irrigation, power], undefined, counting())
  const side = { edition: 1, name: { vi: '', en: '', short: '' }, inForce: true, on: day('2022-09-30') }
  const between = {
    on: day('2022-09-30'),
    oldSide: { ...side, set: 'old' },
    newSide: { ...side, set: 'new' },
    area: undefined,
  }

  expect(commandOf(draft, between)).toEqual({
    commandId: 'id-1',
    old: 'old',
    new: 'new',
    on: '2022-09-30',
    claims: [
      { id: 'id-2', claim: 'Tan-Lap-3' },
      { id: 'id-3', claim: 'Tan-Lap-4' },
    ],
  })
  expect(draftOf([irrigation, power], draft, counting())).toBe(draft)
  expect(draftOf([irrigation], draft, counting()).rows).toHaveLength(1)
  const explained = withReason(draft, ' Đã họp. ', () => crypto.randomUUID())
  expect(explained.commandId).not.toBe(draft.commandId)
  expect(commandOf(explained, { ...between, area: 'kt-614' })).toMatchObject({
    reason: 'Đã họp.',
    unit: 'kt-614',
  })
  expect(carryOver.body.safeParse(commandOf(explained, between)).success).toBe(true)
})

test('what takes it back names what was recorded, and is the same command each time', () => {
  const draft = draftOf([irrigation, power], undefined, counting())
  const withdrawal = withdrawalOf(draft, counting())

  expect(withdrawal).toEqual({
    commandId: 'undo-id-1',
    claims: [
      { id: 'id-1', claim: 'id-2' },
      { id: 'id-2', claim: 'id-3' },
    ],
  })
  expect(withdrawVerdicts.body.safeParse(withdrawal).success).toBe(true)
})

test('rows that are refused are named; a refusal of another kind names none', () => {
  const draft = draftOf(rows, undefined, counting())
  const refusal = (code: string) => ({ refusals: [{ code, section: 'verdicts', value: 'Tan-Lap-4' }] })

  expect(refusedRows(draft, refusal('notCarriable'))).toEqual([power])
  expect(refusedRows(draft, refusal('unitUnknown'))).toEqual([])
  expect(refusedRows(draft, {})).toEqual([])
})
