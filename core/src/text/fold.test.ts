import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { fold, searchKey, searchKeys, wordsOf } from './fold.ts'

describe('fold', () => {
  test.each([
    ['Đắk Hà', 'dakha'],
    ['ĐĂK HÀ', 'dakha'],
    ['DAKHA', 'dakha'],
    ['Ðắk Hà', 'dakha'],
    ["Ia H' Drai", 'iahdrai'],
    ['Ia H’Drai', 'iahdrai'],
    ['Bờ Y', 'boy'],
    ['Đắk Tơ-Lung', 'daktolung'],
    ['TP. Kon Tum', 'tpkontum'],
    ['ƀok Kơ Tŏ Ƀĭ', 'bokkotobi'],
    ['Thôn số 3 (minh hoạ)', 'thonso3minhhoa'],
    ['Thủy', 'thuy'],
    ['Thuỷ', 'thuy'],
    ['***', ''],
  ])('%s is %s', (name, folded) => {
    expect(fold(name)).toBe(folded)
  })

  test('composed and decomposed text fold alike, and folding twice changes nothing', () => {
    const letters = fc.string({ unit: fc.constantFrom(..."aăắâậeêệoôộơợuưựyđĐÐŏĭƀH’'- .Kc9") })
    fc.assert(
      fc.property(fc.oneof(letters, fc.string({ unit: 'binary' })), (text) => {
        const folded = fold(text)
        expect(fold(text.normalize('NFD'))).toBe(folded)
        expect(fold(text.normalize('NFC'))).toBe(folded)
        expect(fold(folded)).toBe(folded)
        expect(folded).not.toMatch(/[\s'’.-]/)
      }),
    )
  })
})

describe('search keys', () => {
  test.each([
    ['Ngọc Lây', 'Ngọk Lây'],
    ['Ngọc Lây', 'ngok lay'],
    ['Ngọc Hồi', 'Ngok Hoi'],
    ['Đắk Pék', 'Đăk Péc'],
    ['Ya Ly', 'Ia Ly'],
    ['Đắk PXi', 'Đăk Pxi'],
  ])('%s and %s are one', (one, other) => {
    expect(searchKey(one)).toBe(searchKey(other))
  })

  test('there is one for each word a person may begin with', () => {
    expect(searchKeys('Đắk Tờ Kan')).toEqual(['daktokan', 'tokan', 'kan'])
    expect(searchKeys("Ia H'Drai")).toEqual(['iahdrai', 'hdrai', 'drai'])
    expect(wordsOf("Ia H'Drai")).toEqual(['ia', 'h', 'drai'])
  })

  test('a key is as long as the folded name, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(searchKey(text)).toHaveLength(fold(text).length)
      }),
    )
  })
})
