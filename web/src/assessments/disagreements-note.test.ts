import { expect, test } from 'vitest'

import type { UnitId } from '@ancu/core/units'

import {
  checkNote,
  emptyNote,
  hasSameFacts,
  mostLetters,
  openNow,
  withdrawalOf,
  type NoteDraft,
} from './disagreements-note.ts'
import { filterDisagreements, ownersOf, type Disagreement } from './disagreements-filter.ts'

const row: Disagreement = {
  kind: 'claimedFigure',
  subject: 'claimedFigure:m-organisations:2023-12-31',
  unit: {
    id: 'kt-23320' as UnitId,
    code: '23320',
    name: 'Vinh Quang',
    place: { vi: 'xã Vinh Quang, thành phố Kon Tum', en: 'Vinh Quang commune, Kon Tum city' },
    kind: 'commune',
  },
  district: 'kt-608',
  criterion: { code: '18', name: { vi: 'Hệ thống chính trị', en: 'Political system' } },
  indicator: { code: '18.3', name: { vi: 'Tổ chức chính trị', en: 'Organisations' } },
  measure: null,
  period: '2023-12-31',
  one: { by: 'unit', text: { vi: '3/5', en: '3/5' }, facts: ['f-1'] },
  other: { by: 'check', text: { vi: '5/5', en: '5/5' }, facts: ['f-2'] },
  facts: ['f-1', 'f-2'],
  owner: { vi: 'Sở Nội vụ', en: 'Department of Home Affairs' },
  state: 'open',
  note: null,
  illustrative: true,
}

const document = {
  id: 'doc-1',
  title: 'Biên bản',
  number: '12/BB-UBND',
  day: '2024-03-15',
  issuer: null,
  url: null,
  unchecked: true,
  illustrative: false,
  note: null,
}

function check(typed: Partial<NoteDraft>, documents = {}) {
  return checkNote(
    { ...emptyNote(() => 'n-1'), ...typed },
    {
      row,
      documents,
      today: '2024-03-31',
      newDocument: 'd-new',
      titleOf: (number) => `Văn bản số ${number}`,
    },
  )
}

test('a note alone names exactly the facts that disagree', () => {
  expect(check({ note: '  Xã đếm\nthừa  hai tổ chức. ' })).toEqual({
    ok: true,
    command: {
      commandId: 'reconcile-n-1',
      documents: [],
      reconciliations: [
        {
          id: 'n-1',
          unit: 'kt-23320',
          subject: row.subject,
          facts: ['f-1', 'f-2'],
          note: 'Xã đếm thừa hai tổ chức.',
        },
      ],
    },
  })
})

test('a document is brought along by its number, or named where it is on record', () => {
  const typed = { note: 'Số thẩm tra đúng.', number: '12/BB-UBND', day: '15/3/2024' }

  expect(check(typed)).toMatchObject({
    command: {
      documents: [{ id: 'd-new', title: 'Văn bản số 12/BB-UBND', number: '12/BB-UBND', day: '2024-03-15' }],
      reconciliations: [{ document: 'd-new' }],
    },
  })
  expect(check(typed, { 'doc-1': document })).toMatchObject({
    command: { documents: [], reconciliations: [{ document: 'doc-1' }] },
  })
})

test.each([
  [{ note: ' ' }, { field: 'note', code: 'missing' }],
  [{ note: 'a'.repeat(mostLetters + 1) }, { field: 'note', code: 'long' }],
  [
    { note: 'a', number: '1', day: '31/2/2024' },
    { field: 'day', code: 'day' },
  ],
  [
    { note: 'a', number: '1', day: '1/4/2024' },
    { field: 'day', code: 'dayLate' },
  ],
  [
    { note: 'a', day: '15/3/2024' },
    { field: 'number', code: 'unnamed' },
  ],
])('what cannot be read is told at its field: %o', (typed, fault) => {
  expect(check(typed)).toEqual({ ok: false, faults: [fault] })
})

test('a note is taken back by one more on the same facts, under the same command however often', () => {
  const note = { id: 'n-1', note: 'Số thẩm tra đúng.', document: 'doc-1' }

  expect(withdrawalOf({ ...row, note })).toEqual({
    commandId: 'withdraw-n-1',
    reconciliations: [
      {
        id: 'n-1-withdrawn',
        unit: 'kt-23320',
        subject: row.subject,
        facts: ['f-1', 'f-2'],
        note: note.note,
        document: 'doc-1',
        withdrawn: true,
      },
    ],
  })
})

test('what was written for other facts, or about what is settled, is not taken for the same', () => {
  expect(hasSameFacts(['f-1', 'f-2'], row.facts)).toBe(true)
  expect(hasSameFacts(['f-1', 'f-3'], row.facts)).toBe(false)
  expect(openNow([row], row)).toBe(row)
  expect(openNow([{ ...row, state: 'reconciled' }], row)).toBeUndefined()
})

test('the list is sifted by words without accents, codes, owner and state; open ones are meant unless told', () => {
  const settled: Disagreement = { ...row, state: 'reconciled', owner: null }
  const rows = [row, settled]

  expect(filterDisagreements(rows, {})).toEqual([row])
  expect(filterDisagreements(rows, { state: 'all' })).toEqual(rows)
  expect(filterDisagreements(rows, { state: 'all', owner: 'none' })).toEqual([settled])
  expect(filterDisagreements(rows, { text: 'to chuc' })).toEqual([row])
  expect(filterDisagreements(rows, { text: '18.3' })).toEqual([row])
  expect(filterDisagreements(rows, { text: 'Đắk Hà' })).toEqual([])
  expect(filterDisagreements(rows, { kind: 'villageSum' })).toEqual([])
  expect(ownersOf(rows)).toEqual([row.owner])
})
