import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { expect, test } from 'vitest'

import { withStorages } from '../database/testing/index.ts'

const run = promisify(execFile)
const zones = ['Asia/Ho_Chi_Minh', 'Pacific/Kiritimati', 'America/Los_Angeles'] as const

withStorages('the time zone of the machine', (given) => {
  test('changes nothing in what is known when', async () => {
    await given.storage.close()
    const told: {
      readonly zone: number
      readonly answers: { readonly known: unknown; readonly todays: unknown }
    }[] = []
    for (const [index, zone] of zones.entries()) {
      const child = fileURLToPath(new URL('testing/zone-child.ts', import.meta.url))
      const written = `p${index}`
      const verified = `p${Math.max(0, index - 1)}`
      const { stdout } = await run(
        process.execPath,
        [child, JSON.stringify(given.place), written, verified],
        {
          env: { ...process.env, TZ: zone },
        },
      )
      told.push(JSON.parse(stdout))
    }
    expect(told.map((one) => one.zone)).toEqual([-420, -840, 480])
    const [first] = told
    expect(first?.answers).toMatchObject({
      todays: ['2024-03-31', '2024-04-01', '2024-12-31', '2025-01-01'],
      known: [0, 1, 2, 3, 4],
      found: 0,
    })
    expect(told.map((one) => one.answers)).toEqual(zones.map(() => first?.answers))
  })
})
