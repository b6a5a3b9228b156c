import type { Result } from '@ancu/core/kernel'

import type { Officer } from './officer.ts'
import { enter, getHead, readerAt, type Program, type Reader } from './transaction.ts'

/**
 * Writes working state, which is no fact of the ledger: one transaction that waits for no command and makes no entry.
 * What a refusal has written does not stay.
 */
export async function keep<V, R>(
  program: Program,
  officer: Officer,
  fn: (reader: Reader) => Promise<Result<V, R>>,
): Promise<Result<V, R>> {
  let outcome: Result<V, R> | undefined
  try {
    return await program.storage.db.transaction().execute(async (tx) => {
      const entered = await enter(tx, program.provinceId, officer)
      const head = await getHead(entered, program.provinceId)
      outcome = await fn(readerAt(program, officer, entered, head.seq))
      if (!outcome.ok) throw new RollBack()
      return outcome
    })
  } catch (error) {
    if (error instanceof RollBack && outcome) return outcome
    throw error
  }
}

class RollBack extends Error {}
