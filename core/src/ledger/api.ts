import { z } from 'zod'

import { isoDate, type Endpoint } from '../kernel/index.ts'

/** Path on the machine that holds the data; the command line makes it absolute. */
const file = z.string().min(1).max(1000)

const entry = z.object({
  seq: z.int(),
  /** The instant by the ledger's clock, which never goes back: `YYYY-MM-DDTHH:MM:SS.mmmZ`. */
  at: z.string(),
  /** The day in Viet Nam on which it became known; of a replayed entry the day of its document. */
  knownOn: isoDate,
  replayed: z.boolean(),
  commandId: z.string(),
  officer: z.string(),
  via: z.string(),
  kind: z.string(),
  reason: z.string().nullable(),
  /** Rows it added and rows whose knowledge it ended, table by table. */
  tables: z.record(z.string(), z.object({ added: z.int(), ended: z.int() })),
  payloadHash: z.string(),
  prevHash: z.string(),
  hash: z.string(),
})

export const listEntries = {
  method: 'GET',
  path: '/entries',
  summary: 'Entries of the ledger after a number, oldest first',
  query: z.strictObject({
    after: z.coerce.number().int().nonnegative().default(0),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  answer: z.object({ knownSeq: z.int(), entries: z.array(entry), next: z.int().nullable() }),
} as const satisfies Endpoint

export const showEntry = {
  method: 'GET',
  path: '/entries/:seq',
  summary: 'One entry of the ledger: who did what, when it became known, and the hash that seals it',
  params: z.strictObject({ seq: z.coerce.number().int().positive() }),
  answer: z.object({ knownSeq: z.int(), entry }),
} as const satisfies Endpoint

export const verifyLedger = {
  method: 'GET',
  path: '/ledger/verification',
  summary: 'Recomputes the chain of hashes from the rows and rebuilds the projections; only reads',
  answer: z.object({
    upTo: z.int(),
    headHash: z.string(),
    entries: z.int(),
    rows: z.record(z.string(), z.int()),
    /** Names of the projections that were rebuilt and compared. */
    checks: z.array(z.string()),
    /** Names of those that are not kept now, so that nothing was compared; answers are then worked out when asked for. */
    notKept: z.array(z.string()),
    /** Empty when all is as it was written; at most a thousand are listed. */
    findings: z.array(
      z.object({
        code: z.string(),
        seq: z.int().nullable(),
        table: z.string().nullable(),
        detail: z.string().nullable(),
      }),
    ),
    found: z.int(),
  }),
} as const satisfies Endpoint

export const backUp = {
  method: 'POST',
  path: '/ledger/backup',
  summary: 'Verifies the chain, then writes everything known into one file, while others go on writing',
  body: z.strictObject({
    file,
    overwrite: z.boolean().default(false),
    /** Writes what there is of a broken ledger; without it such a ledger is refused. */
    unverified: z.boolean().default(false),
  }),
  answer: z.object({
    file: z.string(),
    /** Bytes. */
    size: z.int(),
    province: z.string(),
    seq: z.int(),
    headHash: z.string(),
    /** Whether every hash was recomputed from the rows first. */
    verified: z.boolean(),
    rows: z.record(z.string(), z.int()),
  }),
} as const satisfies Endpoint

export const restore = {
  method: 'POST',
  path: '/ledger/restoration',
  summary: 'Takes a backup into an empty ledger; whole, or not at all',
  body: z.strictObject({ file }),
  answer: z.object({
    province: z.string(),
    seq: z.int(),
    headHash: z.string(),
    rows: z.record(z.string(), z.int()),
  }),
} as const satisfies Endpoint
