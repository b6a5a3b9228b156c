import { createHash } from 'node:crypto'

import type { Plain } from '@ancu/core/kernel'

/** Same parts, same id: a command that is sent again is known as the one before. */
export function idOf(prefix: string, parts: readonly (Plain | undefined)[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  return `${prefix}-${digest.slice(0, 40)}`
}
