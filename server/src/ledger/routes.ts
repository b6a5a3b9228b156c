import { isAbsolute } from 'node:path'

import { accepted, refused, type EndpointAnswer } from '@ancu/core/kernel'
import {
  backUp,
  listEntries as listEntriesEndpoint,
  restore as restoreEndpoint,
  showEntry,
  verifyLedger as verifyLedgerEndpoint,
} from '@ancu/core/ledger'

import { read, type Program, type Reader } from '../commands/index.ts'
import { route, type Route } from '../http/route.ts'
import { backup } from './backup.ts'
import { getEntry, listEntries, type Entry } from './entries.ts'
import { restore } from './restore.ts'
import { verifyLedger, type LedgerCheck } from './verify.ts'

/** What stands beside the ledger is known to the slices above; whoever puts all together hands it in. */
export type BesideLedger = {
  readonly checks: readonly LedgerCheck[]
  /** Builds what must be right with the ledger, in the transaction of a restoration. */
  readonly rebuild: (reader: Reader) => Promise<void>
  /** Brings up to date what may come after it. */
  readonly refresh: (program: Program) => Promise<unknown>
}

export function ledgerRoutes({ checks, rebuild, refresh }: BesideLedger): readonly Route[] {
  return [
    route(listEntriesEndpoint, (program, caller, { after, limit }) =>
      read(program, caller, async (reader) => {
        const found = await listEntries(reader, { after, limit: limit + 1 })
        const entries = found.slice(0, limit).map(shown)
        const next = found.length > limit ? (entries.at(-1)?.seq ?? null) : null
        return accepted({ knownSeq: reader.knownSeq, entries, next })
      }),
    ),
    route(showEntry, (program, caller, { seq }) =>
      read(program, caller, async (reader) => {
        const entry = await getEntry(reader, seq)
        return entry === undefined
          ? refused({ code: 'entryUnknown', seq })
          : accepted({ knownSeq: reader.knownSeq, entry: shown(entry) })
      }),
    ),
    route(
      verifyLedgerEndpoint,
      async (program, officer) => {
        const { findings, ...verification } = await verifyLedger(program, { checks, officer })
        return accepted({
          ...verification,
          rows: { ...verification.rows },
          checks: [...verification.checks],
          notKept: [...verification.notKept],
          findings: findings.map(({ code, seq = null, table = null, detail = null }) => ({
            code,
            seq,
            table,
            detail,
          })),
        })
      },
      { private: true },
    ),
    route(
      backUp,
      async (program, officer, { file, overwrite, unverified }) => {
        if (!isAbsolute(file)) return refused({ code: 'fileNotAbsolute', file })
        const outcome = await backup(program, file, { overwrite, unverified, officer })
        if (!outcome.ok) return outcome
        const { provinceId: province, rows, ...summary } = outcome.value
        return accepted({ ...summary, province, rows: { ...rows } })
      },
      { private: true },
    ),
    route(
      restoreEndpoint,
      async (program, officer, { file }) => {
        if (!isAbsolute(file)) return refused({ code: 'fileNotAbsolute', file })
        const { provinceId, clock, storage } = program
        const outcome = await restore(storage, file, { provinceId, officer, clock, rebuild })
        if (!outcome.ok) return outcome
        await refresh(program)
        const { seq, headHash, rows } = outcome.value
        return accepted({ province: outcome.value.provinceId, seq, headHash, rows: { ...rows } })
      },
      { private: true },
    ),
  ]
}

function shown(entry: Entry): EndpointAnswer<typeof showEntry>['entry'] {
  const { officerId, reason = null, parts, ...rest } = entry
  const tables = Object.entries(parts).map(([table, part]) => [
    table,
    { added: part.rows, ended: part.superseded },
  ])
  return { ...rest, officer: officerId, reason, tables: Object.fromEntries(tables) }
}
