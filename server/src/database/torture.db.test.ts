import { expect, test } from 'vitest'
import { aBareFolder, aPostgresDatabase, torture, type OwnPlace } from './testing/index.ts'

const kills = 20

const server = process.env['TEST_DATABASE_URL'] ?? ''
const engines: readonly (readonly [string, () => Promise<OwnPlace>])[] = [
  ['pglite', aBareFolder],
  ...(server === '' ? [] : [['postgres', () => aPostgresDatabase(server)] as const]),
]

test.each(engines)(
  'a process killed 20 times while it writes loses nothing acknowledged and leaves nothing half done: %s',
  { timeout: 300_000 },
  async (_engine, make) => {
    const own = await make()
    try {
      const report = await torture(own.place, kills, Math.random)

      expect(report).toMatchObject({ kills, faults: [] })
      expect(report.acknowledged).toBeGreaterThanOrEqual(kills)
      expect(report.found).toBeGreaterThanOrEqual(report.acknowledged)
    } finally {
      await own.remove()
    }
  },
)
