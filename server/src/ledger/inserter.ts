import type { Reader } from '../commands/index.ts'
import { referredFirst, type Row } from '../commands/rows.ts'
import { insertTexts } from '../commands/store.ts'
import type { ArchivedRow } from './contents.ts'
import { archivedShape, type ArchivedTable } from './manifest.ts'

export type Inserter = {
  readonly insert: (table: ArchivedTable, rows: readonly ArchivedRow[]) => Promise<void>
  /** Writes what was still waiting. */
  readonly end: () => Promise<void>
}

/**
 * Inserts rows as they come from an archive. One that refers to another of its table waits for the end of its
 * entry: the other may come later in the order of keys, but never in a later entry.
 */
export function openInserter(reader: Reader): Inserter {
  let table: ArchivedTable = 'entry'
  let seq: Row[string] | undefined
  let straight: ArchivedRow[] = []
  let waiting: ArchivedRow[] = []

  const write = async (rows: readonly ArchivedRow[]) => {
    const texts = rows.map(({ text }) => text)
    await insertTexts(reader.tx, table, archivedShape(table), { province_id: reader.provinceId }, texts)
  }
  const writeStraight = async () => {
    await write(straight)
    straight = []
  }
  const end = async () => {
    await writeStraight()
    const byRow = new Map(waiting.map((one) => [one.row, one]))
    const ordered = referredFirst(archivedShape(table), [...byRow.keys()])
    await write(ordered.flatMap((row) => byRow.get(row) ?? []))
    waiting = []
  }
  const insert = async (next: ArchivedTable, rows: readonly ArchivedRow[]) => {
    if (next !== table) await end()
    table = next
    const { refersToOwn } = archivedShape(table)
    for (const one of rows) {
      const entrySeq = one.row['entry_seq']
      if (entrySeq !== seq && waiting.length > 0) await end()
      seq = entrySeq
      const refers = refersToOwn.some((column) => (one.row[column] ?? null) !== null)
      if (refers) waiting.push(one)
      else straight.push(one)
    }
    await writeStraight()
  }
  return { insert, end }
}
