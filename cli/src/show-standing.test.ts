import { expect, test } from 'vitest'

import type { EndpointAnswer } from '@ancu/core/kernel'
import { unitStanding } from '@ancu/core/standing'
import { cliMessages } from '@ancu/core/text'

import { showStanding } from './show-standing.ts'

const described = { heading: 'Chưa rõ, vì thiếu số liệu: Nước sạch.', lines: [] }
const fact = { document: null, evidence: null, entrySeq: 7, illustrative: false }

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

function shown(change: object = {}, basis = 'official'): string {
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
      },
    ],
    levels: {},
    documents: {},
    entries: {},
    illustrative: false,
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
