import { expect, test } from 'vitest'

import { checkApply, emptyApply, neighboursOf } from './command.ts'

const given = { set: 'new', id: 'a1', titleOf: 'Quyết định áp dụng bộ mới' }

test('a day alone is an application without a document', () => {
  const checked = checkApply({ ...emptyApply, from: '1/7/2026' }, given)
  expect(checked).toEqual({
    ok: true,
    command: { documents: [], applications: [{ id: 'a1', set: 'new', from: '2026-07-01' }] },
  })
})

test('what is typed of a decision makes a document that the application names', () => {
  const checked = checkApply({ ...emptyApply, from: '1/7/2026', number: ' 12/QĐ-UBND ' }, given)
  expect(checked).toEqual({
    ok: true,
    command: {
      documents: [{ id: 'a1-document', title: given.titleOf, number: '12/QĐ-UBND' }],
      applications: [{ id: 'a1', set: 'new', from: '2026-07-01', document: 'a1-document' }],
    },
  })
})

test('days that are none are told by their fields', () => {
  expect(checkApply({ ...emptyApply, day: '32/1/2026' }, given)).toEqual({
    ok: false,
    faults: [
      { field: 'from', code: 'missing', text: '' },
      { field: 'day', code: 'day', text: '32/1/2026' },
    ],
  })
})

test('around a day stand the set that judges, the one of that very day, and the next', () => {
  const around = neighboursOf('new', '2022-01-01', {
    sets: [aSet('old', '2017-01-01', true), aSet('same', '2022-01-01'), aSet('later', '2026-07-01')],
  })
  expect(around).toEqual({
    before: 'old',
    sameDay: 'same',
    next: { name: 'later', day: '1/7/2026' },
  })
})

function aSet(set: string, from: string, judges = false) {
  return { set, judges, name: { short: set }, applied: { from } }
}
