import fc from 'fast-check'
import { expect, test } from 'vitest'

import { day } from '../kernel/index.ts'
import {
  formatDay,
  formatNumber,
  formatPercent,
  formatScaled,
  formatShare,
  noBreak,
  withUnit,
} from './format.ts'

const noBreakSpace = '\u00a0'

test('numbers are written as each language writes them', () => {
  expect(formatNumber(21_989, 'vi')).toBe('21.989')
  expect(formatNumber(21_989, 'en')).toBe('21,989')
  expect(formatNumber(15.32, 'vi')).toBe('15,32')
  expect(formatNumber(16, 'vi')).toBe('16')
  expect(formatNumber(-31.4, 'vi')).toBe('−31,4')
  expect(formatNumber(-0.001, 'vi')).toBe('0')
  expect(formatNumber(1_234_567.5, 'en')).toBe('1,234,567.5')
  expect(() => formatNumber(Number.NaN, 'vi')).toThrow('finite')
})

test('scaled numbers are exact and drop zeros at the end', () => {
  expect(formatScaled(447, 1, 'vi')).toBe('44,7')
  expect(formatScaled(440, 1, 'vi')).toBe('44')
  expect(formatScaled(5, 2, 'en')).toBe('0.05')
  expect(formatScaled(-1_234_567, 3, 'vi')).toBe('−1.234,567')
  expect(formatPercent(2650, 'vi')).toBe(`26,5${noBreakSpace}%`)
  expect(formatPercent(10_000, 'en')).toBe('100%')
})

test('a share keeps to its own side of the level', () => {
  expect(formatShare(279, 1000, 'vi', 3000)).toBe(`27,9${noBreakSpace}%`)
  expect(formatShare(8996, 10_000, 'vi', 9000)).toBe(`89,96${noBreakSpace}%`)
  expect(formatShare(8996, 10_000, 'vi')).toBe(`90,0${noBreakSpace}%`)
  expect(formatShare(9004, 10_000, 'en', 9000)).toBe('90.04%')
  expect(formatShare(899_999, 1_000_000, 'en', 9000)).toBe('89.9999%')
  expect(formatShare(99_999_999_999, 100_000_000_000, 'en', 10_000)).toBe('99.999999999%')
  expect(formatShare(1, 2, 'vi', 5000)).toBe(`50${noBreakSpace}%`)
  expect(formatShare(1, 3, 'vi')).toBe(`33,3${noBreakSpace}%`)
})

test('no share is ever shown on, or beyond, a level that it does not reach', () => {
  const share = fc
    .tuple(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }))
    .map(([one, other]) => ({ num: Math.min(one, other), den: Math.max(one, other) }))
  fc.assert(
    fc.property(share, fc.nat(10_000), ({ num, den }, level) => {
      const shown = Number(formatShare(num, den, 'en', level).replace('%', ''))
      expect(Math.sign(shown * 100 - level)).toBe(Math.sign(num * 10_000 - level * den))
    }),
  )
})

test('days and units', () => {
  expect(formatDay(day('2024-03-31'))).toBe('31/3/2024')
  expect(formatDay(day('2022-03-08'))).toBe('8/3/2022')
  expect(noBreak('Xã Đăk Hà')).toBe(`Xã${noBreakSpace}Đăk${noBreakSpace}Hà`)
  expect(withUnit('32', 'hộ')).toBe(`32${noBreakSpace}hộ`)
  expect(withUnit('32', '')).toBe('32')
})
