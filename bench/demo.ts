import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { openProgram } from '@ancu/server/app'
import type { Program } from '@ancu/server/commands'

export type Demo = { readonly folder: string; readonly program: Program; readonly close: () => Promise<void> }

/** The demo province in a folder of its own. */
export async function openDemo(): Promise<Demo> {
  const parent = await mkdtemp(join(tmpdir(), 'an-cu-bench-'))
  const folder = join(parent, 'data')
  const program = await openProgram({ place: { folder }, demo: true })
  return {
    folder,
    program,
    close: async () => {
      await program.storage.close()
      await rm(parent, { recursive: true, force: true })
    },
  }
}
