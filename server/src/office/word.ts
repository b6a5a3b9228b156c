import type { SourceFile } from '@ancu/core/criteria'

import { TableCollector } from './tables.ts'
import { readXml } from './xml.ts'

/** What is not part of the text as it stands: what was struck out, moved away, or is there a second time. */
const skipped = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'instrText',
  'pPrChange',
  'rPrChange',
  'tcPrChange',
  'trPrChange',
])

/** Signs of the Symbol font, which Word writes by their number. */
const symbols: Readonly<Record<string, string>> = {
  F0B3: '≥',
  F0A3: '≤',
  F03E: '>',
  F03C: '<',
  F02D: '-',
  F025: '%',
}

type MergedCell = { rowSpan: number }
type Column = { readonly cell: MergedCell; readonly width: number }

/** A cell while it is open: where it begins in the grid, how wide it is, and whether it goes on from above. */
type OpenCell = { column: number; width: number; merge: 'none' | 'start' | 'goesOn'; cell: MergedCell }
type OpenTable = { above: Map<number, Column>; column: number; open: OpenCell | undefined }

/** Reads the tables and lines of the main part of a Word document. */
export function readWord(main: Uint8Array): SourceFile {
  const collector = new TableCollector()
  const tables: OpenTable[] = []
  let hidden = 0
  let isText = false

  const openers: Readonly<Record<string, (attributes: Readonly<Record<string, string>>) => void>> = {
    tbl: () => {
      collector.openTable()
      tables.push({ above: new Map(), column: 0, open: undefined })
    },
    tr: () => {
      collector.openRow()
      const table = tables.at(-1)
      if (table) table.column = 0
    },
    gridBefore: ({ val }) => {
      const table = tables.at(-1)
      const width = countOf(val)
      if (!table || table.open) return
      collector.openCell(1, width)
      collector.closeCell()
      table.column += width
    },
    tc: () => {
      const table = tables.at(-1)
      if (table) table.open = { column: table.column, width: 1, merge: 'none', cell: collector.openCell() }
    },
    gridSpan: ({ val }) => {
      const open = tables.at(-1)?.open
      if (open) open.width = countOf(val)
    },
    vMerge: ({ val }) => {
      const open = tables.at(-1)?.open
      if (open) open.merge = val === 'restart' ? 'start' : 'goesOn'
    },
    t: () => {
      isText = true
    },
    sym: ({ char }) => collector.text(symbols[(char ?? '').toUpperCase()] ?? '\ufffd'),
    tab: () => collector.text(' '),
    br: () => collector.endParagraph(),
    cr: () => collector.endParagraph(),
    noBreakHyphen: () => collector.text('-'),
  }
  const closers: Readonly<Record<string, () => void>> = {
    t: () => {
      isText = false
    },
    p: () => collector.endParagraph(),
    tc: () => endCell(collector, tables.at(-1)),
    tbl: () => {
      tables.pop()
      collector.closeTable()
    },
  }
  readXml(main, {
    open: (name, attributes) => {
      if (skipped.has(name)) hidden += 1
      if (hidden === 0) own(openers, name)?.(attributes)
    },
    text: (text) => {
      if (hidden === 0 && isText) collector.text(text)
    },
    close: (name) => {
      if (hidden === 0) own(closers, name)?.()
      if (skipped.has(name)) hidden -= 1
    },
  })
  collector.endParagraph()
  return { tables: collector.tables, lines: collector.lines }
}

/** A cell that goes on from above lengthens that one and is no cell of its own. */
function endCell(collector: TableCollector, table: OpenTable | undefined): void {
  const open = table?.open
  if (!table || !open) return
  const above = table.above.get(open.column)
  if (open.merge === 'goesOn' && above?.width === open.width) {
    above.cell.rowSpan += 1
    collector.dropCell()
  } else {
    Object.assign(open.cell, { colSpan: open.width })
    for (let at = open.column; at < open.column + open.width; at += 1) table.above.delete(at)
    if (open.merge !== 'none') table.above.set(open.column, { cell: open.cell, width: open.width })
    collector.closeCell()
  }
  table.column = open.column + open.width
  table.open = undefined
}

function countOf(value: string | undefined): number {
  const count = Number(value ?? 1)
  return Number.isSafeInteger(count) && count > 1 ? Math.min(count, 200) : 1
}

function own<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}
