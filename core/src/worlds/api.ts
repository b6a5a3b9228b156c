import { z } from 'zod'

import type { Endpoint } from '../kernel/index.ts'

/**
 * A world to be loaded: what became known, entry by entry in the order of days. The facts of an entry are a
 * `factBundle`; they are checked one by one while loading, so that a fault is told with its entry.
 */
export const worldFile = z.strictObject({
  entries: z
    .array(
      z.strictObject({
        day: z.string(),
        kind: z.string().regex(/^[a-z]+\.[a-z]+$/),
        reason: z.string().max(500),
        facts: z.record(z.string(), z.unknown()),
      }),
    )
    .min(1)
    .max(100_000),
})

export type WorldFile = z.output<typeof worldFile>

/** Loads a demo world by its seed, or a world from a file, into an empty ledger. */
export const loadWorld = {
  method: 'POST',
  path: '/world',
  summary: 'Load a demo world by its seed, or a world from a file on this machine, into an empty ledger',
  /** One of the two. */
  body: z.strictObject({
    seed: z.int().nonnegative().optional(),
    file: z.string().min(1).max(1000).optional(),
  }),
  answer: z.object({ entries: z.int(), seq: z.int() }),
} as const satisfies Endpoint
