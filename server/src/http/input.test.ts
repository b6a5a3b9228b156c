import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'
import { z } from 'zod'

import { addFigures, listFigures } from '@ancu/core/figures'
import { isoDate, type Endpoint } from '@ancu/core/kernel'
import { refusalText } from '@ancu/core/text'
import { findUnits } from '@ancu/core/units'

import { parseInput, type Asked } from './input.ts'

const listDays = {
  method: 'GET',
  path: '/days/:day',
  summary: 'Days',
  params: z.strictObject({ day: isoDate }),
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(10).default(5),
    name: z.string().max(5).optional(),
  }),
  answer: z.object({}),
} as const satisfies Endpoint

function asked(query: string, day = '2024-03-31'): Asked {
  return { params: { day }, query, body: undefined }
}

function posted(body: unknown): Asked {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { params: {}, query: '', body: new TextEncoder().encode(text) }
}

test('parameters, query and body become one object, with defaults and texts in NFC', () => {
  expect(parseInput(listDays, asked(`name=${encodeURIComponent('Ba\u0300')}`))).toEqual({
    ok: true,
    value: { day: '2024-03-31', limit: 5, name: 'Bà' },
  })
})

test.each([
  ['limit=', 'Mục “limit”: để trống.'],
  ['limit=0x5', 'Mục “limit”: phải là số nguyên.'],
  ['limit=1e0', 'Mục “limit”: phải là số nguyên.'],
  ['limit=11', 'Mục “limit”: lớn hơn 10.'],
  ['limit=2.5', 'Mục “limit”: phải là số nguyên.'],
  ['limit=1&limit=2', 'Mục “limit”: ghi hai lần.'],
  ['name=abcdef', 'Mục “name”: dài quá 5 ký tự.'],
  ['name=%00', 'Mục “name”: có ký tự NUL.'],
  ['name=%ED%A0%80', 'Mục “name”: có ký tự hỏng, không phải Unicode.'],
  ['name=%zz', 'Mục “name”: có ký tự hỏng, không phải Unicode.'],
  ['nam=x', 'Mục “nam”: không có mục này.'],
  ['__proto__=x', 'Mục “__proto__”: không có mục này.'],
])('the query %s is refused: %s', (query, sentence) => {
  expect(sentenceOf(parseInput(listDays, asked(query)))).toBe(sentence)
})

test('a day that is none is refused with what was given', () => {
  expect(sentenceOf(parseInput(listDays, asked('', '2023-02-29')))).toBe(
    'Mục “day”: “2023-02-29” không phải một ngày có thật. Viết như 2024-03-31.',
  )
})

const figure = { id: 'f1', unit: 'kt-1', measure: 'm', period: '2023', stage: 'claimed', value: 1 }

test.each([
  ['', 'Nội dung gửi lên không phải JSON viết bằng UTF-8.'],
  ['{"commandId":', 'Nội dung gửi lên không phải JSON viết bằng UTF-8.'],
  ['[]', 'Mục “body”: phải là một nhóm mục.'],
  ['null', 'Mục “commandId”: còn thiếu.'],
  ['7', 'Mục “body”: phải là một nhóm mục.'],
  [{ figures: [figure] }, 'Mục “commandId”: còn thiếu.'],
  [{ commandId: 'c' }, 'Mục “figures”: còn thiếu.'],
  [{ commandId: 'c', figures: [] }, 'Mục “figures”: phải có ít nhất 1 dòng.'],
  [{ commandId: 'c', figures: [figure], more: 1 }, 'Mục “more”: không có mục này.'],
  [
    { commandId: 'c', figures: [{ ...figure, value: '1.234' }] },
    'Mục “figures[0].value”: “1.234” đọc được hai cách: dấu ở giữa là ngăn hàng nghìn hay phần thập phân?',
  ],
  [
    { commandId: 'c', figures: [{ ...figure, value: '2,1 m²' }] },
    'Mục “figures[0].value”: “2,1 m²” không phải một số; viết như 2,1 hoặc 2.1',
  ],
  [
    { commandId: 'c', figures: [{ ...figure, value: {} }] },
    'Mục “figures[0].value”: không nhận giá trị này.',
  ],
  [
    { commandId: 'c', figures: [{ ...figure, value: undefined, scaled: 2e11 }] },
    'Mục “figures[0].scaled”: lớn hơn 100.000.000.000.',
  ],
  [
    { commandId: 'c', figures: [{ ...figure, stage: 'x' }] },
    'Mục “figures[0].stage”: phải là một trong: claimed, verified, appraised, statistical.',
  ],
  [
    { commandId: 'c', figures: [{ ...figure, period: '2023-13' }] },
    'Mục “figures[0].period”: không phải một kỳ; viết như 2023-12-31, 2023, 2023-H1 hoặc 2023-2024.',
  ],
  [
    { commandId: 'c', figures: [{ ...figure, unit: '../etc' }] },
    'Mục “figures[0].unit”: chỉ gồm chữ không dấu, số và - _ . , bắt đầu bằng chữ hoặc số, không quá 80 ký tự.',
  ],
  [
    { commandId: 'c', figures: [{ ...figure, value: undefined, num: 1, den: 0 }] },
    'Mục “figures[0].den”: mẫu số phải lớn hơn 0.',
  ],
  [
    { commandId: 'c', figures: [{ ...figure, num: 1 }] },
    'Mục “figures[0]”: phải có đúng một trong ba: value; num cùng den; notApplicableReason.',
  ],
  [
    { commandId: 'c', figures: [{ ...figure, evidence: 'a\u0000b' }] },
    'Mục “figures[0].evidence”: có ký tự NUL.',
  ],
  [
    '{"commandId":"c","figures":[{"evidence":"\\ud800"}]}',
    'Mục “figures[0].evidence”: có ký tự hỏng, không phải Unicode.',
  ],
  ['{"commandId":"c","__proto__":{"a":1}}', 'Mục “__proto__”: không có mục này.'],
  [`{"commandId":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'lồng quá 20 tầng'],
  [
    { commandId: 'c', figures: Array.from({ length: 25_001 }, () => figure) },
    'Nhiều hơn 25.000 dòng trong một lần. Chia thành nhiều lần.',
  ],
])('wrong body number %# is refused in a sentence', (body, sentence) => {
  expect(sentenceOf(parseInput(addFigures, posted(body)))).toContain(sentence)
})

test('bytes that are not UTF-8 are no JSON', () => {
  const body = Uint8Array.from([0x22, 0xff, 0x22])

  expect(sentenceOf(parseInput(addFigures, { params: {}, query: '', body }))).toContain('không phải JSON')
})

test('an endpoint without parameters or query takes none', () => {
  expect(sentenceOf(parseInput(addFigures, { ...posted({}), query: 'a=1' }))).toBe(
    'Mục “a”: không có mục này.',
  )
})

test('every fault that a schema of the core names has its words', () => {
  const folder = join(import.meta.dirname, '../../../core/src')
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !/criteria.pack/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
  const named = sources.flatMap((source) =>
    [...source.matchAll(/(?:error|message): '([a-z]\w+)'|\(?[/\w)], '(not[A-Z]\w+)'\)/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    ),
  )

  expect(named).toContain('notAnIdentity')
  expect(named).toContain('figureHasOneQuantity')
  for (const problem of named) {
    const sentence = refusalText({ code: 'inputWrong', field: 'x', problem }, 'vi')
    expect(sentence).not.toContain(problem)
  }
})

test('what the endpoints take is taken', () => {
  expect(
    parseInput(findUnits, { params: {}, query: 'query=Ng%E1%BB%8Dc+L%C3%A2y&limit=3', body: undefined }),
  ).toEqual({
    ok: true,
    value: { query: 'Ngọc Lây', limit: 3 },
  })
  expect(parseInput(listFigures, { params: {}, query: '', body: undefined })).toEqual({
    ok: true,
    value: { limit: 500 },
  })
})

function sentenceOf(outcome: ReturnType<typeof parseInput>): string {
  return outcome.ok ? 'accepted' : refusalText(outcome.refusal, 'vi')
}
