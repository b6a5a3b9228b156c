import { afterAll, beforeAll, expect, test } from 'vitest'

import type { Edition } from '@ancu/core/criteria'
import type { Result } from '@ancu/core/kernel'
import type { Refusal } from '@ancu/core/text'

import { command, localOperator, openLedger, type Program } from '../commands/index.ts'
import { withStorages } from '../database/testing/index.ts'
import { checkPack } from './packs.ts'
import { decideEdition, type Published } from './publish.ts'
import { readmePacks, type ReadmePacks } from './testing/readme-packs.ts'

withStorages('publishing an edition', (given) => {
  let packs: ReadmePacks
  let program: Program
  let content: Edition

  beforeAll(async () => {
    packs = await readmePacks()
    const pack = await checkPack(packs.example)
    if (!pack.ok) throw new Error(JSON.stringify(pack.refusal))
    content = pack.value.edition
    program = {
      storage: given.storage,
      provinceId: 'kon-tum',
      clock: Date.now,
      project: async () => undefined,
    }
    await openLedger(given.storage, program.provinceId)
  })
  afterAll(() => packs.remove())

  const publish = async (change: Partial<Edition['set']>): Promise<Result<unknown, Refusal>> =>
    command<Published, Refusal>(
      program,
      localOperator,
      { commandId: JSON.stringify(change), kind: 'packs.add', via: 'cli', payload: { ...change } },
      (reader) => decideEdition(reader, { ...content, set: { ...content.set, ...change } }),
    )

  test('a later one of the same set is taken, the same again or one for other units is refused', async () => {
    expect(await publish({})).toMatchObject({ ok: true })
    expect(await publish({ edition: 2 })).toMatchObject({ ok: true })
    expect(await publish({ edition: 2, bands: [] })).toMatchObject({
      ok: false,
      refusal: { code: 'editionPublished' },
    })
    expect(await publish({ edition: 3, forKinds: ['commune'] })).toMatchObject({
      ok: false,
      refusal: { code: 'editionForOthers', set: content.set.id },
    })
  })
})
