import { expect, test } from 'vitest'

import { afterBo, isMostlyUntold } from './answers.ts'

test('the name of a set is not said twice after the word for it', () => {
  expect(afterBo('Bộ tiêu chí về xã nông thôn mới giai đoạn 2026-2030')).toBe(
    'xã nông thôn mới giai đoạn 2026-2030',
  )
  expect(afterBo('Bộ tiêu chí quốc gia về nông thôn mới')).toBe('quốc gia về nông thôn mới')
  expect(afterBo('Xã NTM 2021-2025')).toBe('Xã NTM 2021-2025')
})

test('a set of which exactly half is unknown is not mostly untold', () => {
  expect(isMostlyUntold({ new: { met: 0, of: 10, unknown: 5 } })).toBe(false)
  expect(isMostlyUntold({ new: { met: 0, of: 10, unknown: 6 } })).toBe(true)
})
