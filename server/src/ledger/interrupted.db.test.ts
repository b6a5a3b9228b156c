import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

import { expect, test } from 'vitest'

import { aProgram, done, kontum } from '../commands/testing/index.ts'
import { withStorages } from '../database/testing/index.ts'
import { backup, restore, verifyLedger } from './index.ts'
import { aFolderForFiles } from './testing/fixture.ts'

withStorages('a restore killed half way', (given) => {
  const child = fileURLToPath(new URL('testing/restore-child.ts', import.meta.url))

  /** Restores in a process of its own and kills it when it comes to a step. */
  async function killAt(step: string, file: string): Promise<readonly string[]> {
    const running = spawn(process.execPath, [child, JSON.stringify(given.place), file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = new Promise((resolve) => running.on('close', resolve))
    const lines: string[] = []
    for await (const line of createInterface(running.stdout)) {
      lines.push(line)
      if (line === step) running.kill('SIGKILL')
    }
    await ended
    return lines
  }

  test('leaves nothing behind, and can be done again', async () => {
    const files = await aFolderForFiles()
    const file = files.at('full')
    const full = await aProgram(await given.another())
    const units = Array.from({ length: 12_000 }, (_, index) => ({ id: `unit-${index}` }))
    await done(full, { commandId: 'one' }, (writer) => writer.insert('unit', units.slice(0, 6_000)))
    await done(full, { commandId: 'two' }, (writer) => writer.insert('unit', units.slice(6_000)))
    expect(await backup(full, file)).toMatchObject({ ok: true })

    await given.storage.close()
    for (const step of ['writing', 'rebuilding']) {
      const steps = await killAt(step, file)
      expect(steps).toContain(step)
      expect(steps.filter((line) => line.startsWith('{'))).toEqual([])
    }

    const storage = await given.reopen()
    expect(await verifyLedger(await aProgram(storage))).toMatchObject({ upTo: 0, found: 0 })
    expect(await restore(storage, file)).toMatchObject({ ok: true, value: { provinceId: kontum, seq: 2 } })
    expect(await verifyLedger({ ...full, storage })).toMatchObject({
      upTo: 2,
      found: 0,
      rows: { unit: 12_000 },
    })
    await files.remove()
  })
})
