import { describe, expect, test } from 'vitest'

import { judgeAgain } from './judge-again.ts'

const law = { document: 'qd-318', article: 'Phụ lục I', checked: 'memory' }
const level = { kind: 'set', scaled: 8000, source: law }
const figure = { id: 'f-1', num: 8, den: 10 }
const told = 'Ngưỡng: từ 80 % trở lên, QĐ 318, Phụ lục I (chưa đối chiếu văn bản, ghi theo trí nhớ)'

/** An answer of one criterion with one indicator, met by its figure and said to be met. */
function anAnswer() {
  const written = { document: null, evidence: null, entrySeq: 7 }
  return {
    on: '2024-03-31',
    known: null,
    set: 'set',
    basis: 'official',
    unit: { id: 'u' },
    applicable: true,
    whole: 'met',
    spokenBy: 'criteria',
    conclusions: [],
    countsAsMet: { basicallyMet: false, notApplicable: true },
    counts: { met: 1, unmet: 0, unknown: 0, notApplicable: 0 },
    least: 1,
    most: 1,
    criteria: [
      {
        code: '2',
        verdict: 'met',
        computed: 'met',
        basicallyMet: false,
        spokenBy: 'conclusion',
        conclusions: [
          {
            ...written,
            id: 'v-1',
            stage: 'appraised',
            verdict: 'met',
            asOf: '2024-01-01',
            reason: null,
            contenders: [],
          },
        ],
        indicators: [
          {
            code: '2.1',
            verdict: 'met',
            computed: 'met',
            conclusions: [],
            figures: [{ ...written, id: 'f-1', measure: 'm', lastDay: '2023-12-31', contenders: [] }],
            explanation: {
              verdict: 'met',
              rule: {
                kind: 'atLeast',
                verdict: 'met',
                key: '2.1',
                measure: { id: 'm', kind: 'share' },
                figure,
                level,
              },
            },
            text: { vi: { heading: 'Đạt', lines: [{ about: 'level', text: told }] } },
            missing: [],
          },
        ],
      },
    ],
    levels: {},
    documents: { 'qd-318': { title: 'QĐ 318', unchecked: true } },
    entries: { 7: { officer: 'local', knownOn: '2024-02-01' } },
  }
}

describe('the second judge', () => {
  test('finds nothing where the parts give the verdict', () => {
    const judged = judgeAgain(anAnswer())

    expect(judged).toMatchObject({ faults: [], named: ['v-1', 'f-1'] })
    expect(judged?.letters).toEqual({ whole: 'met', criteria: 'm', indicators: 'm' })
  })

  test('has nothing to say of a unit that no set is for', () => {
    expect(judgeAgain({ ...anAnswer(), applicable: false })).toBeUndefined()
  })

  test.each([
    ['a figure just below its level', '"num":8,', '"num":7,', 'indicator 2.1'],
    ['a level just above', '"scaled":8000', '"scaled":8001', 'indicator 2.1'],
    ['a conclusion that says otherwise', '"verdict":"met","asOf"', '"verdict":"unmet","asOf"', 'criterion 2'],
    ['a whole that does not follow', '"whole":"met"', '"whole":"unknown"', 'whole'],
    ['a count that is off', '"met":1,"unmet":0', '"met":0,"unmet":1', 'criteria met'],
    ['a speaker who did not speak', '"spokenBy":"conclusion"', '"spokenBy":"indicators"', 'spoken by'],
    ['an entry that is not there', '"entries":{"7"', '"entries":{"8"', 'no entry 7'],
    ['a document that is not there', '"documents":{"qd-318"', '"documents":{"qd-9"', 'no document qd-318'],
    ['an article left out of the words', 'QĐ 318, Phụ lục I (', 'QĐ 318 (', 'article untold'],
    ['words that do not say unchecked', 'chưa đối chiếu', 'đã đối chiếu', 'not told as unchecked'],
    ['a figure of another measure', '"measure":"m",', '"measure":"n",', 'is of n'],
    ['a figure of later', '"2023-12-31"', '"2024-12-31"', 'a figure of later'],
  ])('finds %s', (_, from, to, fault) => {
    const answer = JSON.stringify(anAnswer())
    expect(answer.split(from)).toHaveLength(2)

    expect(judgeAgain(JSON.parse(answer.replace(from, to)))?.faults.join('\n')).toContain(fault)
  })

  test('lets newer conclusions on parts, of the same stage, overtake one on the criterion', () => {
    const answer = JSON.parse(
      JSON.stringify(anAnswer()).replace(
        '"conclusions":[],"figures"',
        '"conclusions":[{"id":"v-2","document":null,"evidence":null,"entrySeq":7,"stage":"appraised","verdict":"unmet","asOf":"2024-02-01","reason":null,"contenders":[]}],"figures"',
      ),
    )

    expect(judgeAgain(answer)?.faults.join('\n')).toContain(
      'criterion 2: the program says met, its parts say unmet',
    )
  })
})
