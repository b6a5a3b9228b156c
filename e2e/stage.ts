import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'

import { launchBrowser } from './harness/browser.ts'
import { startServer, type RunningServer } from './harness/server.ts'

export type Stage = {
  /** Where the server of this file listens. */
  readonly address: () => string
  readonly browser: () => Browser
}

/** One server, with arguments of its own, and one browser for all journeys of a file. */
export function setStage(args: readonly string[] = []): Stage {
  let running: { readonly server: RunningServer; readonly browser: Browser } | undefined

  beforeAll(async () => {
    const [server, browser] = await Promise.all([startServer({ args }), launchBrowser()])
    running = { server, browser }
  })

  afterAll(async () => {
    await running?.browser.close()
    await running?.server.stop()
  })

  function get(): NonNullable<typeof running> {
    if (running === undefined) throw new Error('the stage stands while tests run')
    return running
  }
  return { address: () => get().server.address, browser: () => get().browser }
}
