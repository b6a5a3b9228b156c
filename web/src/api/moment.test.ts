import { describe, expect, test } from 'vitest'

import { changedHref, dayAsked, dayInAddress, hrefOf, readAddress } from './moment.ts'

const opensOn = '2024-03-31'
const today = '2026-11-22'

describe('the moment in the address', () => {
  test('is read back as it was written', () => {
    const address = {
      unit: 'former:kt-62',
      on: '2019-05-31',
      known: '2020-01-01',
      set: 's',
      basis: 'computed',
    }
    expect(readAddress(new URL(hrefOf('/', address), 'http://x').search)).toEqual(address)
  })

  test('goes along from page to page, and a page may say otherwise', () => {
    expect(hrefOf('/don-vi/kt-1', { on: '2019-05-31' }, { criterion: '17' })).toBe(
      '/don-vi/kt-1?on=2019-05-31&criterion=17',
    )
    expect(hrefOf('/', { on: '2019-05-31', unit: 'a' }, { on: undefined })).toBe('/?unit=a')
  })

  test('changes without touching what else stands there', () => {
    expect(changedHref('/', '?on=2019-05-31&x=1', { on: undefined, known: '2020-01-01' })).toBe(
      '/?x=1&known=2020-01-01',
    )
  })

  test.each([
    ['the demo opens on its day', {}, opensOn, opensOn],
    ['today is asked for by a word', { on: 'today' }, opensOn, undefined],
    ['a real province opens today', {}, null, undefined],
    ['a day is a day', { on: '2019-05-31' }, opensOn, '2019-05-31'],
  ])('%s', (_name, address, opens, expected) => {
    expect(dayAsked(address, opens)).toBe(expected)
  })

  test('every day written into the address is the day read out of it', () => {
    for (const opens of [opensOn, null]) {
      for (const day of ['2019-05-31', opensOn, today, undefined]) {
        const on = dayInAddress(day, today, opens)
        expect(dayAsked(on === undefined ? {} : { on }, opens)).toBe(day === today ? undefined : day)
      }
    }
  })
})
