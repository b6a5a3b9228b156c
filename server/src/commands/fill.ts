import { sql } from 'kysely'

import { dayInVietNam, type IsoDate } from '@ancu/core/kernel'

import type { Storage } from '../database/index.ts'
import type { Officer } from './officer.ts'
import { ledgerTableNames } from './tables.ts'
import { enter, getHead, insertHead, type Reader } from './transaction.ts'

export type FilledHead = {
  readonly seq: number
  /** `YYYY-MM-DDTHH:MM:SS.mmmZ` */
  readonly at: string
  readonly knownOn: IsoDate
  readonly hash: string
}

/** Thrown when there is something of the province already; nothing has been changed. */
export class LedgerNotEmpty extends Error {
  readonly provinceId: string
  readonly seq: number

  constructor(provinceId: string, seq: number) {
    super(`the ledger of ${provinceId} is not empty: its last entry is ${seq}`)
    this.name = 'LedgerNotEmpty'
    this.provinceId = provinceId
    this.seq = seq
  }
}

/**
 * Puts a whole ledger where none is, in one transaction: `fn` inserts its rows, and only when it has ended
 * well is any of them there. Commands and other fillings of the province wait until then.
 */
export async function fillLedger<T>(
  storage: Storage,
  {
    provinceId,
    officer,
    clock,
  }: { readonly provinceId: string; readonly officer: Officer; readonly clock: () => number },
  head: FilledHead,
  fn: (reader: Reader) => Promise<T>,
): Promise<T> {
  return storage.db.transaction().execute(async (transaction) => {
    const tx = await enter(transaction, provinceId, officer)
    await insertHead(tx, provinceId)
    const { seq } = await getHead(tx, provinceId, 'locked')
    const isEmpty = sql.join(
      ['entry', ...ledgerTableNames].map(
        (table) => sql`not exists (select from ${sql.table(table)} where province_id = ${provinceId})`,
      ),
      sql` and `,
    )
    const { rows } = await sql<{ empty: boolean }>`select ${isEmpty} as empty`.execute(tx)
    if (seq > 0 || rows[0]?.empty !== true) throw new LedgerNotEmpty(provinceId, seq)
    await sql`
      update ledger_head
      set seq = ${head.seq}, at = ${head.at}, known_on = ${head.knownOn}, hash = ${head.hash}
      where province_id = ${provinceId}`.execute(tx)
    return fn({ tx, provinceId, knownSeq: head.seq, today: dayInVietNam(clock()), officer })
  })
}
