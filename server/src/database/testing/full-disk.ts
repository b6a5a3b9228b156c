import fs from 'node:fs'
import { isMainThread } from 'node:worker_threads'

/**
 * Preloaded into a process (`--import`), it makes the engine's disk as full as it gets: once the file named by
 * `AN_CU_TEST_DISK_FULL` is there, nothing more can be written by a worker thread. Node's own file system is
 * what is changed, so all above it is as in truth.
 */
const sign = process.env['AN_CU_TEST_DISK_FULL'] ?? ''

if (!isMainThread && sign !== '') {
  const { writeSync, writeFileSync, existsSync } = fs
  const refuse = (): void => {
    if (existsSync(sign))
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  }
  Object.assign(fs, {
    writeSync(...given: Parameters<typeof writeSync>) {
      refuse()
      return writeSync(...given)
    },
    writeFileSync(...given: Parameters<typeof writeFileSync>) {
      refuse()
      writeFileSync(...given)
    },
  })
}
