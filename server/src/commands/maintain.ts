import { localOperator } from './officer.ts'
import { enter, getHead, readerAt, type Program, type Reader } from './transaction.ts'

/**
 * Rewrites projections, which are no facts and have no entry. The ledger's head is held meanwhile, so that
 * no entry comes between what is read and what is written from it.
 */
export async function maintain<T>(program: Program, fn: (reader: Reader) => Promise<T>): Promise<T> {
  return program.storage.db.transaction().execute(async (tx) => {
    const entered = await enter(tx, program.provinceId, localOperator)
    const head = await getHead(entered, program.provinceId, 'locked')
    return fn(readerAt(program, localOperator, entered, head.seq))
  })
}
