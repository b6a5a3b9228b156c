import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { recognise } from '@ancu/core/criteria'
import { groupsAnnex, regionalAnnex } from '@ancu/core/testing'

import { readOffice, readPastedText, writeZip } from './index.ts'
import { wordFile, wordOf, workbookOf } from './testing/files.ts'

function codeOf(bytes: Uint8Array): string {
  const outcome = readOffice(bytes)
  return outcome.ok ? 'read' : outcome.refusal.code
}

describe('a Word document', () => {
  test('gives its tables with merged cells as they were, and the lines around them', () => {
    const outcome = readOffice(wordFile(['PHỤ LỤC I', 'Bộ tiêu chí'], regionalAnnex))

    expect(outcome.ok && outcome.value.lines).toEqual(['PHỤ LỤC I', 'Bộ tiêu chí'])
    const read = outcome.ok ? recognise(outcome.value, []).draft : undefined
    expect(read).toEqual(recognise({ tables: regionalAnnex, lines: ['PHỤ LỤC I', 'Bộ tiêu chí'] }, []).draft)
  })

  test('leaves out what was struck out, and reads the signs of the Symbol font', () => {
    const document = `<w:document><w:body><w:tbl><w:tr><w:tc><w:p><w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>70</w:t></w:r>
      <w:del><w:r><w:delText>80</w:delText><w:t>90</w:t></w:r></w:del><w:ins><w:r><w:t>%</w:t></w:r></w:ins></w:p>
      <w:tbl><w:tr><w:tc><w:p><w:r><w:t>trong ô</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl></w:body></w:document>`

    const outcome = readOffice(wordOf(document))

    expect(outcome.ok && outcome.value.tables[0]?.rows[0]?.[0]?.text.split(/\s*\n\s*/)).toEqual([
      '≥70%',
      'trong ô',
      '',
    ])
  })
})

describe('a workbook', () => {
  test('gives what its cells store, as people write it', () => {
    const outcome = readOffice(
      workbookOf(
        `<sheetData><row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" s="1"><v>0.7</v></c><c r="D2" s="2"><v>0.265</v></c></row>
         <row r="3"><c r="B3"><v>47.5</v></c><c r="C3"><v>1.234</v></c><c r="D3" t="inlineStr"><is><t>Đạt</t></is></c><c r="E3" s="3"><v>45292</v></c><c r="F3" t="str"><f>A1&amp;"x"</f><v>≥ 5</v></c></row>
         <row r="1048576"><c r="A1048576" s="1"/></row></sheetData><mergeCells><mergeCell ref="B2:B3"/></mergeCells>`,
        ['Tỷ lệ <hộ>'],
      ),
    )

    const texts = outcome.ok
      ? outcome.value.tables[0]?.rows.map((row) => row.map(({ text }) => text))
      : undefined
    expect(texts).toEqual([
      ['', '', '', '', '', ''],
      ['', 'Tỷ lệ <hộ>', '70%', '26,5%', '', ''],
      ['', '1,2340', 'Đạt', '1/1/2024', '≥ 5'],
    ])
    expect(outcome.ok && outcome.value.tables[0]?.rows[1]?.[1]?.rowSpan).toBe(2)
  })

  test('whose rows and cells do not say where they stand has them one after the other', () => {
    const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`
    const rows = ['<row>', '<row>', '<row r="x">'].map(
      (row, at) => `${row}${cell(`a${at}`)}${cell('b')}</row>`,
    )

    const outcome = readOffice(workbookOf(`<sheetData>${rows.join('')}</sheetData>`))

    expect(outcome.ok && outcome.value.tables[0]?.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['a0', 'b'],
      ['a1', 'b'],
      ['a2', 'b'],
    ])
  })

  test('with a merged cell written from its end covers only where it begins', () => {
    const outcome = readOffice(
      workbookOf(
        '<sheetData><row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="B2:A1"/></mergeCells>',
      ),
    )

    expect(outcome.ok && outcome.value.tables[0]?.rows[1]).toEqual([
      { text: '1', rowSpan: 1, colSpan: 1 },
      { text: '2', rowSpan: 1, colSpan: 1 },
    ])
  })
})

describe('what was pasted', () => {
  test('is read as HTML of Word or Excel', () => {
    const html = `<html><head><style>td{color:red}</style></head><body><p>Phụ lục</p><table><tr><td rowspan=2>1</td><td colspan="2">Quy&nbsp;hoạch
      chung</td></tr><tr><td>Đ&#7841;t<br>rồi</td></tr></table></body></html>`
    const outcome = readPastedText(html)

    expect(outcome).toEqual({
      ok: true,
      value: {
        lines: ['Phụ lục'],
        tables: [
          {
            rows: [
              [
                { text: '1', rowSpan: 2, colSpan: 1 },
                { text: 'Quy hoạch chung', rowSpan: 1, colSpan: 2 },
              ],
              [{ text: 'Đạt\nrồi', rowSpan: 1, colSpan: 1 }],
            ],
          },
        ],
      },
    })
  })

  test('is read as lines with tabs', () => {
    const outcome = readPastedText('BỘ TIÊU CHÍ\r\nTT\tTiêu chí\tMức\r\n1\t"Quy ""hoạch""\nchung"\tĐạt\r\n')

    expect(outcome.ok && outcome.value.lines).toEqual(['BỘ TIÊU CHÍ'])
    expect(outcome.ok && outcome.value.tables[0]?.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['TT', 'Tiêu chí', 'Mức'],
      ['1', 'Quy "hoạch"\nchung', 'Đạt'],
    ])
  })
})

describe('is refused', () => {
  const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  const bomb = (claimed: number): Buffer => {
    const zip = wordOf('x'.repeat(3_000_000))
    // The directory claims another size than what is packed.
    const at = zip.lastIndexOf('word/document.xml') - 46 + 24
    zip.writeUInt32LE(claimed, at)
    return zip
  }
  const flagged = (): Buffer => {
    const zip = wordFile([], [groupsAnnex])
    const at = zip.lastIndexOf('word/document.xml') - 46 + 8
    zip.writeUInt16LE(1, at)
    return zip
  }
  const rows = (count: number): string => '<w:tr><w:tc><w:p/></w:tc></w:tr>'.repeat(count)
  const nested = `${'<w:tbl><w:tr><w:tc>'.repeat(5000)}${'</w:tc></w:tr></w:tbl>'.repeat(5000)}`
  const noise = Array.from({ length: 40_000 }, (_, at) => `<w:p w:id="${at * 7919}"/>`).join('')

  // Each merged cell begins one row lower and one column further left, and covers all that the others cover.
  const steps = Array.from({ length: 24 }, (_, at) => `${String.fromCharCode(90 - at)}${at + 1}`)
  const staircase = `<sheetData><row r="1"><c r="Z1"><v>1</v></c></row><row r="10000"><c r="A10000"><v>1</v></c></row></sheetData>
    <mergeCells>${steps.map((from) => `<mergeCell ref="${from}:Z10000"/>`).join('')}</mergeCells>`

  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'officeEmpty'],
    ['a text', Buffer.from('TT,Tiêu chí'), 'officeNotDocument'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d]), 'officeNotDocument'],
    ['a zip of anything', writeZip([{ name: 'a.txt', content: 'a' }]), 'officeNotDocument'],
    ['an old document', Buffer.concat([ole, Buffer.alloc(512)]), 'officeOldFormat'],
    [
      'one with a password',
      Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]),
      'officeEncrypted',
    ],
    ['a zip with a password', flagged(), 'officeEncrypted'],
    ['a macro', writeZip([{ name: 'word/vbaProject.bin', content: '' }]), 'officeMacro'],
    ['what swells', wordOf('x'.repeat(3_000_000)), 'officeSwollen'],
    ['what swells and hides it', bomb(2000), 'officeSwollen'],
    ['what claims to be huge', bomb(4_000_000_000), 'officeSwollen'],
    [
      'an entity of another file',
      wordOf('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
      'officeNotDocument',
    ],
    [
      'a laughing entity',
      wordOf('<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'),
      'officeNotDocument',
    ],
    ['the character zero', wordOf('<w:document><w:t>a\0b</w:t></w:document>'), 'officeNotDocument'],
    ['merged cells one over the other', workbookOf(staircase), 'officeTooLong'],
    ['too many rows', wordOf(`<w:tbl>${rows(10_001)}${noise}</w:tbl>`), 'officeTooLong'],
    ['tables in tables in tables', wordOf(nested + noise), 'officeTooLong'],
    ['a cut off file', wordFile([], regionalAnnex).subarray(0, 700), 'officeNotDocument'],
  ])('%s', (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code)
  })

  test('whatever was damaged: never with a crash', () => {
    const whole = wordFile(['Phụ lục'], [groupsAnnex])
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(damage, (bytes) => {
        const damaged = Buffer.from(whole)
        for (const [at, byte] of bytes) damaged[at] = byte
        expect(['read', 'officeNotDocument', 'officeEncrypted', 'officeSwollen', 'officeMacro']).toContain(
          codeOf(damaged),
        )
      }),
      { numRuns: 300 },
    )
  })
})
