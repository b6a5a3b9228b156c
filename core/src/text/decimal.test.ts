import fc from 'fast-check'
import { expect, test } from 'vitest'

import { decimalText, fromScale, onScale, readDecimal } from './decimal.ts'

function scaledFrom(given: number | string, scale: number): number | string {
  const read = readDecimal(given)
  return read.ok ? (onScale(read.value, scale) ?? 'too fine') : read.refusal
}

test.each([
  ['2,1', 1, 21],
  ['2.1', 1, 21],
  [2.1, 1, 21],
  [' 2,10 ', 1, 21],
  ['0,05', 2, 5],
  ['-3,5', 1, -35],
  ['−3,5', 1, -35],
  ['-0', 0, 0],
  [-0, 0, 0],
  ['447', 1, 4470],
  ['1234', 0, 1234],
  ['1.234,5', 1, 12_345],
  ['1,234.5', 1, 12_345],
  ['1.234.567', 0, 1_234_567],
  ['1,234,567', 0, 1_234_567],
  ['1.234,567', 3, 1_234_567],
  ['0.125', 3, 125],
  ['1234.125', 3, 1_234_125],
  ['1,2340', 3, 1234],
  [1.234, 3, 1234],
  [1234, 0, 1234],
  ['2,15', 1, 'too fine'],
  [2.15, 1, 'too fine'],
])('%j on scale %j is %j', (given, scale, scaled) => {
  expect(scaledFrom(given, scale)).toBe(scaled)
})

test.each([
  ['1.234', 'numberTwoWays'],
  ['1,234', 'numberTwoWays'],
  ['-12.500', 'numberTwoWays'],
  ['', 'notANumber'],
  ['một', 'notANumber'],
  ['2,1 %', 'notANumber'],
  ['2,1,3', 'notANumber'],
  ['1.23.456', 'notANumber'],
  ['1,5.', 'notANumber'],
  ['+1', 'notANumber'],
  ['1e3', 'notANumber'],
  ['0x10', 'notANumber'],
  ['1234567890123456', 'numberTooLong'],
  [1e300, 'numberTooLong'],
  [1e-9, 'numberTooLong'],
])('%j is refused: %s', (given, fault) => {
  expect(scaledFrom(given, 6)).toBe(fault)
})

test('what is written to a file, as text or as a number, is read back as it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e11, max: 1e11 }), fc.nat(6), (scaled, scale) => {
      expect(scaledFrom(decimalText(scaled, scale), scale)).toBe(scaled)
      expect(scaledFrom(fromScale(scaled, scale), scale)).toBe(scaled)
    }),
  )
})

test('whatever text is given, a number comes out whole or a fault does', () => {
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'0123456789.,-− ') }),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(text, fc.nat(6), (given, scale) => {
      const read = readDecimal(given)
      if (!read.ok) return
      const scaled = onScale(read.value, scale)
      expect(scaled === undefined || Number.isInteger(scaled)).toBe(true)
    }),
  )
})
