import { expect, test } from 'vitest'

import { refusalText } from '@ancu/core/text'

import { sidesFor } from './settle.ts'

test('two sets of which no unit is judged by both are refused in a sentence that says of what each is', () => {
  const communes = { id: 'communes', forKinds: ['commune', 'ward'] } as const
  const outcome = sidesFor(communes, { id: 'villages', forKinds: ['village'] })

  expect(sidesFor(communes, { id: 'wards', forKinds: ['ward'] })).toEqual({
    ok: true,
    value: undefined,
  })
  expect(outcome.ok ? '' : refusalText(outcome.refusal, 'vi')).toBe(
    'Bộ “communes” xét xã, phường, còn bộ “villages” xét thôn: không đơn vị nào thuộc cả hai nên không so được. Chọn hai bộ dành cho cùng một loại đơn vị.',
  )
  expect(outcome.ok ? '' : refusalText(outcome.refusal, 'en')).toMatch(
    /^The set “communes” is for: commune, ward; the set “villages” is for: village. No unit/,
  )
})

test('a switch on a day that is over leads to a comparison of the two sets on that day', () => {
  const refusal = {
    code: 'switchInPast',
    from: '2024-01-01',
    on: '2024-03-31',
    old: 'one',
    set: 'other',
  } as const

  expect(refusalText(refusal, 'vi')).toContain(
    'khác nhau gì vào ngày 1/1/2024, hãy so sánh bộ “one” với bộ “other” ở ngày ấy',
  )
  expect(refusalText(refusal, 'en')).toContain('on 1/1/2024, compare “one” with “other” on that day')
})
