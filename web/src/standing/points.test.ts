import { expect, test } from 'vitest'

import vi from '../../../core/locales/vi/standing-screen.json' with { type: 'json' }

import { say } from '../ui/messages.ts'
import { passWords, scoreShort } from './points.ts'
import type { StandingSay } from './texts.ts'

const t: StandingSay = (key, params = {}) => say(vi, 'vi', key, params).replaceAll('\u00a0', ' ')

const points = { kind: 'points', passAt: 8000, criterionFloor: undefined, notApplicable: 'granted' }

test('a set that wants every criterion needs no words', () => {
  expect(passWords({ score: null, passRule: { kind: 'allCriteria' } }, t, 'vi')).toEqual([])
  expect(passWords({ score: null, passRule: null }, t, 'vi')).toEqual([])
})

test('so many criteria, and those among them that must be', () => {
  const passRule = { kind: 'atLeastCriteria', count: 15, required: ['10', '11'] }

  expect(passWords({ score: null, passRule }, t, 'vi')).toEqual([
    'Bộ này đạt khi đạt ít nhất 15 tiêu chí.',
    'Bắt buộc phải đạt: 10, 11.',
  ])
})

test('points are an interval while something is unknown, beside those that are needed', () => {
  expect(passWords({ score: { least: 6000, most: 7550, max: 10_000 }, passRule: points }, t, 'vi')).toEqual([
    'Được từ 60 đến 75,5 trên 100 điểm: chỗ chưa rõ còn có thể thêm.',
    'Cần 80 điểm.',
    'Chỉ tiêu không áp dụng được tính đủ điểm.',
  ])
  expect(scoreShort({ least: 600, most: 800, max: 1000 }, t, 'vi')).toBe('6–8 điểm')
  expect(scoreShort({ least: 600, most: 600, max: 1000 }, t, 'vi')).toBe('6 điểm')
})

test('the floor of a criterion is told as the set has it', () => {
  const score = { least: 8000, most: 8000, max: 10_000 }
  const floored = (criterionFloor: object) =>
    passWords({ score, passRule: { ...points, criterionFloor, notApplicable: 'rescaled' } }, t, 'vi')

  expect(floored({ percent: 5000 })).toEqual([
    'Được 80 trên 100 điểm.',
    'Cần 80 điểm.',
    'Mỗi tiêu chí phải được ít nhất 50 % số điểm của nó.',
    'Chỉ tiêu không áp dụng thì không tính, điểm cần đạt giảm theo tỷ lệ.',
  ])
  expect(floored({ points: 300 })).toContain('Mỗi tiêu chí phải được ít nhất 3 điểm.')
})
