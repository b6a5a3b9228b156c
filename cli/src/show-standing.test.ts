import { expect, test } from 'vitest'

import type { EndpointAnswer } from '@ancu/core/kernel'
import { unitStanding } from '@ancu/core/standing'
import { cliMessages } from '@ancu/core/text'

import { showStanding } from './show-standing.ts'

const described = { heading: 'Chưa rõ, vì thiếu số liệu: Nước sạch.', lines: [] }
const fact = { document: null, evidence: null, carriedFrom: null, entrySeq: 7, illustrative: false }

const indicator = {
  code: '17.1',
  name: { vi: 'Nước sạch', en: 'Clean water' },
  verdict: 'met',
  computed: 'unknown',
  conclusions: [
    {
      id: 'v-1',
      stage: 'appraised',
      verdict: 'met',
      asOf: '2024-03-31',
      reason: null,
      ...fact,
      contenders: [],
    },
  ],
  figures: [],
  explanation: {},
  text: { vi: described, en: described },
  stale: false,
  disagrees: false,
  missing: [{ kind: 'figure', key: 'm-water' }],
  score: null,
  owner: null,
}

const figure = {
  id: 'f-1',
  measure: 'm-water',
  period: '2023-12-31',
  lastDay: '2023-12-31',
  num: 1,
  den: 2,
  scaled: null,
  notApplicableReason: null,
  stage: 'verified',
  nature: 'actual',
  ...fact,
  staleFrom: null,
  stale: false,
  contenders: ['f-2', 'f-3'],
}

function shown(change: object = {}, basis = 'official', whole: object = {}, criterion: object = {}): string {
  const answer: EndpointAnswer<typeof unitStanding> = unitStanding.answer.parse({
    on: '2024-03-31',
    known: null,
    knownSeq: 9,
    set: 'set',
    edition: 1,
    setName: { vi: 'Bộ', en: 'Set', short: 'Bộ' },
    setInForce: true,
    column: null,
    basis,
    unit: { id: 'u', code: null, name: 'U', place: { vi: 'xã U', en: 'U commune' }, kind: 'commune' },
    applicable: true,
    whole: 'unknown',
    spokenBy: 'criteria',
    conclusions: [],
    countsAsMet: { basicallyMet: false, notApplicable: true },
    passRule: { kind: 'allCriteria' },
    counts: { met: 1, unmet: 0, unknown: 0, notApplicable: 0 },
    least: 1,
    most: 1,
    score: null,
    prerequisites: [],
    criteria: [
      {
        code: '17',
        name: { vi: 'Môi trường', en: 'Environment', short: 'MT', shortEn: 'Env' },
        group: { vi: 'Nhóm', en: 'Group' },
        key: false,
        verdict: 'met',
        computed: 'unknown',
        basicallyMet: false,
        spokenBy: 'indicators',
        conclusions: [],
        stale: false,
        disagrees: false,
        complete: true,
        wanted: null,
        score: null,
        indicators: [{ ...indicator, ...change }],
        ...criterion,
      },
    ],
    levels: {},
    documents: {},
    entries: {},
    carried: {},
    illustrative: false,
    ...whole,
  })
  return showStanding(answer, cliMessages('vi').say, 'vi')
}

test('a verdict says by what it is one, and what the figures give is told as that', () => {
  const text = shown()

  expect(text).toContain('17. Môi trường: đạt (theo các chỉ tiêu)')
  expect(text).toContain('17.1 Nước sạch: đạt (theo kết luận của cơ quan có trách nhiệm)')
  expect(text).toContain('Tính từ số liệu: Chưa rõ, vì thiếu số liệu: Nước sạch.')
})

test('without a conclusion, or on the figures alone, the verdict is from the figures', () => {
  const verdict = 'unknown'

  expect(shown({ verdict, conclusions: [] })).toContain('17.1 Nước sạch: chưa rõ (tính từ số liệu)')
  expect(shown({ verdict }, 'computed')).toContain('17.1 Nước sạch: chưa rõ (tính từ số liệu)')
})

test('figures that contend with the one that counts are told', () => {
  const text = shown({ figures: [figure] })

  expect(text).toContain('số liệu trái ý, chưa tính, chờ giải quyết: f-2')
  expect(text).toContain('số liệu trái ý, chưa tính, chờ giải quyết: f-3')
})

const counted = { kind: 'points', passAt: 8000, notApplicable: 'granted' }

test('points are told of the whole, of each criterion and of each indicator', () => {
  const passRule = { ...counted, criterionFloor: { percent: 5000 } }
  const whole = { passRule, score: { least: 6000, most: 7550, max: 10_000 } }
  const text = shown({ score: { least: 700, most: 700, max: 1000 } }, 'official', whole, {
    score: { least: 700, most: 1200, max: 1500 },
  })

  expect(text).toMatch(/\nĐiểm +được từ 60 đến 75,5 trên 100 điểm\n/)
  expect(text).toMatch(/\nĐiểm cần đạt +cả bộ 80 điểm; mỗi tiêu chí ít nhất 50\u00a0% .+ được tính đủ điểm\n/)
  expect(text).toContain(
    '17. Môi trường: đạt (theo các chỉ tiêu), được từ 7 đến 12 trên 15 điểm, cần ít nhất 7,5',
  )
  expect(text).toContain('(theo kết luận của cơ quan có trách nhiệm), được 7 trên 10 điểm')
})

test.each([
  ['granted', 'notApplicable', ', cần ít nhất 5 điểm'],
  ['rescaled', 'met', ', cần ít nhất 5 điểm'],
  ['rescaled', 'notApplicable', ''],
])(
  'a floor in points where what does not apply is %s, and %s, is told as far as it holds',
  (how, verdict, floor) => {
    const passRule = { ...counted, notApplicable: how, criterionFloor: { points: 500 } }
    const text = shown({ verdict }, 'official', { passRule }, { score: { least: 700, most: 700, max: 1500 } })

    expect(text).toContain(`(theo các chỉ tiêu), được 7 trên 15 điểm${floor}\n`)
  },
)

test('a set that counts no points tells of none', () => {
  expect(shown()).not.toContain('điểm')
})

test('conditions that are asked before the criteria are told with their reasons', () => {
  const { score, owner, ...part } = indicator
  const condition = { ...part, code: 'DK1', conclusions: [], verdict: 'unknown' }
  const text = shown({}, 'official', { prerequisites: [condition] })

  expect([score, owner]).toEqual([null, null])
  expect(text).toContain('Điều kiện xét trước các tiêu chí:\n   DK1 Nước sạch: chưa rõ (tính từ số liệu)')
  expect(shown()).not.toContain('Điều kiện')
})

test('a conclusion that was carried over names where it came from', () => {
  const [concluded] = indicator.conclusions
  const conclusions = [{ ...concluded, carriedFrom: 'v-old' }]
  const name = { vi: 'Bộ cũ', en: 'Old set', short: 'Cũ' }
  const origin = { set: 'old-set', name, code: '17', entrySeq: 3, scope: 'criterion' }
  const told = (state: string): string =>
    shown({ conclusions }, 'official', { carried: { 'v-old': { ...origin, state } } })

  expect(told('stands')).toContain('chuyển từ bộ old-set, 17 (v-old, mục 3 của sổ)')
  expect(told('stands')).not.toContain('kết luận gốc')
  expect(told('replaced')).toContain('kết luận gốc đã được sửa')
  expect(told('withdrawn')).toContain('kết luận gốc đã được rút lại')
})
