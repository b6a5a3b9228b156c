import { describe, expect, test } from 'vitest'

import { day } from '../kernel/index.ts'
import { applicationOn, type KnownSetApplication } from './decided.ts'

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
