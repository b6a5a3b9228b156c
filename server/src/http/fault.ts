import type { Refusal } from '@ancu/core/text'

/** Where the lines about faults go, for whoever looks after the machine. */
export type Log = (line: string) => void

/** PostgreSQL's states and Node's codes that mean the store is full or gone, not that the program is wrong. */
const full = new Set(['53100', 'ENOSPC'])
const gone = /^(08...|57P0.|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/

/**
 * What a caller is told of an error that nobody foresaw: never the error itself, only the number under which
 * the log has it.
 */
export function refusalOfError(error: unknown, place: string, log: Log): Refusal {
  const code = codeOf(error)
  if (full.has(code)) return { code: 'diskFull', place }
  const reference = `${Date.now().toString(36)}-${Math.floor(Math.random() * 36 ** 4).toString(36)}`
  log(`${reference} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  return gone.test(code) ? { code: 'storageUnavailable', reference } : { code: 'unexpected', reference }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
