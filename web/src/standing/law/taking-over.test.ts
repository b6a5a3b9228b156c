import { expect, test } from 'vitest'

import { comingPath, couldTakeOver } from './taking-over.ts'

const judging = { set: 'now', time: 'inForce', forKinds: ['commune'], judges: true } as const
const sets = [judging]

test.each([
  [{ set: 'next', time: 'coming', forKinds: ['commune'] } as const, true],
  [{ set: 'other', time: 'inForce', forKinds: ['commune', 'village'] } as const, true],
  [judging, false],
  [{ set: 'past', time: 'ended', forKinds: ['commune'] } as const, false],
  [{ set: 'villages', time: 'inForce', forKinds: ['village'] } as const, false],
])('a set could take over from the one that judges: %j', (set, could) => {
  expect(couldTakeOver(set, { sets })).toBe(could)
})

test('no set could take over where nobody knows which one judges', () => {
  expect(couldTakeOver({ set: 'next', time: 'coming', forKinds: ['commune'] }, { sets: [] })).toBe(false)
})

test('the address of what a set would change holds its name', () => {
  expect(comingPath('next')).toBe('/bo-tieu-chi/next/sap-ap-dung')
})
