import { describe, expect, test } from 'vitest'

import enRefusals from '../../locales/en/refusals.json' with { type: 'json' }
import enWords from '../../locales/en/words.json' with { type: 'json' }
import viRefusals from '../../locales/vi/refusals.json' with { type: 'json' }
import viWords from '../../locales/vi/words.json' with { type: 'json' }
import { flatten } from './messages.ts'
import { refusalText, type Refusal } from './refusal.ts'

describe('the sentence of a refusal', () => {
  test('names what was asked, in the language asked for', () => {
    const refusal: Refusal = { code: 'unitUnknown', unit: 'Pờ Y', on: '2019-05-31' }

    expect(refusalText(refusal, 'vi')).toBe('Không có đơn vị “Pờ Y” vào ngày 31/5/2019.')
    expect(refusalText(refusal, 'en')).toBe('There is no unit “Pờ Y” on 31/5/2019.')
  })

  test('leaves out what nobody knows', () => {
    expect(refusalText({ code: 'unitUnknown', unit: 'Pờ Y' }, 'vi')).toBe('Không có đơn vị “Pờ Y”.')
  })

  test('tells units of one name apart by their place', () => {
    const candidates = [
      'huyện Đắk Hà, tỉnh Kon Tum (615)',
      'thị trấn Đắk Hà, huyện Đắk Hà, tỉnh Kon Tum (23500)',
    ]

    expect(refusalText({ code: 'unitAmbiguous', unit: 'dak ha', candidates }, 'vi')).toBe(
      'Có nhiều đơn vị “dak ha”: huyện Đắk Hà, tỉnh Kon Tum (615); ' +
        'thị trấn Đắk Hà, huyện Đắk Hà, tỉnh Kon Tum (23500). Gọi bằng mã hoặc id.',
    )
  })

  test('says what a field must be', () => {
    const wrong: Refusal = { code: 'inputWrong', field: 'limit', problem: 'tooBig', most: 10_000 }

    expect(refusalText(wrong, 'vi')).toBe('Mục “limit”: lớn hơn 10.000.')
    expect(refusalText(wrong, 'en')).toBe('Field “limit”: is above 10,000.')
    expect(
      refusalText({ code: 'inputWrong', field: 'on', problem: 'wrongType', expected: 'string' }, 'vi'),
    ).toBe('Mục “on”: phải là chữ.')
  })

  test('keeps years and ports as they are', () => {
    expect(refusalText({ code: 'knownSeqAhead', head: 2024, knownSeq: 8765 }, 'vi')).toBe(
      'Sổ mới ghi tới số 2024, chưa có số 8765.',
    )
  })

  test('tells each wrong row of a command with its section and place, ten at most', () => {
    const refusals = Array.from({ length: 12 }, (_, at) => ({
      code: 'measureUnknown',
      section: 'figures',
      at,
      id: `f-${at}`,
      value: 'roads',
    }))

    const lines = refusalText({ code: 'factsRefused', refusals }, 'vi').split('\n')

    expect(lines.slice(0, 2)).toEqual([
      'Chưa ghi gì. Có 12 chỗ sai:',
      'số liệu, dòng 1: Không có chỉ số đo “roads”.',
    ])
    expect(lines.at(-1)).toBe('và 2 chỗ nữa')
    expect(lines).toHaveLength(12)
  })
})

test('a fault that brings its own sentence is told after its file and line', () => {
  const issues = [
    { file: 'criteria.yaml', line: 12, vi: 'Thiếu “code”.', en: '“code” is missing.' },
    { file: 'pack.yaml', line: null, vi: 'Thiếu tệp này.', en: 'There is no such file.' },
  ]

  expect(refusalText({ code: 'packWrong', issues }, 'en')).toBe(
    'The pack is not right yet:\ncriteria.yaml:12: “code” is missing.\npack.yaml: There is no such file.',
  )
})

test('a wrong cell of a table is told with its line and column', () => {
  const faults = [{ code: 'cellWrong', line: 7, column: 'value', problem: 'wrongType', expected: 'int' }]

  expect(refusalText({ code: 'fileWrong', file: 'a.csv', faults }, 'vi')).toBe(
    'Tệp a.csv chưa đúng. Chưa ghi gì.\ndòng 7: cột “value”: phải là số nguyên.',
  )
})

test('a sentence that names its line itself has it once', () => {
  const refusal = { code: 'rowInvalid', part: 'edition/000001.ndjson', line: 3, detail: 'not UTF-8' } as const

  expect(refusalText(refusal, 'vi')).toBe(
    'Bản sao lưu đã hỏng hoặc bị sửa ở phần “edition/000001.ndjson”, dòng 3. ' +
      'Chưa ghi gì; hãy dùng một bản khác (chi tiết kỹ thuật: not UTF-8).',
  )
})

test.each([
  ['refusals', viRefusals, enRefusals],
  ['words', viWords, enWords],
])('both languages have the same %s with the same facts', (_, vi, en) => {
  const [first, second] = [flatten(vi), flatten(en)]

  expect([...second.keys()]).toEqual([...first.keys()])
  for (const [key, text] of first) expect([key, factsOf(second.get(key) ?? '')]).toEqual([key, factsOf(text)])
})

function factsOf(text: string): readonly string[] {
  return [...text.matchAll(/\{(#?[\w|]+)/g)].map((match) => match[1] ?? '').toSorted()
}
