import { Parser } from 'htmlparser2'

import type { SourceFile } from '@ancu/core/criteria'
import { accepted, refused, type Result } from '@ancu/core/kernel'
import type { Refusal } from '@ancu/core/text'

import { mostRows, TableCollector, TooLong } from './tables.ts'

const hiddenTags = new Set(['head', 'script', 'style', 'title', 'template', 'noscript', 'o:p'])
const lineTags = new Set(['p', 'div', 'br', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

/** Reads what was pasted: HTML with tables as Word, Excel and pages put it on the clipboard, or lines with tabs. */
export function readPastedText(text: string): Result<SourceFile, Refusal> {
  if (text.trim() === '') return refused({ code: 'officeEmpty' })
  try {
    return accepted(/<table[\s>]/i.test(text) ? readHtml(text) : readTabs(text))
  } catch (error) {
    if (error instanceof TooLong) return refused({ code: 'officeTooLong', most: mostRows })
    throw error
  }
}

function readHtml(html: string): SourceFile {
  const collector = new TableCollector()
  let hidden = 0
  const parser = new Parser({
    onopentag: (name, { rowspan, colspan }) => {
      if (hiddenTags.has(name) && name !== 'o:p') hidden += 1
      if (hidden > 0) return
      if (name === 'table') collector.openTable()
      else if (name === 'tr') collector.openRow()
      else if (name === 'td' || name === 'th') collector.openCell(spanOf(rowspan), spanOf(colspan))
      else if (lineTags.has(name)) collector.endParagraph()
    },
    ontext: (text) => {
      // Line ends in HTML are spaces.
      if (hidden === 0) collector.text(text.replaceAll(/\s+/g, ' '))
    },
    onclosetag: (name) => {
      if (hiddenTags.has(name) && name !== 'o:p') hidden = Math.max(0, hidden - 1)
      if (hidden > 0) return
      if (name === 'table') collector.closeTable()
      else if (name === 'td' || name === 'th') collector.closeCell()
      else if (lineTags.has(name)) collector.endParagraph()
    },
  })
  parser.end(html)
  collector.endParagraph()
  return { tables: collector.tables, lines: collector.lines }
}

function spanOf(value: string | undefined): number {
  const span = Number(value ?? 1)
  return Number.isSafeInteger(span) && span > 1 ? Math.min(span, 10_000) : 1
}

/** Lines with tabs, as a sheet is pasted as text: a field with a line end in it stands in quotes. */
function readTabs(text: string): SourceFile {
  const collector = new TableCollector()
  const lines: string[] = []
  collector.openTable()
  let isRowOpen = false
  for (const [, given = '', quoted, end = ''] of text.replaceAll(/\r\n?/g, '\n').matchAll(fieldPattern)) {
    const isAlone = !isRowOpen && end !== '\t'
    const field = quoted === undefined ? given : quoted.replaceAll('""', '"')
    if (isAlone) {
      if (field.trim() !== '') lines.push(field.trim())
      continue
    }
    if (!isRowOpen) collector.openRow()
    collector.openCell()
    collector.text(field)
    collector.closeCell()
    isRowOpen = end === '\t'
  }
  collector.closeTable()
  return { tables: collector.tables, lines: [...lines.slice(0, 500), ...collector.lines] }
}

const fieldPattern = /("((?:[^"]|"")*)"(?=\t|\n|$)|[^\t\n]*)(\t|\n|$)/g
