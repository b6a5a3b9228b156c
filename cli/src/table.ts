import type { IsoDate } from '@ancu/core/kernel'
import { formatDay } from '@ancu/core/text'

import type { Say } from './command.ts'

export type Column<Row> = {
  readonly head: string
  readonly align?: 'left' | 'right'
  cell(row: Row): string
}

/** Rows under their headings, each column as wide as its widest cell; nothing is cut. */
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const cells = rows.map((row) => columns.map((column) => printable(column.cell(row))))
  const heads = columns.map((column) => column.head)
  const widths = columns.map((_, at) => Math.max(...[heads, ...cells].map((line) => widthOf(line[at] ?? ''))))
  const lineOf = (line: readonly string[]): string =>
    columns
      .map(({ align = 'left' }, at) => padded(line[at] ?? '', widths[at] ?? 0, align))
      .join('  ')
      .trimEnd()
  return [lineOf(heads), widths.map((width) => '─'.repeat(width)).join('  '), ...cells.map(lineOf)].join('\n')
}

/** Label and value on a line each, the values under one another. */
export function list(pairs: readonly (readonly [label: string, value: string])[]): string {
  const width = Math.max(0, ...pairs.map(([label]) => widthOf(label)))
  return pairs.map(([label, value]) => `${padded(label, width, 'left')}  ${printable(value)}`).join('\n')
}

/** By what knowledge an answer holds: everything, or that of the end of a day. */
export function knownOf(
  { known, knownSeq: seq }: { readonly known: IsoDate | null; readonly knownSeq: number },
  say: Say,
): string {
  return known === null ? say('say.knownAll', { seq }) : say('say.knownDay', { known: formatDay(known), seq })
}

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' })
const wide =
  /^(?:\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}])/u
const invisible = /^(?:\p{Mn}|\p{Me}|\p{Cf})+$/u

/** How many cells of a terminal a text takes: a letter with its marks takes one, one of East Asia two. */
export function widthOf(text: string): number {
  let width = 0
  for (const { segment } of graphemes.segment(text)) {
    width += invisible.test(segment) ? 0 : wide.test(segment) ? 2 : 1
  }
  return width
}

/** No text of the data moves the cursor or changes the colours of a terminal. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, ' ')
}

function padded(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)))
  return align === 'left' ? text + space : space + text
}
