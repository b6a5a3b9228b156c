import { expect, test } from 'vitest'

import { overviewOf, row } from '../testing/answers.ts'
import { csvOf, type CsvHeads } from './csv.ts'

const heads: CsvHeads = {
  language: 'vi',
  columns: ['Mã', 'Đơn vị', 'Ít nhất', 'Nhiều nhất', 'Trên', 'Cả bộ', 'Công nhận', 'Ghi chú'],
  verdicts: { met: 'đạt', unmet: 'chưa đạt', unknown: 'chưa rõ', notApplicable: 'không áp dụng' },
  ranks: (rank) => rank,
  illustrative: 'minh hoạ',
}

const placed = (vi: string) => ({ vi, en: '' })

test('the rows behind a number go to a spreadsheet with what is illustrative marked', () => {
  const rows = [
    row('Đắk Hà', 'mkm', { code: '23425', place: placed('xã Đắk Hà, huyện Tu Mơ Rông'), illustrative: true }),
    row('Plei Kần', '', { inProgramme: false, place: placed('thị trấn Plei Kần') }),
  ]
  expect(csvOf(overviewOf(rows), rows, heads).split('\r\n')).toEqual([
    '\uFEFFMã,Đơn vị,Ít nhất,Nhiều nhất,Trên,Cả bộ,Công nhận,Ghi chú',
    '23425,"xã Đắk Hà, huyện Tu Mơ Rông",2,3,3,chưa rõ,,minh hoạ',
    ',thị trấn Plei Kần,,,3,,,',
    '',
  ])
})

test('a name that begins like a formula stays a name', () => {
  const rows = [row('x', 'mmm', { place: placed('=cmd("a")') })]
  expect(csvOf(overviewOf(rows), rows, heads)).toContain(`,"'=cmd(""a"")",`)
})
