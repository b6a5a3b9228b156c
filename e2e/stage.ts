import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'

import { aCopiedFolder, aMigratedFolder } from '@ancu/server/database/testing'
import { demoTemplate } from '@ancu/server/testing'
import { launchBrowser } from './harness/browser.ts'
import { startServer, type RunningServer } from './harness/server.ts'

export type Stage = {
  /** Where the server of this file listens. */
  readonly address: () => string
  readonly browser: () => Browser
}

/** One browser for all journeys of a file, and one server: with the demo loaded, or with arguments of its own. */
export function setStage(args?: readonly string[]): Stage {
  let running: { readonly server: RunningServer; readonly browser: Browser } | undefined
  let removeFolder: (() => Promise<void>) | undefined

  beforeAll(async () => {
    const { place, remove } = await (args === undefined
      ? aCopiedFolder(demoTemplate(Date.now))
      : aMigratedFolder())
    removeFolder = remove
    const [server, browser] = await Promise.all([
      startServer({ dataFolder: place.folder, ...(args === undefined ? {} : { args }) }),
      launchBrowser(),
    ])
    running = { server, browser }
  })

  afterAll(async () => {
    await running?.browser.close()
    await running?.server.stop()
    await removeFolder?.()
  })

  function get(): NonNullable<typeof running> {
    if (running === undefined) throw new Error('the stage stands while tests run')
    return running
  }
  return { address: () => get().server.address, browser: () => get().browser }
}
