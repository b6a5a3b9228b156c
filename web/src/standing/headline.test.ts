import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { totals } from '../testing/answers.ts'
import { headlineOf, oneDecimal } from './headline.ts'

describe('the sentence of an area', () => {
  test('tells how many meet the set, how many are recognised and the average', () => {
    const figures = totals({ total: 85, meeting: 48, recognised: 42, averageCriteria: 16.0353 })

    expect(headlineOf(figures, true)).toEqual({
      meeting: { kind: 'some', meeting: 48, total: 85 },
      recognised: 42,
      average: { kind: 'exact', average: 16.0353 },
    })
  })

  test('is an interval while some communes are not settled', () => {
    const bounds = { least: 15.5, most: 16.25 }
    const figures = totals({ total: 85, meeting: 40, undetermined: 5, averageBounds: bounds })

    expect(headlineOf(figures, true)).toMatchObject({
      meeting: { kind: 'between', least: 40, most: 45, total: 85 },
      average: { kind: 'between', ...bounds },
    })
  })

  test('begins with what is known where less than half is', () => {
    const figures = totals({ total: 86, meeting: 2, undetermined: 66, averageBounds: { least: 1, most: 18 } })

    expect(headlineOf(figures, true)).toMatchObject({
      meeting: { kind: 'mostlyUnknown', known: 20, meeting: 2, total: 86 },
      average: { kind: 'nothing' },
    })
  })

  test.each([
    ['no commune', totals({ total: 0 }), true, 'noCommunes'],
    ['no set', totals({ total: 85, undetermined: 85 }), false, 'noSet'],
    ['nothing known', totals({ total: 85, undetermined: 85 }), true, 'allUnknown'],
    ['none meeting', totals({ total: 6 }), true, 'none'],
    ['all meeting', totals({ total: 6, meeting: 6 }), true, 'all'],
  ])('knows the case of %s', (_name, figures, hasSet, kind) => {
    expect(headlineOf(figures, hasSet).meeting.kind).toBe(kind)
  })

  test('never says that an unsettled commune does not meet the set', () => {
    const some = fc.integer({ min: 1, max: 100 })
    fc.assert(
      fc.property(fc.nat(100), some, fc.nat(100), (meeting, undetermined, notMeeting) => {
        const total = meeting + undetermined + notMeeting
        const { kind } = headlineOf(totals({ total, meeting, undetermined }), true).meeting
        return !['none', 'some', 'all'].includes(kind)
      }),
    )
    expect(headlineOf(totals({ total: 2, undetermined: 1 }), true).meeting.kind).toBe('between')
  })
})

test('an average is told with one decimal and never rounded up to a whole', () => {
  expect([16.0353, 12.2353, 16.96, 18.9999, 19].map(oneDecimal)).toEqual([16, 12.2, 16.9, 18.9, 19])
})
