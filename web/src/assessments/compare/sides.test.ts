import { expect, test } from 'vitest'

import { day } from '../../testing/answers.ts'
import { areComparable, chooseSides, type Choosable } from './sides.ts'

function aSet(set: string, given: Partial<Choosable> = {}): Choosable {
  return { set, replaces: null, judges: false, applied: null, forKinds: ['commune'], ...given }
}

function since(from: string): Choosable['applied'] {
  return { from: day(from), document: null, assumed: false, note: null }
}

const sets = [
  aSet('communes-1', { applied: since('2011-01-01') }),
  aSet('communes-2', { applied: since('2016-12-01') }),
  aSet('communes-3', { applied: since('2022-10-01'), judges: true, replaces: 'communes-2' }),
  aSet('communes-4', { replaces: 'communes-3' }),
  aSet('communes-higher'),
  aSet('villages-1', { forKinds: ['village'] }),
  aSet('villages-2', { forKinds: ['village'], replaces: 'villages-1' }),
  aSet('districts', { forKinds: ['ruralDistrict'] }),
]

test.each([
  ['nothing: what judges and what was applied before it', {}, ['communes-2', 'communes-3']],
  ['both: as they are', { old: 'communes-1', new: 'communes-4' }, ['communes-1', 'communes-4']],
  ['a new one: what it replaces', { new: 'villages-2' }, ['villages-1', 'villages-2']],
  ['an old one: what replaces it', { old: 'communes-3' }, ['communes-3', 'communes-4']],
  ['one that replaces nothing: what judges', { new: 'communes-higher' }, ['communes-3', 'communes-higher']],
  ['one alone for its units: the other side stays open', { old: 'districts' }, ['districts', undefined]],
  ['one that nobody knows: left to the server to refuse', { new: 'none' }, [undefined, 'none']],
])('an address gives %s', (_what, asked, [old, fresh]) => {
  expect(chooseSides(sets, { old: undefined, new: undefined, ...asked })).toEqual({ old, new: fresh })
})

test('while no set judges, or only one that nothing follows, a side stays open', () => {
  const open = { old: undefined, new: undefined }

  expect(chooseSides([aSet('communes-1')], open)).toEqual(open)
  expect(chooseSides([aSet('communes-1', { judges: true, applied: since('2016-12-01') })], open)).toEqual({
    ...open,
    new: 'communes-1',
  })
  expect(
    chooseSides([aSet('communes-1', { judges: true }), aSet('communes-2', { replaces: 'communes-1' })], open),
  ).toEqual({ old: 'communes-1', new: 'communes-2' })
})

test('only other sets for the same units are held against a set', () => {
  const of = (wanted: string) =>
    sets.filter((each) => areComparable(aSet(wanted), each)).map(({ set }) => set)

  expect(of('communes-3')).toEqual(['communes-1', 'communes-2', 'communes-4', 'communes-higher'])
})
