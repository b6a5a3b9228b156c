import { expect, test } from 'vitest'

import { personKey } from './work.ts'

test.each([
  ['Y Lan', ' y  LAN '],
  ['Y Lan', 'Y La\u200bn'],
  ['Đặng Thị Ánh', 'Đặng Thị Ánh'.normalize('NFD')],
])('%j and %j are one person', (one, other) => {
  expect(personKey(other)).toBe(personKey(one))
})

test('people of other names are others', () => {
  expect(personKey('Y Lan')).not.toBe(personKey('Y Lân'))
})
