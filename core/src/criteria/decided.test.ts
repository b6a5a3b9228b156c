import { describe, expect, test } from 'vitest'

import { day } from '../kernel/index.ts'
import {
  applicationOn,
  levelsKnown,
  setsApplied,
  type KnownSetApplication,
  type LevelDecision,
} from './decided.ts'

function anApplication(
  id: string,
  set: string,
  from: string,
  seq = 1,
  replaces?: string,
): KnownSetApplication {
  return { id, set, from: day(from), assumed: false, seq, ...(replaces === undefined ? {} : { replaces }) }
}

const old = anApplication('a-old', 'set-old', '2016-12-01')
const fresh = anApplication('a-new', 'set-new', '2022-10-01', 5)

describe('the set applied', () => {
  test('is the last one that had begun by the day', () => {
    expect(applicationOn([old, fresh], day('2022-09-30'), 9)?.set).toBe('set-old')
    expect(applicationOn([old, fresh], day('2022-10-01'), 9)?.set).toBe('set-new')
    expect(applicationOn([fresh, old], day('2026-01-01'), 9)?.set).toBe('set-new')
  })

  test('is none before the first', () => {
    expect(applicationOn([old, fresh], day('2016-11-30'), 9)).toBeUndefined()
  })

  test('is the old one for whoever did not know of the new', () => {
    expect(applicationOn([old, fresh], day('2024-03-31'), 4)?.set).toBe('set-old')
  })

  test('a mended day takes the place of the one it names', () => {
    const mended = anApplication('a-mended', 'set-new', '2023-01-01', 7, 'a-new')

    expect(applicationOn([old, fresh, mended], day('2022-12-31'), 9)?.set).toBe('set-old')
    expect(applicationOn([old, fresh, mended], day('2022-12-31'), 6)?.set).toBe('set-new')
  })
})

test('sets are applied side by side, each until the one that replaces it is', () => {
  const sets = [
    { id: 'set-old', replaces: undefined },
    { id: 'set-new', replaces: 'set-old' },
    { id: 'villages', replaces: undefined },
  ]
  const applications = [old, fresh, anApplication('a-v', 'villages', '2022-01-01', 3)]
  const on = (asked: string, knownSeq = 9) =>
    setsApplied(sets, applications, day(asked), knownSeq).map(({ id }) => id)

  expect(on('2021-12-31')).toEqual(['set-old'])
  expect(on('2022-09-30')).toEqual(['set-old', 'villages'])
  expect(on('2022-10-01')).toEqual(['set-new', 'villages'])
  expect(on('2022-10-01', 4)).toEqual(['set-old', 'villages'])
})

describe('levels that count', () => {
  const aLevel = (id: string, seq: number, change: Partial<LevelDecision> = {}) => ({
    id,
    set: 'set-new',
    key: '2.1',
    column: '*',
    scaled: 100,
    document: 'd-1',
    from: day('2023-01-01'),
    illustrative: false,
    seq,
    ...change,
  })
  const idsOf = (levels: readonly ReturnType<typeof aLevel>[], knownSeq = 9) =>
    levelsKnown(levels, 'set-new', knownSeq).map(({ id }) => id)

  test('are those of the set, as known', () => {
    expect(idsOf([aLevel('l-1', 1), aLevel('l-2', 5), aLevel('l-3', 2, { set: 'set-old' })], 4)).toEqual([
      'l-1',
    ])
  })

  test('a corrected one gives way, and of two corrections the older counts', () => {
    const mended = aLevel('l-2', 2, { replaces: 'l-1' })
    const again = aLevel('l-3', 3, { replaces: 'l-1' })

    expect(idsOf([aLevel('l-1', 1), mended, again])).toEqual(['l-2'])
    expect(idsOf([aLevel('l-1', 1), mended, again], 1)).toEqual(['l-1'])
  })

  test('a withdrawn one counts no more, for whoever knows of it, and nothing stands in its place', () => {
    const withdrawn = aLevel('l-2', 2, { replaces: 'l-1', withdrawn: true })

    expect(idsOf([aLevel('l-1', 1), withdrawn])).toEqual([])
    expect(idsOf([aLevel('l-1', 1), withdrawn], 1)).toEqual(['l-1'])
    expect(idsOf([aLevel('l-1', 1), withdrawn, aLevel('l-3', 3)])).toEqual(['l-3'])
  })
})
