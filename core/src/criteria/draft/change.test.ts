import { describe, expect, test } from 'vitest'

import { annex, pointsAnnex, regionalAnnex } from '../../testing/annexes.ts'
import { draftMeasures, draftOf, indicatorIn } from '../../testing/drafts.ts'
import { checkDraft } from './check.ts'
import { changeDraft } from './change.ts'
import type { DraftChange } from './changes.ts'
import type { DraftWork } from './work.ts'

const shared = {
  name: '../measures.yaml',
  raw: draftMeasures.map(({ id, name, kind, scale, overUnits }) => ({
    id,
    name,
    kind,
    quantity: { vi: 'đơn vị', en: 'units' },
    scale,
    overUnits,
  })),
}

const lines = [
  'BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI',
  '(Kèm theo Quyết định số 318/QĐ-TTg ngày 08/3/2022 của Thủ tướng Chính phủ)',
]

function begun(tables = regionalAnnex): DraftWork {
  return { draft: draftOf(tables, lines), drafter: 'Y Lan', touched: {}, confirmed: {} }
}

const at = '2026-11-22T18:05:00.000Z'

function change(work: DraftWork, changes: readonly DraftChange[], by = 'Y Lan', seen = 1, version = 2) {
  return changeDraft(work, { seen, version, by, at, changes })
}

function changed(...given: Parameters<typeof change>): DraftWork {
  const outcome = change(...given)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.value
}

function key(work: DraftWork, code: string): string {
  return indicatorIn(work.draft, code).key
}

/** Everything said to be right, without looking. */
function settled(work: DraftWork): DraftWork {
  return changed(work, [{ kind: 'settle', doubts: work.draft.doubts.map(({ id }) => id) }])
}

const small = [
  annex(`
    | TT | Tiêu chí | Nội dung | Mức đạt |
    | 1 v2 | Điện v2 | Tỷ lệ hộ sử dụng điện thường xuyên, an toàn | ≥ 98% |
    | Tỷ lệ hộ nghèo | dưới 5% |
  `),
]

describe('a change', () => {
  test('settles the doubts of what it changes, and no other', () => {
    const work = begun(small)
    const { key, rule } = indicatorIn(work.draft, '1.2')
    const doubts = () => work.draft.doubts.filter(({ target }) => target === `indicator:${key}`)
    expect(doubts().map(({ field }) => field)).toEqual(['code', 'level.all'])
    if (rule.kind !== 'atMost') throw new Error('at most was expected')

    const after = changed(work, [
      { kind: 'indicator', key, patch: { rule: { ...rule, levels: { all: 4.99 } } } },
    ])

    expect(indicatorIn(after.draft, '1.2').rule).toMatchObject({ levels: { all: 4.99 } })
    expect(
      after.draft.doubts.filter(({ target }) => target === `indicator:${key}`).map(({ field }) => field),
    ).toEqual(['code'])
  })

  test('of a row that another has changed meanwhile is refused, and names who and when', () => {
    const work = begun()
    const mine = { kind: 'indicator', key: key(work, '9.1'), patch: { name: 'Của tôi' } } as const
    const theirs = changed(work, [{ ...mine, patch: { name: 'Của người khác' } }], 'A Thuận', 1, 2)

    expect(change(theirs, [mine], 'Y Lan', 1, 3)).toEqual({
      ok: false,
      refusal: { code: 'draftOvertaken', row: '9.1', by: 'A Thuận', day: '2026-11-23', time: '01:05' },
    })
    expect(change(theirs, [mine], 'Y Lan', 2, 3).ok).toBe(true)
  })

  test('of another row goes beside it, and saying the same twice is no conflict', () => {
    const work = begun()
    const first = { kind: 'indicator', key: key(work, '9.1'), patch: { name: 'Một' } } as const
    const theirs = changed(work, [first], 'A Thuận', 1, 2)
    const both = changed(
      theirs,
      [{ kind: 'indicator', key: key(work, '9.2'), patch: { name: 'Hai' } }],
      'Y Lan',
      1,
      3,
    )

    expect(both.draft.indicators.filter(({ name }) => /^(Một|Hai)$/.test(name))).toHaveLength(2)
    expect(changed(theirs, [first], 'Y Lan', 1, 3)).toEqual(theirs)
  })

  test('of a row that is not there is refused, and nothing of the same change is kept', () => {
    const work = begun()

    expect(change(work, [{ kind: 'addCriterion' }, { kind: 'removeIndicator', key: 'i99' }])).toEqual({
      ok: false,
      refusal: { code: 'draftRowUnknown', row: 'i99' },
    })
  })

  test('rows, criteria and columns come and go', () => {
    const work = begun()
    const more = changed(work, [
      { kind: 'addCriterion' },
      { kind: 'addIndicator', criterion: 'c1' },
      { kind: 'addColumn', name: 'Vùng biển' },
    ])
    expect(more.draft.criteria.at(-1)).toMatchObject({ key: 'c8', code: '18', group: 'g2' })
    expect(more.draft.indicators.map(({ code }) => code).slice(0, 3)).toEqual(['1.1', '1.2', '1.3'])
    expect(more.draft.columns.at(-1)).toMatchObject({ id: 'vung-bien', groups: [] })

    const less = changed(more, [
      { kind: 'removeCriterion', key: 'c1' },
      { kind: 'removeColumn', id: 'TN' },
    ])
    expect(less.draft.indicators.some(({ criterion }) => criterion === 'c1')).toBe(false)
    expect(JSON.stringify(less.draft.indicators.map(({ rule }) => rule))).not.toContain('"TN"')
  })

  test('takes points and days away by null', () => {
    const work = changed(begun(), [
      { kind: 'indicator', key: 'i1', patch: { points: 5 } },
      { kind: 'head', patch: { from: null } },
    ])
    expect(work.draft.indicators[0]?.points).toBe(5)
    expect(work.draft.head.from).toBeUndefined()
    expect(
      changed(work, [{ kind: 'indicator', key: 'i1', patch: { points: null } }]).draft.indicators[0]?.points,
    ).toBeUndefined()
  })
})

describe('a confirmation', () => {
  test('is by another person than who wrote the row last, however the name is spelt', () => {
    const work = settled(begun(small))
    const confirm: readonly DraftChange[] = [{ kind: 'confirm', indicators: [key(work, '1.1')] }]

    expect(change(work, confirm, ' y  LAN ', 2, 3)).toMatchObject({
      refusal: { code: 'draftOwnWork', row: '1.1' },
    })
    expect(changed(work, confirm, 'A Thuận', 2, 3).confirmed).toEqual({
      [key(work, '1.1')]: { version: 3, by: 'A Thuận', at },
    })
  })

  test('of a row in doubt is refused', () => {
    const work = begun(small)

    expect(change(work, [{ kind: 'confirm', indicators: [key(work, '1.2')] }], 'A Thuận')).toMatchObject({
      refusal: { code: 'draftRowDoubted', row: '1.2' },
    })
  })

  test('ends when the row, its criterion or its measure changes', () => {
    const base = settled(begun(small))
    const both = { kind: 'confirm', indicators: base.draft.indicators.map(({ key }) => key) } as const
    const work = changed(base, [both], 'A Thuận', 2, 3)
    const left = (changes: readonly DraftChange[]): number =>
      Object.keys(changed(work, changes, 'Y Lan', 3, 4).confirmed).length

    expect(left([{ kind: 'indicator', key: key(work, '1.1'), patch: { name: 'Khác' } }])).toBe(1)
    expect(left([{ kind: 'criterion', key: 'c1', patch: { name: 'Khác' } }])).toBe(0)
    expect(left([{ kind: 'head', patch: { name: 'Khác' } }])).toBe(2)
    expect(left([{ kind: 'unconfirm', indicators: [key(work, '1.1')] }])).toBe(1)
  })
})

describe('the check', () => {
  test('places what is wrong on the field of the draft', () => {
    const work = changed(begun(small), [
      { kind: 'head', patch: { from: null } },
      { kind: 'indicator', key: 'i1', patch: { rule: { kind: 'unclear' } } },
      { kind: 'criterion', key: 'c1', patch: { name: '' } },
    ])
    const places = (draft: DraftWork): readonly string[] =>
      checkDraft(draft.draft, new Set(), shared).issues.map(
        ({ target, field, code }) => `${target} ${field} ${code}`,
      )

    expect(places(work)).toEqual(['head from keyMissing', 'criterion:c1 name notShortText'])

    const better = changed(work, [
      { kind: 'head', patch: { from: begun().draft.head.from ?? null } },
      { kind: 'criterion', key: 'c1', patch: { name: 'Điện' } },
      {
        kind: 'indicator',
        key: 'i2',
        patch: { rule: { kind: 'atMost', measure: 'm-poor', levels: { all: 5.555 } } },
      },
    ])
    expect(places(better)).toEqual([
      'indicator:i1 rule ruleOrProvisions',
      'indicator:i2 level.all levelOffScale',
    ])
  })

  test('gives an edition that says what the annex says; rows that were confirmed are checked against the text', () => {
    const base = settled(begun())
    const all = { kind: 'confirm', indicators: base.draft.indicators.map(({ key }) => key) } as const
    const work = changed(base, [all], 'A Thuận', 2, 3)
    const { edition, issues } = checkDraft(work.draft, new Set(Object.keys(work.confirmed)), shared)

    expect(issues).toEqual([])
    expect(edition?.set.criteria.map(({ code }) => code)).toEqual(['1', '2', '3', '4', '9', '10', '17'])
    expect(edition?.set.columns).toHaveLength(7)
    const income = edition?.set.criteria[5]?.indicators[0]?.provisions[0]?.rule
    expect(income).toMatchObject({
      levels: { TN: { kind: 'byYear', scaled: { 2021: 440, 2023: 500 }, source: { checked: 'text' } } },
    })
    const water = edition?.set.criteria[6]?.indicators[0]?.provisions[0]?.rule
    expect(water).toMatchObject({ parts: [{ key: '17.1' }, { key: '17.1-2' }] })
    expect(checkDraft(work.draft, new Set(), shared).edition?.set.criteria[0]?.nameChecked).toBe('partial')
  })

  test('asks of a set with points from how many on it is met', () => {
    const tables = [pointsAnnex]
    const work = begun(tables)
    const wrong = (draft: DraftWork): readonly string[] =>
      checkDraft(draft.draft, new Set(), shared).issues.map(
        ({ target, field, code }) => `${target} ${field} ${code}`,
      )
    expect(work.draft.head.passRule).toEqual({ kind: 'points', passAt: 0, notApplicable: 'rescaled' })
    expect(wrong(work)).toContain('head passRule wrongNumber')
    const passAt50 = draftOf(tables, [...lines, 'Thôn đạt từ 50 điểm trở lên được công nhận']).head.passRule
    expect(passAt50).toMatchObject({ passAt: 50 })

    const passRule = { kind: 'points', passAt: 50, floorPercent: 50, notApplicable: 'rescaled' } as const
    const better = changed(work, [{ kind: 'head', patch: { passRule } }])
    expect(wrong(better)).toEqual(['indicator:i5 points pointsMissing'])

    const whole = changed(better, [{ kind: 'indicator', key: 'i5', patch: { points: 10 } }])
    const { edition, issues } = checkDraft(whole.draft, new Set(), shared)
    expect(issues).toEqual([])
    expect(edition?.set.criteria.flatMap((one) => one.indicators.map(({ points }) => points))).toEqual([
      1200, 800, 2000, 2550, 1000,
    ])
  })
})

describe('a draft that is laid aside', () => {
  const aside = changed(begun(), [{ kind: 'discard' }], 'A Thuận')

  test('loses nothing, and is taken up again as it was', () => {
    expect(aside.discarded).toMatchObject({ by: 'A Thuận', at })
    expect(changed(aside, [{ kind: 'restore' }])).toEqual(begun())
  })

  test('is neither changed nor checked meanwhile', () => {
    const refusal = { code: 'draftDiscarded', by: 'A Thuận', day: '2026-11-23', time: '01:05' }
    expect(change(aside, [{ kind: 'addCriterion' }])).toMatchObject({ ok: false, refusal })
    expect(change(aside, [{ kind: 'confirm', indicators: ['i1'] }])).toMatchObject({ ok: false, refusal })
    expect(change(aside, [{ kind: 'discard' }])).toMatchObject({ ok: false, refusal })
  })
})
