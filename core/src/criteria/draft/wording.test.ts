import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { amountInName, readBound, readCell, type Reading } from './wording.ts'

/** A reading in few words: `≥80 %`, `≤5 ! vụ`, `đạt`. */
function told(reading: Reading): string {
  switch (reading.kind) {
    case 'amount': {
      const conditions = reading.conditions.map(({ amount, words }) => `[${sign(amount)} ${words}]`.trim())
      return [sign(reading.amount), ...conditions, reading.rest === '' ? '' : `… ${reading.rest}`]
        .join(' ')
        .trim()
    }
    case 'byYear':
      return `${sign({ ...reading.amount, value: Number.NaN })} ${JSON.stringify(reading.years)}`
    case 'delegated':
      return reading.rest === '' ? 'delegated' : `delegated … ${reading.rest}`
    case 'unclear':
      return `? ${reading.why}`
    default:
      return reading.kind
  }
}

function sign(amount: Extract<Reading, { kind: 'amount' }>['amount']): string {
  const bound = amount.bound === undefined ? '=' : amount.bound === 'atLeast' ? '≥' : '≤'
  return `${bound}${amount.isStrict ? '!' : ''}${Number.isNaN(amount.value) ? '' : amount.value}${amount.unit === '' ? '' : ` ${amount.unit}`}`
}

describe('a level cell says', () => {
  test.each([
    ['≥70%', '≥70 %'],
    ['Tăng tối thiểu 2 điểm phần trăm so với năm trước', '? words'],
    ['Cao hơn 1,2 lần mức xã đạt chuẩn', '? words'],
    ['≥ 1,2 lần mức bình quân chung của tỉnh', '? words'],
    ['Giảm ít nhất 1%/năm', '? words'],
    ['≥ 1,5', '≥1.5'],
    ['>=70 %', '≥70 %'],
    ['≥\u00a01.234,5', '≥1234.5'],
    ['≥２０％', '≥20 %'],
    ['từ 95% trở lên', '≥95 %'],
    ['Đạt từ 95% trở lên', '≥95 %'],
    ['80% trở lên', '≥80 %'],
    ['tối thiểu 01 mô hình', '≥1 mô hình'],
    ['Không dưới 90%', '≥90 %'],
    ['không thấp hơn 2 m2/người', '≥2 m2/người'],
    ['không quá 5%', '≤5 %'],
    ['≤ 7%', '≤7 %'],
    ['<= 7', '≤7'],
    ['Tối đa 3 vụ', '≤3 vụ'],
    ['5% trở xuống', '≤5 %'],
    ['dưới 5%', '≤!5 %'],
    ['< 5%', '≤!5 %'],
    ['Trên 50%', '≥!50 %'],
    ['100%', '=100 %'],
    ['0', '=0'],
    ['Đạt', 'pass'],
    ['đạt\u00a0', 'pass'],
    ['ĐẠT', 'pass'],
    ['Có', 'pass'],
    ['Không', 'none'],
    ['Không có', 'none'],
    ['Không áp dụng', 'notApplicable'],
    ['UBND cấp tỉnh quy định cụ thể', 'delegated'],
    ['Uỷ ban nhân dân cấp tỉnh qui định cụ thể', 'delegated'],
    ['Theo quy định của UBND tỉnh', 'delegated'],
    [
      'UBND tỉnh quy định nhưng không thấp hơn 70%',
      'delegated … UBND tỉnh quy định nhưng không thấp hơn 70%',
    ],
    ['', 'empty'],
    [' \n\u200b', 'empty'],
    ['–', '? dash'],
    ['100% (≥70% cứng hóa)', '=100 % [≥70 % cứng hóa]'],
    ['≥95% (≥60% từ hệ thống cấp nước tập trung)', '≥95 % [≥60 % từ hệ thống cấp nước tập trung]'],
    ['≥70%, trong đó ≥50% đạt mức độ 1', '≥70 % [≥50 % đạt mức độ 1]'],
    ['Năm 2022: 39; 2023: 42', '= {"2022":39,"2023":42}'],
    ['Năm 2022: ≥39 triệu đồng\nNăm 2023: ≥42,5 triệu đồng', '≥ triệu đồng {"2022":39,"2023":42.5}'],
    ['100% số thôn', '=100 % … số thôn'],
    ['70 - 80%', '? range'],
    ['từ 5 đến 10', '? range'],
    ['1.234', '? numberTwoWays'],
    ['Thực hiện tốt', '? words'],
    ['2 mô hình và 3 hợp tác xã', '? words'],
  ])('“%s”', (text, expected) => {
    expect(told(readCell(text))).toBe(expected)
    expect(told(readCell(text.normalize('NFD')))).toBe(expected)
  })

  test('never throws, and reads nothing out of nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const hasDigit = /\d/.test(text.normalize('NFKC'))
        return hasDigit || !/amount|byYear/.test(readCell(text).kind)
      }),
    )
    expect(readCell('').kind).toBe('empty')
  })

  test('every number that is written with two decimals at most is read as it is', () => {
    const written = fc.integer({ min: 0, max: 99_999 }).map((hundredths) => hundredths / 100)
    fc.assert(
      fc.property(written, fc.constantFrom('≥', 'tối thiểu ', 'không quá ', '< ', ''), (value, before) => {
        const reading = readCell(`${before}${String(value).replace('.', ',')}%`)
        expect(reading.kind === 'amount' ? reading.amount.value : undefined).toBe(value)
      }),
    )
  })
})

test('a name may tell the direction, and even the level', () => {
  expect(readBound('Tỷ lệ hộ nghèo không quá mức').bound).toBe('atMost')
  expect(readBound('Tỷ lệ hộ có nhà đạt chuẩn').bound).toBeUndefined()
  expect(amountInName('Tỷ lệ đất được tưới đạt từ 80% trở lên')).toMatchObject({
    value: 80,
    bound: 'atLeast',
  })
  expect(amountInName('Trẻ em dưới 5 tuổi bị suy dinh dưỡng ≤ 20%')).toBeUndefined()
  expect(amountInName('Phương châm 4 tại chỗ')).toBeUndefined()
})
