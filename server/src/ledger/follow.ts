import { collectPart, type Part } from '../commands/chain.ts'
import { ledgerTables, type LedgerTable } from '../commands/index.ts'
import { storedRowText } from '../commands/rows.ts'
import { isSupersedable } from '../commands/tables.ts'
import { walkEndings, walkRows, type Ask, type Ending } from './store.ts'

export type FollowedTable = {
  readonly table: LedgerTable
  /** Tells of rows that name an entry before `seq` and that no entry took. */
  skipTo(seq: number, tell: (table: LedgerTable, seq: number, rows: number) => void): Promise<void>
  /** What entry `seq` did to this table, from its rows; undefined for nothing. */
  take(seq: number): Promise<Part | undefined>
  count(): number
}

/** Follows a table's rows, and the endings of knowledge in it, in step with the entries. */
export function followTable(ask: Ask, table: LedgerTable, upTo: number): FollowedTable {
  const shape = ledgerTables[table]
  const rows = peekable(walkRows(ask, table, upTo), (row) => Number(row['entry_seq']))
  const endings = isSupersedable(table)
    ? peekable(walkEndings(ask, table, upTo), (ending) => Number(ending.superseded_seq))
    : peekable(noEndings(), () => 0)
  let count = 0
  return {
    table,
    async skipTo(seq, tell) {
      for (const stream of [rows, endings]) {
        for (let at = await stream.seq(); at < seq; at = await stream.seq()) {
          let strays = 0
          while ((await stream.seq()) === at) {
            await stream.next()
            strays += 1
          }
          tell(table, at, strays)
        }
      }
    },
    async take(seq) {
      if ((await rows.seq()) !== seq && (await endings.seq()) !== seq) return undefined
      const part = collectPart()
      while ((await rows.seq()) === seq) {
        part.row(storedRowText(shape, await rows.next()))
        count += 1
      }
      while ((await endings.seq()) === seq) part.superseded((await endings.next()).row_id)
      return part.end()
    },
    count: () => count,
  }
}

async function* noEndings(): AsyncGenerator<Ending> {}

type Peekable<T> = {
  /** Entry of the next one; infinity at the end. */
  seq(): Promise<number>
  next(): Promise<T>
}

function peekable<T>(walk: AsyncGenerator<T>, seqOf: (value: T) => number): Peekable<T> {
  let ahead: Promise<IteratorResult<T, unknown>> | undefined
  const peek = () => (ahead ??= walk.next())
  return {
    async seq() {
      const { done, value } = await peek()
      return done ? Infinity : seqOf(value)
    },
    async next() {
      const { done, value } = await peek()
      if (done) throw new Error('nothing left to walk')
      ahead = undefined
      return value
    },
  }
}
