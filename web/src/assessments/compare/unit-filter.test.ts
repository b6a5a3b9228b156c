import { expect, test } from 'vitest'

import { row } from '../../testing/answers.ts'
import { isRecognisedNoLonger, isUntold, type ComparedUnit } from './answers.ts'
import { lostWeave } from './bands.ts'
import { filterUnits } from './unit-filter.ts'

function aUnit(name: string, given: Partial<ComparedUnit> = {}): ComparedUnit {
  const side = { met: 19, of: 19, unknown: 0, whole: 'met' as const }
  return {
    id: row(name, '').id,
    code: null,
    name,
    place: { vi: name, en: name },
    kind: 'commune',
    district: null,
    ranks: [],
    old: side,
    new: side,
    gained: 0,
    lost: 0,
    changes: [],
    ...given,
  }
}

const short = { met: 13, of: 19, unknown: 0, whole: 'unmet' as const }
const nothing = { met: 0, of: 19, unknown: 19, whole: 'unknown' as const }
const whole = aUnit('Tân Lập')
const losing = aUnit('Đắk Tờ Re', { new: short, lost: 6, ranks: ['standard'] })
const gaining = aUnit('Đắk Kôi', { old: short, gained: 6 })
const untold = aUnit('Đắk Pne', { new: nothing, lost: 19 })
const units = [whole, losing, gaining, untold]

test.each([
  ['accents are forgiven', { text: 'dak to', only: undefined }, [losing]],
  ['those that lose', { text: undefined, only: 'losing' }, [losing, untold]],
  ['those that gain', { text: '', only: 'gaining' }, [gaining]],
  ['recognised and no longer meeting', { text: undefined, only: 'recognised' }, [losing]],
  ['of which nothing can be told', { text: undefined, only: 'untold' }, [untold]],
  ['what nobody asks for sifts nothing', { text: undefined, only: 'else' }, units],
])('units are sifted: %s', (_what, filter, expected) => {
  expect(filterUnits(units, filter)).toEqual(expected)
})

test('a unit is drawn by what it loses, and hatched where one side knows nothing of it', () => {
  const weaves = [0, 2, 5, 9, 10, 19].map((lost) => lostWeave(aUnit('Kon Rẫy', { lost })))

  expect(weaves).toEqual(['full', 'high', 'half', 'low', 'bare', 'bare'])
  expect(lostWeave(untold)).toBe('unknown')
  expect([isUntold(losing), isUntold(untold)]).toEqual([false, true])
})

test('only who holds a recognition and met the set before is recognised and no longer meeting', () => {
  expect(units.filter(isRecognisedNoLonger)).toEqual([losing])
  expect(isRecognisedNoLonger(aUnit('Đắk Kôi', { old: short, new: short, ranks: ['standard'] }))).toBe(false)
})
