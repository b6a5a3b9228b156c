import type { SourceCell, SourceTable } from '@ancu/core/criteria'

import { writeZip } from '../zip.ts'

/** A Word document with these lines and tables, as small as Word still opens it. */
export function wordFile(lines: readonly string[], tables: readonly SourceTable[]): Buffer {
  const body = [...lines.map(paragraphs), ...tables.map(wordTable)].join('<w:p/>')
  return wordOf(
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  )
}

/** A Word document with this main part. */
export function wordOf(document: string): Buffer {
  return writeZip([
    {
      name: '[Content_Types].xml',
      content:
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    },
    { name: '_rels/.rels', content: relationsTo('word/document.xml') },
    { name: 'word/document.xml', content: document },
  ])
}

/** A workbook with one sheet of these rows of XML, and texts that its cells share. */
export function workbookOf(sheet: string, shared: readonly string[] = []): Buffer {
  return writeZip([
    { name: '_rels/.rels', content: relationsTo('xl/workbook.xml') },
    {
      name: 'xl/workbook.xml',
      content:
        '<workbook xmlns:r="r"><sheets><sheet name="Phụ lục I" sheetId="1" r:id="rId1"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    },
    {
      name: 'xl/sharedStrings.xml',
      content: `<sst>${shared.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
    },
    {
      name: 'xl/styles.xml',
      content:
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    },
    { name: 'xl/worksheets/sheet1.xml', content: `<worksheet>${sheet}</worksheet>` },
  ])
}

function relationsTo(target: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`
}

function wordTable({ rows }: SourceTable): string {
  const below = new Map<number, { left: number; readonly width: number }>()
  const drawn = rows.map((cells) => {
    let column = 0
    const parts: string[] = []
    const goOn = (): void => {
      for (let open = below.get(column); open; open = below.get(column)) {
        parts.push(wordCell('', open.width, '<w:vMerge/>'))
        open.left -= 1
        if (open.left === 0) below.delete(column)
        column += open.width
      }
    }
    for (const { text, rowSpan, colSpan } of cells) {
      goOn()
      if (rowSpan > 1) below.set(column, { left: rowSpan - 1, width: colSpan })
      parts.push(wordCell(text, colSpan, rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : ''))
      column += colSpan
    }
    goOn()
    return `<w:tr>${parts.join('')}</w:tr>`
  })
  return `<w:tbl>${drawn.join('')}</w:tbl>`
}

function wordCell(text: SourceCell['text'], width: number, merge: string): string {
  const span = width > 1 ? `<w:gridSpan w:val="${width}"/>` : ''
  return `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${paragraphs(text)}</w:tc>`
}

function paragraphs(text: string): string {
  return text
    .split('\n')
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`)
    .join('')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
