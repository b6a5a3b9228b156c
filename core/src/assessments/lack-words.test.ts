import { expect, test } from 'vitest'

import { lackWords } from './messages.ts'

test('a shortfall is told as the part that is still to be done, rounded up', () => {
  expect(lackWords({ kind: 'shortfall', share: 0.2019 }, 'vi')).toBe('còn thiếu 21% so với mức')
})

test('no share is told where nothing of it is done, or no figure tells', () => {
  expect(lackWords({ kind: 'shortfall', share: 1 }, 'vi')).toBe('chưa đạt mức')
})

test('what waits for a paper has no share', () => {
  expect(lackWords({ kind: 'figure', share: 0 }, 'en')).toBe('needs a figure')
})
