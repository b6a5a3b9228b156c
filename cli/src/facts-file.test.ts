import { expect, test } from 'vitest'

import { enteredFigure, verdictClaim } from '@ancu/core/figures'
import { accepted, refused } from '@ancu/core/kernel'
import { refusalText } from '@ancu/core/text'

import { readFacts } from './facts-file.ts'
import type { FactsShape } from './facts-table.ts'

const figures: FactsShape = { section: 'figures', row: enteredFigure }
const verdicts: FactsShape = { section: 'verdicts', row: verdictClaim }

/** Code 23284 is one unit until the reform and another from then on. */
const findUnit = async (code: string, on: string) =>
  accepted(code !== '23284' ? undefined : on < '2025-07-01' ? 'kt-23284' : 'qn-23284')

async function read(text: string | Uint8Array, shape = figures) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return readFacts('a.csv', bytes, shape, findUnit)
}

async function sentence(text: string | Uint8Array, shape = figures) {
  const outcome = await read(text, shape)
  return outcome.ok ? 'accepted' : refusalText(outcome.refusal, 'vi')
}

test('rows of a CSV become facts: numbers are numbers, empty cells are absent, lines are kept', async () => {
  const outcome = await read(
    '\uFEFFid;unit;measure;period;stage;num;den;value;illustrative\r\nf-1;kt-1;m-a;2023;claimed;5;7;;có\r\n\r\nf-2;kt-1;m-b;2023;claimed;;;2,1;\r\n',
  )

  expect(outcome).toMatchObject({
    ok: true,
    value: {
      rows: [
        {
          id: 'f-1',
          unit: 'kt-1',
          measure: 'm-a',
          period: '2023',
          stage: 'claimed',
          num: 5,
          den: 7,
          illustrative: true,
        },
        { id: 'f-2', unit: 'kt-1', measure: 'm-b', period: '2023', stage: 'claimed', value: '2,1' },
      ],
      lines: [2, 4],
    },
  })
})

test('a unit is named by its code on a day', async () => {
  const outcome = await read(
    'unitCode,on,set,scope,code,verdict,asOf,stage\n23284,2025-06-30,s,criterion,1,met,2025-06-30,appraised\n23284,2025-07-01,s,criterion,1,met,2025-07-01,appraised\n',
    verdicts,
  )

  expect(outcome).toMatchObject({
    ok: true,
    value: { rows: [{ unit: 'kt-23284', code: '1' }, { unit: 'qn-23284' }] },
  })
})

test('the same file gives the same ids and the same digest; another gives others', async () => {
  const text = 'unit,measure,period,stage,value\nkt-1,m-a,2023,claimed,1\nkt-2,m-a,2023,claimed,1\n'
  const [one, again, other] = await Promise.all([read(text), read(text), read(text.replace('kt-2', 'kt-3'))])

  expect(again).toEqual(one)
  expect(one.ok && other.ok && one.value.digest !== other.value.digest).toBe(true)
  expect(one.ok && new Set(one.value.rows.map((row) => JSON.stringify(row))).size).toBe(2)
})

const header = 'id,unit,measure,period,stage,value'

test.each([
  ['', 'Tệp a.csv chưa đúng. Chưa ghi gì.\ndòng 1: không có dòng nào.'],
  [`${header}\n`, 'Tệp a.csv chưa đúng. Chưa ghi gì.\ndòng 2: không có dòng nào.'],
  [
    `${header}\nf-1,kt-1,m-a,2023,claimed,1,2\n`,
    'Tệp a.csv chưa đúng. Chưa ghi gì.\ndòng 2: có 7 ô mà dòng đầu chỉ có 6 cột; số có dấu phẩy và chữ có dấu ngăn ô phải đặt trong ngoặc kép.',
  ],
  [
    `${header},amount\nf-1,kt-1,m-a,2023,claimed,1,2\n`,
    'Tệp a.csv chưa đúng. Chưa ghi gì.\ndòng 1: cột “amount”: không có mục này.',
  ],
  [
    `${header},value\nf-1,kt-1,m-a,2023,claimed,1,2\n`,
    'Tệp a.csv chưa đúng. Chưa ghi gì.\ndòng 1: cột “value”: ghi hai lần.',
  ],
  [
    `${header}\nf-1,kt-1,m-a,2023,claimed,"1.234"\nf-2,kt-1,m-a,20x3,claimed,1\nf-3,,m-a,2023,claimed,1\n`,
    'Tệp a.csv chưa đúng. Chưa ghi gì.\ndòng 2: cột “value”: “1.234” đọc được hai cách: dấu ở giữa là ngăn hàng nghìn hay phần thập phân? Nếu là hàng nghìn thì viết liền, như 1234; nếu là phần thập phân thì thêm số 0 ở cuối, như 1,2340.\ndòng 3: cột “period”: không phải một kỳ; viết như 2023-12-31, 2023, 2023-H1 hoặc 2023-2024.\ndòng 4: cột “unit”: còn thiếu.',
  ],
  [
    `${header}\nf-1,kt-1,m-a,2023,claimed,\n`,
    'Tệp a.csv chưa đúng. Chưa ghi gì.\ndòng 2: phải có đúng một trong ba: value; num cùng den; notApplicableReason.',
  ],
  [
    `id,unit,measure,period,stage,num,den\nf-1,kt-1,m-a,2023,claimed,5\nf-2,kt-1\n`,
    'Tệp a.csv chưa đúng. Chưa ghi gì.\ndòng 2: chỉ có 6 ô, còn thiếu: den.\ndòng 3: chỉ có 2 ô, còn thiếu: measure, period, stage, num, den.',
  ],
  [
    'unitCode,on,measure,period,stage,value\n99999,2024-03-31,m-a,2023,claimed,1\n',
    'Tệp a.csv chưa đúng. Chưa ghi gì.\ndòng 2: cột “unitCode”: không có đơn vị mang mã này vào ngày 31/3/2024.',
  ],
  [
    'unitCode,on,measure,period,stage,value\n23284,,m-a,2023,claimed,1\n',
    'Tệp a.csv chưa đúng. Chưa ghi gì.\ndòng 2: cột “unitCode”: cột unitCode phải đi cùng cột on.',
  ],
  ['{"figures":[\n{"id":1}\n', 'Tệp a.csv chưa đúng. Chưa ghi gì.\ndòng 3: không phải JSON.'],
  ['{"verdicts":[]}', 'Mục “verdicts”: không có mục này.'],
  ['{"figures":{}}', 'Mục “figures”: phải là danh sách.'],
])('%j is refused by line and column', async (text, told) => {
  expect(await sentence(text)).toBe(told)
})

test('a file that is not UTF-8 is told so', async () => {
  expect(await sentence(Uint8Array.from([0x69, 0x64, 0xe0, 0x0a]))).toContain('không phải UTF-8')
})

test('JSON is a list, or an object with documents and reason', async () => {
  const row = { id: 'f-1' }

  expect(await read(JSON.stringify([row]))).toMatchObject({
    ok: true,
    value: { rows: [row], documents: undefined },
  })
  expect(
    await read(JSON.stringify({ figures: [row], documents: [{ id: 'd' }], reason: 'quý I' })),
  ).toMatchObject({
    ok: true,
    value: { rows: [row], documents: [{ id: 'd' }], reason: 'quý I' },
  })
})

test('what a list answers in JSON is taken as it is, each row after the one that it replaces', async () => {
  const row = { unit: 'kt-1', measure: 'm-a', period: '2023', stage: 'claimed', num: null, value: 44.7 }
  const page = {
    knownSeq: 9,
    rows: [
      { id: 'f-1', ...row, scaled: 447, replaces: 'f-2', seq: 8 },
      { id: 'f-2', ...row, scaled: 447, replaces: null, seq: 7 },
    ],
    next: null,
    measures: { 'm-a': { decimals: 1 } },
  }
  const { num: _, ...entered } = row

  expect(await read(JSON.stringify(page))).toMatchObject({
    ok: true,
    value: {
      rows: [
        { id: 'f-2', ...entered, scaled: 447 },
        { id: 'f-1', ...entered, scaled: 447, replaces: 'f-2' },
      ],
    },
  })
})

test('a refusal met while looking for a unit is passed on', async () => {
  const outcome = await readFacts(
    'a.csv',
    new TextEncoder().encode('unitCode,on,measure,period,stage,value\n1,2050-01-01,m,2023,claimed,1\n'),
    figures,
    async () => refused({ code: 'futureDay', on: '2050-01-01' }),
  )

  expect(outcome).toEqual({ ok: false, refusal: { code: 'futureDay', on: '2050-01-01' } })
})
