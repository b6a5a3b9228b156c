import { expect, test } from 'vitest'

import { openProgram } from '../app.ts'
import { localOperator, read } from '../commands/index.ts'
import { openStorage, StorageError } from '../database/index.ts'
import { aMigratedFolder } from '../database/testing/index.ts'
import { listEntries } from '../ledger/entries.ts'

test('a demo that was cut off goes on with its own seed, and another seed is refused by both names', async () => {
  const { place, remove } = await aMigratedFolder()
  const openUntilLoading = async (seed?: number): Promise<unknown> => {
    const stop = new AbortController()
    const onProgress = ({ kind }: { readonly kind: string }): void => {
      if (kind === 'loading') stop.abort()
    }
    const opening = openProgram({ place, demo: true, seed, onProgress, signal: stop.signal })
    return opening.then(
      () => 'opened',
      (error: unknown) => (error === stop.signal.reason ? 'cut off' : error),
    )
  }
  try {
    expect(await openUntilLoading(7)).toBe('cut off')
    expect(await openUntilLoading(8)).toMatchObject(
      new StorageError({ code: 'demoOfAnotherSeed', begun: 7, given: 8 }),
    )
    expect(await openUntilLoading()).toBe('cut off')

    const storage = await openStorage(place)
    const program = { storage, provinceId: 'kon-tum', clock: Date.now, project: async () => undefined }
    const entries = await read(program, localOperator, (reader) => listEntries(reader))
    expect(entries.map(({ commandId }) => commandId)).toEqual(
      entries.map((_, nth) => `world-kon-tum-7-${nth + 1}`),
    )
    expect(entries.length).toBeGreaterThan(1)
    await storage.close()
  } finally {
    await remove()
  }
}, 120_000)
