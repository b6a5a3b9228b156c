import { afterAll, beforeAll, expect, test } from 'vitest'

import { readmePacks, type ReadmePacks } from './testing/readme-packs.ts'

let packs: ReadmePacks

beforeAll(async () => {
  packs = await readmePacks()
})

afterAll(() => packs.remove())

/** What people get wrong, each in a correct pack: which file, what is written for what, and what is told of it. */
const mistakes: [file: string, right: string, wrong: string, code: string, marker?: string][] = [
  ['criteria.yaml', 'measure: m-example-water', 'measure: m-example-watter', 'measureUnknown'],
  ['criteria.yaml', 'plain: 89.5', 'plane: 89.5', 'columnUnknown'],
  ['criteria.yaml', "code: '1.2'", 'code: 1.2', 'notQuoted'],
  ['criteria.yaml', "code: '1.2'", "code: '1.1' # again", 'twice'],
  ['criteria.yaml', 'kind: atMost', 'kind: atmost', 'valueUnknown'],
  ['criteria.yaml', 'plain: unknown', 'plain: unkown', 'levelWrong'],
  ['criteria.yaml', '        measure: m-example-huts\n', '', 'keyMissing', 'rule:\n        kind: noneOf'],
  ['criteria.yaml', 'from: 2025-07-01', 'from: 2025-08-01', 'provisionGap'],
  [
    'criteria.yaml',
    'key: 5-field',
    'key: 5-lanes',
    'levelKeyTwice',
    'key: 5-lanes, measure: m-example-field',
  ],
  ['criteria.yaml', 'count: 2', 'count: 4', 'countTooHigh'],
  ['criteria.yaml', 'example-amendment', 'example-amandment', 'documentUnknown'],
  ['criteria.yaml', 'plain: 89.5', 'plain: 89.555', 'levelOffScale'],
  ['pack.yaml', 'criteria: 5', 'criteria: 6', 'countDiffers'],
  ['pack.yaml', 'forKinds: [village]', 'forKinds: [hamlet]', 'valueUnknown'],
  ['pack.yaml', 'programmeOnly: false', 'programOnly: false', 'keyUnknown'],
  ['pack.yaml', 'programmeOnly: false', 'programOnly: false', 'keyMissing', 'set:'],
  ['documents.yaml', 'day: 2023-12-15', 'day: 2023-12-32', 'notADay'],
  ['measures.yaml', 'kind: share', 'kind: ratio', 'valueUnknown'],
  ['measures.yaml', 'overUnits: none', 'overUnits: none: x', 'notYaml'],
  ['examples/all.yaml', 'verdict: met', 'verdict: unmet', 'exampleFails'],
  ['examples/all.yaml', 'missing: [m-example-water]', 'missing: []', 'missingDiffers'],
  ['criteria.yaml', 'kind: noneOf', 'kind: pass', 'ruleWrongMeasure', 'measure: m-example-huts'],
  [
    'criteria.yaml',
    "code: '2'\n  group",
    "code: '7'\n  group",
    'codeOutsideCriterion',
    "code: '2'\n      name",
  ],
  ['criteria.yaml', 'group: environment', 'group: water', 'groupUnknown'],
  ['criteria.yaml', 'body: so-moi-truong', 'body: so-nuoc', 'bodyUnknown'],
  ['criteria.yaml', 'byYear: { 2023: 41.5', "byYear: { '23': 41.5", 'levelYearWrong'],
  ['criteria.yaml', 'byYear: { 2023: 41.5, 2024: 44, 2025: 47 }', 'byYear: {}', 'levelWrong'],
  ['criteria.yaml', 'plain: 89.5', '__proto__: 89.5', 'keyReserved'],
  ['criteria.yaml', 'until: 2025-07-01', 'until: 2025-09-01', 'provisionOverlap', 'from: 2025-07-01'],
  [
    'criteria.yaml',
    '  nameChecked: text\n  key: true',
    '  nameChecked: text\n  complete: yes',
    'wrongType',
    'complete: yes',
  ],
  [
    'criteria.yaml',
    '  nameChecked: text\n  key: true',
    '  nameChecked: text\n  continues: [{ set: example-green-village, codes: ["1"] }]',
    'continuesItself',
    'continues:',
  ],
  ['criteria.yaml', "code: '1.1'", "code: 'một'", 'notACode'],
  ['criteria.yaml', 'name: { vi: Tỷ lệ hộ nghèo,', 'name: { vi: "",', 'notShortText'],
  [
    'criteria.yaml',
    'parts:\n          - { kind: atLeast, measure: m-example-road',
    'parts: []\n        others:\n          - { kind: atLeast, measure: m-example-road',
    'tooFew',
    'parts: []',
  ],
  ['pack.yaml', 'anyOfGroups: [plain-village]', 'anyOfGroups: []', 'keyMissing'],
  ['pack.yaml', 'from: 5, to: 5', 'from: 4, to: 5', 'bandsGap', 'bands:'],
  ['pack.yaml', 'until: 2027-01-01', 'until: 2023-01-01', 'periodEmpty'],
  ['pack.yaml', 'edition: 1', 'edition: 0', 'wrongNumber'],
  ['pack.yaml', 'set: example-green-village', 'set: thôn xanh', 'badForm'],
  [
    'pack.yaml',
    'passRule: allCriteria',
    'passRule: { atLeastCriteria: 3, required: ["8"] }',
    'requiredUnknown',
  ],
  [
    'pack.yaml',
    'passRule: allCriteria',
    'replaces: example-green-village\npassRule: allCriteria',
    'replacesItself',
  ],
  [
    'measures.yaml',
    '  quantity: { vi: buổi, en: meetings }\n',
    '',
    'unitWordMissing',
    '- id: m-example-meetings',
  ],
  ['examples/all.yaml', 'm-example-huts: 1', 'm-example-huts: { num: 1, den: 2 }', 'figureWrongKind'],
  ['examples/all.yaml', 'm-example-huts: 1', 'm-example-huts: một', 'figureWrong'],
  ['examples/all.yaml', "indicator: '2'", "indicator: '7'", 'exampleIndicatorUnknown'],
  [
    'examples/all.yaml',
    "indicator: '2'",
    "prerequisite: DK1\n  indicator: '2'",
    'exampleSubject',
    '- name: còn một nhà tạm',
  ],
  [
    'documents.yaml',
    'id: example-amendment',
    'id: example-decision',
    'twice',
    'id: example-decision\n  title: Quyết định sửa',
  ],
  ['points/pack.yaml', 'passAt: 80', 'passAt: 101', 'passAtTooHigh'],
  ['points/pack.yaml', 'points: 100', 'points: 90', 'pointsDiffer'],
  ['points/pack.yaml', '{ percent: 50 } ', '{ points: 12 }', 'floorTooHigh'],
  [
    'points/criteria.yaml',
    '      points: 15\n      rule',
    '      rule',
    'pointsMissing',
    "- code: '2'\n      name",
  ],
  ['points/criteria.yaml', 'passAt: 5 ', 'passAt: 6 ', 'passAtNotAStep', 'rule:\n        kind: score'],
  ['points/criteria.yaml', '80 }, points: 7', '80 }, atMost: 90, points: 7', 'stepNeedsLevel'],
  ['points/criteria.yaml', '100 }, points: 10', '100 }, points: 9', 'stepsDiffer', 'steps:'],
  [
    'points/criteria.yaml',
    'asGiven: true',
    'steps: [{ atLeast: 1, points: 15 }], asGiven: true',
    'scoreStepsOrGiven',
  ],
]

test.each(mistakes)(
  '%s: %j written as %j is %s, on its line',
  async (file, right, wrong, code, marker = wrong) => {
    const { faults, line } = await packs.changed(file, right, wrong, marker)

    expect(faults).toContain(`${file.replace('points/', '')}:${line} ${code}`)
  },
)

test('a measure that may go higher than the points is told where the rule names it', async () => {
  const { faults } = await packs.changed('points/measures.yaml', 'most: 15, ', '', 'culture')

  expect(faults).toEqual([expect.stringMatching(/^criteria\.yaml:\d+ mostDiffers$/)])
})

test('that is far more than thirty kinds of mistakes', () => {
  expect(new Set(mistakes.map(([, , , code]) => code)).size).toBeGreaterThanOrEqual(45)
})
