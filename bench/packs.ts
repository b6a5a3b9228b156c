import { compileSet } from '@ancu/core/criteria'
import { readPacks } from '@ancu/server/criteria'
import { packsFolder } from '@ancu/server/routes'

import { compared, timesOf } from './measure.ts'

/** Every set of the programme compiled for each of its columns, beside parsing the same law as JSON. */
export async function benchPacks(): Promise<readonly string[]> {
  const packs = await readPacks(packsFolder)
  if (!packs.ok) throw new Error('the packs are wrong: packs check says where')
  const editions = packs.value.map(({ edition }) => edition)
  const findSet = (id: string) => editions.find(({ set }) => set.id === id)?.set
  const texts = editions.map((edition) => JSON.stringify(edition))
  const columns = editions.flatMap(({ set, measures }) => {
    const known = new Map(measures.map((measure) => [measure.id, measure]))
    const context = { on: set.inForce.from, decisions: [], findSet }
    const ids = set.columns.length === 0 ? ['*'] : set.columns.map(({ id }) => id)
    return ids.map((column) => () => compileSet(set, known, column, context))
  })
  const compiled = await timesOf(50, () => Promise.resolve(columns.map((compile) => compile())))
  const parsed = await timesOf(50, () => Promise.resolve(texts.map((text): unknown => JSON.parse(text))))
  const read = await timesOf(5, () => readPacks(packsFolder))
  const size = `${editions.length} sets, ${columns.length} columns`
  return [
    compared(`${size} compiled`, compiled, 'the same law parsed as JSON', parsed),
    compared(`${size} read from their files, with every example`, read, 'parsed as JSON', parsed),
  ]
}
