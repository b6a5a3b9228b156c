import { join } from 'node:path'
import { expect, test } from 'vitest'

import { factBundle } from '@ancu/core/figures'

import { readPacks } from '../criteria/packs.ts'
import { demoWorld } from './demo.ts'

test('the demo knows every set of packs/, none before the documents it rests on, and applies what it is known to have applied', async () => {
  const packs = await readPacks(join(import.meta.dirname, '../../../packs'))
  const { entries } = demoWorld()
  const told = entries.map(({ day, facts }) => ({ day, facts: factBundle.parse(facts) }))
  const published = told.flatMap(({ day, facts }) =>
    facts.editions.map(({ set, edition }) => ({ day, name: `${set} ${edition}` })),
  )

  const held = (packs.ok ? packs.value : []).map(({ edition: { set, documents } }) => ({
    name: `${set.id} ${set.edition}`,
    issued: documents.find((one) => one.id === set.legalBasis[0]?.document)?.day,
  }))
  expect(published.map((one) => one.name).toSorted()).toEqual(held.map((one) => one.name).toSorted())
  for (const { name, issued } of held) {
    const day = published.find((one) => one.name === name)?.day ?? ''
    expect(day >= (issued ?? '')).toBe(true)
  }
  expect(told.flatMap(({ facts }) => facts.setApplications.map((one) => `${one.set} ${one.from}`))).toEqual([
    'commune-2016-2020 2016-12-01',
    'commune-2021-2025 2022-10-01',
  ])
})
