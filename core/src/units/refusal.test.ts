import { describe, expect, test } from 'vitest'

import { day } from '../kernel/index.ts'
import { pictureOf } from '../testing/builders.ts'
import { languages, refusalText } from '../text/index.ts'
import { unitFacts } from './facts.ts'
import { withUnitNames, type UnitRefusal } from './refusal.ts'
import type { UnitId } from './unit.ts'

const [unit, parent, other] = ['v-5', 'c-nl', 'c-dt'].map((id) => id as UnitId) as [UnitId, UnitId, UnitId]
const [from, until, on] = [day('2020-01-01'), day('2019-01-01'), day('2020-01-01')]
const at = { section: 'parents', at: 2 } as const

/** One refusal of each code. */
const each = {
  unitUnknown: { code: 'unitUnknown', ...at, unit },
  unitExists: { code: 'unitExists', ...at, unit },
  periodEmpty: { code: 'periodEmpty', ...at, unit, aspect: 'name', from, until },
  periodOverlaps: { code: 'periodOverlaps', ...at, unit, aspect: 'kind', from, otherFrom: until },
  endsNothing: { code: 'endsNothing', ...at, unit, aspect: 'code', until },
  parentCycle: { code: 'parentCycle', ...at, unit, parent, on },
  parentNotThen: { code: 'parentNotThen', ...at, unit, parent, on },
  codeTaken: { code: 'codeTaken', ...at, unit, value: '23425', other, from },
  nameMissing: { code: 'nameMissing', section: null, at: null, unit, on },
  kindLevelMismatch: {
    code: 'kindLevelMismatch',
    ...at,
    unit,
    on,
    kind: 'ward',
    given: 'commune',
    held: 'village',
  },
  changeExists: { code: 'changeExists', ...at, change: 'x' },
  changePartEmpty: { code: 'changePartEmpty', ...at, change: 'x' },
  changeWeightsWrong: { code: 'changeWeightsWrong', ...at, unit, on, measure: 'whole' },
  changeDisagrees: { code: 'changeDisagrees', ...at, change: 'x', unit, on, expected: 'ended' },
} as const satisfies { readonly [Code in UnitRefusal['code']]: UnitRefusal & { readonly code: Code } }

function told(refusals: readonly UnitRefusal[], language: 'vi' | 'en' = 'vi'): string {
  return refusalText({ code: 'unitFactsRefused', refusals: refusals.map((one) => ({ ...one })) }, language)
}

describe('a refusal of facts about units', () => {
  test.each(Object.values(each))('$code has its sentence in both languages', (refusal) => {
    for (const language of languages) {
      expect(told([refusal], language)).not.toMatch(new RegExp(`\\b${refusal.code}\\b|[{}…]`))
    }
  })

  test('names the row, the unit and the words of the language', () => {
    expect(told([each.parentNotThen, each.kindLevelMismatch])).toBe(
      'Chưa ghi gì. Có 2 chỗ sai trong điều ghi về đơn vị:\n' +
        'cấp trên, dòng 3: “c-nl” là cấp trên của “v-5” nhưng không có vào ngày 1/1/2020.\n' +
        'cấp trên, dòng 3: “v-5” không thể là phường vào ngày 1/1/2020: cấp xã không đi cùng thôn, tổ dân phố.',
    )
    expect(told([each.changeDisagrees], 'en')).toContain(
      'parents, row 3: Change “x” does not agree with “v-5” on 1/1/2020: the old unit must end before that day.',
    )
  })

  test('calls units by the name that comes with the facts, else by the one known', () => {
    const picture = pictureOf({
      units: [{ id: 'c-nl' }],
      names: [{ unit: 'c-nl', name: 'Ngọc Lây', spelling: 'statistics', from: '2004-01-01' }],
    })
    const facts = unitFacts.parse({
      units: [{ id: 'v-5' }],
      names: [{ unit: 'v-5', name: 'Thôn 5', spelling: 'statistics', from: '2004-01-01' }],
    })

    expect(told(withUnitNames([each.parentNotThen, each.codeTaken], picture, facts))).toContain(
      'cấp trên, dòng 3: “Ngọc Lây” là cấp trên của “Thôn 5” nhưng không có vào ngày 1/1/2020.\n' +
        'cấp trên, dòng 3: Mã 23425 của “Thôn 5” từ ngày 1/1/2020 đang là mã của “c-dt”.',
    )
  })
})
