import { assert } from '@ancu/core/kernel'

import { collectPart, type Part, type Parts } from './chain.ts'
import { inNfc, referredFirst, rowText, type Row } from './rows.ts'
import { insertTexts, supersedeRows } from './store.ts'
import { isSupersedable, ledgerTableNames, ledgerTables, type LedgerTable } from './tables.ts'
import type { Reader, Writer, Written } from './transaction.ts'

export type WriterInHand = {
  readonly writer: Writer
  readonly written: Written
  /** What has been written so far, for the entry. */
  readonly parts: () => Parts
}

export function openWriter(reader: Reader, seq: number): WriterInHand {
  const written = new Map<LedgerTable, Row[]>()
  const texts = new Map<LedgerTable, KeyedText[]>()
  const superseded = new Map<LedgerTable, string[]>()

  const writer: Writer = {
    ...reader,
    seq,
    async insert(table, rows) {
      if (rows.length === 0) return
      const shape = ledgerTables[table]
      const ordered = referredFirst(shape, rows.map(inNfc))
      const orderedTexts = ordered.map((row) => rowText(shape, row))
      append(written, table, ordered)
      append(
        texts,
        table,
        ordered.map((row, index) => ({
          key: shape.key.map((column) => row[column] ?? ''),
          text: orderedTexts[index] ?? '',
        })),
      )
      await insertTexts(
        reader.tx,
        table,
        shape,
        { province_id: reader.provinceId, entry_seq: seq },
        orderedTexts,
      )
    },
    async supersede(table, rowIds) {
      if (rowIds.length === 0) return
      assert(isSupersedable(table), `rows of ${table} are never superseded`)
      append(written, table, [])
      append(superseded, table, rowIds)
      const count = await supersedeRows(reader.tx, table, reader.provinceId, seq, rowIds)
      assert(count === rowIds.length, `every superseded row of ${table} is known until now, and named once`)
    },
  }

  return {
    writer,
    written,
    parts: () =>
      Object.fromEntries(
        ledgerTableNames
          .filter((table) => written.has(table))
          .map((table): [LedgerTable, Part] => [
            table,
            partOf(texts.get(table) ?? [], superseded.get(table) ?? []),
          ]),
      ),
  }
}

type KeyedText = { readonly key: readonly (string | number | boolean)[]; readonly text: string }

function partOf(texts: readonly KeyedText[], superseded: readonly string[]): Part {
  const part = collectPart()
  for (const { text } of texts.toSorted(byKey)) part.row(text)
  for (const key of superseded.toSorted()) part.superseded(key)
  return part.end()
}

function byKey(one: KeyedText, other: KeyedText): number {
  for (const [index, value] of one.key.entries()) {
    const against = other.key[index] ?? ''
    if (value !== against) return value < against ? -1 : 1
  }
  return 0
}

function append<Value>(lists: Map<LedgerTable, Value[]>, table: LedgerTable, values: readonly Value[]): void {
  const list = lists.get(table)
  if (!list) lists.set(table, [...values])
  else for (const value of values) list.push(value)
}
