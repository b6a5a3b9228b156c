import { expect, test } from 'vitest'

import { firstIssue, type WrittenPack } from '../../testing/a-pack.ts'

const [criterion, first, second] = [
  (pack: WrittenPack) => pack.criteria[0] as NonNullable<WrittenPack['criteria'][0]>,
  (pack: WrittenPack) =>
    criterion(pack).indicators[0] as NonNullable<WrittenPack['criteria'][0]['indicators'][0]>,
  (pack: WrittenPack) =>
    criterion(pack).indicators[1] as NonNullable<WrittenPack['criteria'][0]['indicators'][1]>,
]

function withLevels(pack: WrittenPack, levels: unknown, rule: Record<string, unknown> = {}): void {
  first(pack).rule = { kind: 'atLeast', measure: 'share', source: { checked: 'text' }, levels, ...rule }
}

function withProvisions(
  pack: WrittenPack,
  periods: readonly (readonly [from: string, until?: string])[],
): void {
  const { rule } = first(pack)
  first(pack).rule = undefined
  first(pack).provisions = periods.map(([from, until]) => ({
    from,
    rule,
    ...(until === undefined ? {} : { until }),
  }))
}

test.each<[string, (pack: WrittenPack) => void]>([
  ['pack.yaml inForce keyMissing', (pack) => delete pack.pack['inForce']],
  ['pack.yaml colums keyUnknown', (pack) => Object.assign(pack.pack, { colums: [] })],
  ['pack.yaml edition wrongNumber', (pack) => Object.assign(pack.pack, { edition: 0 })],
  ['pack.yaml edition wrongType', (pack) => Object.assign(pack.pack, { edition: 'one' })],
  ['pack.yaml set badForm', (pack) => Object.assign(pack.pack, { set: 'a b' })],
  ['pack.yaml passRule valueUnknown', (pack) => Object.assign(pack.pack, { passRule: 'most' })],
  ['pack.yaml passRule keyMissing', (pack) => delete pack.pack['passRule']],
  ['pack.yaml legalBasis tooFew', (pack) => Object.assign(pack.pack, { legalBasis: [] })],
  ['pack.yaml inForce/from notADay', (pack) => Object.assign(pack.pack, { inForce: { from: '2023-02-29' } })],
  [
    'pack.yaml inForce/until periodEmpty',
    (pack) => Object.assign(pack.pack, { inForce: { from: '2022-03-08', until: '2022-03-08' } }),
  ],
  [
    'pack.yaml counts/indicators countDiffers',
    (pack) => Object.assign(pack.pack, { counts: { criteria: 1, indicators: 57 } }),
  ],
  ['pack.yaml bands bandsGap', (pack) => Object.assign(pack.pack, { bands: [{ from: 1, to: 1 }] })],
  [
    'pack.yaml bands bandsGap',
    (pack) =>
      Object.assign(pack.pack, {
        bands: [
          { from: 0, to: 1 },
          { from: 1, to: 1 },
        ],
      }),
  ],
  ['pack.yaml replaces replacesItself', (pack) => Object.assign(pack.pack, { replaces: 'small' })],
  [
    'pack.yaml source/document documentUnknown',
    (pack) => Object.assign(pack.pack, { source: { document: 'other' } }),
  ],
  [
    'pack.yaml legalBasis/0/document documentUnknown',
    (pack) => Object.assign(pack.pack, { legalBasis: [{ document: 'no', checked: 'text' }] }),
  ],
  ['criteria.yaml  wrongType', (pack) => Object.assign(pack, { criteria: 'none' })],
  ['criteria.yaml  keyMissing', (pack) => Object.assign(pack, { criteria: undefined })],
  ['criteria.yaml 0/code notQuoted', (pack) => Object.assign(criterion(pack), { code: 1 })],
  ['criteria.yaml 0/code notQuoted', (pack) => Object.assign(criterion(pack), { code: true })],
  ['criteria.yaml 0/indicators/0/code notACode', (pack) => Object.assign(first(pack), { code: 'one' })],
  [
    'criteria.yaml 0/indicators/0/code codeOutsideCriterion',
    (pack) => Object.assign(first(pack), { code: '11.1' }),
  ],
  ['criteria.yaml 0/indicators/1/code twice', (pack) => Object.assign(second(pack), { code: '1.1' })],
  [
    'criteria.yaml 1/code twice',
    (pack) => {
      pack.criteria.push(structuredClone(criterion(pack)))
      Object.assign(pack.pack, { counts: { criteria: 2, indicators: 4 }, bands: [{ from: 0, to: 2 }] })
    },
  ],
  ['criteria.yaml 0/group groupUnknown', (pack) => Object.assign(criterion(pack), { group: 'toString' })],
  [
    'criteria.yaml 0/owners/0/body bodyUnknown',
    (pack) => Object.assign(criterion(pack), { owners: [{ body: 'constructor', checked: 'text' }] }),
  ],
  [
    'criteria.yaml 0/indicators/0/nameChecked valueUnknown',
    (pack) => Object.assign(first(pack), { nameChecked: 'surely' }),
  ],
  [
    'criteria.yaml 0/indicators/0/name/vi notShortText',
    (pack) => Object.assign(first(pack).name, { vi: '  ' }),
  ],
  [
    'criteria.yaml 0/indicators/0/rule/kind valueUnknown',
    (pack) => Object.assign(first(pack), { rule: { kind: 'moreThan' } }),
  ],
  [
    'criteria.yaml 0/indicators/0/rule/kind keyMissing',
    (pack) => Object.assign(first(pack), { rule: { measure: 'share' } }),
  ],
  [
    'criteria.yaml 0/indicators/0 ruleOrProvisions',
    (pack) => {
      first(pack).rule = undefined
    },
  ],
  [
    'criteria.yaml 0/indicators/0/rule/measure measureUnknown',
    (pack) => withLevels(pack, { all: 1 }, { measure: 'nothing' }),
  ],
  [
    'criteria.yaml 0/indicators/0/rule/measure ruleWrongMeasure',
    (pack) => withLevels(pack, { all: 1 }, { measure: 'yes' }),
  ],
  [
    'criteria.yaml 0/indicators/1/rule/measure ruleWrongMeasure',
    (pack) => {
      second(pack).rule = { kind: 'noneOf', measure: 'share', source: { checked: 'text' } }
    },
  ],
  [
    'criteria.yaml 0/indicators/1/rule/measure ruleWrongMeasure',
    (pack) => {
      second(pack).rule = { kind: 'pass', measure: 'count', source: { checked: 'text' } }
    },
  ],
  ['criteria.yaml 0/indicators/0/rule/levels/DBSH columnUnknown', (pack) => withLevels(pack, { DBSH: 1 })],
  ['criteria.yaml 0/indicators/0/rule/levels/TN levelOffScale', (pack) => withLevels(pack, { TN: 95.555 })],
  ['criteria.yaml 0/indicators/0/rule/levels/TN levelOffScale', (pack) => withLevels(pack, { TN: 101 })],
  [
    'criteria.yaml 0/indicators/0/rule/levels/TN/value levelOffScale',
    (pack) => withLevels(pack, { TN: { value: -1 } }),
  ],
  ['criteria.yaml 0/indicators/0/rule/levels/TN levelWrong', (pack) => withLevels(pack, { TN: 'đạt' })],
  ['criteria.yaml 0/indicators/0/rule/levels/TN levelWrong', (pack) => withLevels(pack, { TN: Number.NaN })],
  [
    'criteria.yaml 0/indicators/0/rule/levels/TN/byYear/20 levelYearWrong',
    (pack) => withLevels(pack, { TN: { byYear: { 20: 5 } } }),
  ],
  [
    'criteria.yaml 0/indicators/0/rule/levels/TN/source/document documentUnknown',
    (pack) => withLevels(pack, { TN: { value: 1, source: { document: 'no', checked: 'text' } } }),
  ],
  [
    'criteria.yaml 0/indicators/0/rule/source/checked valueUnknown',
    (pack) => withLevels(pack, { TN: 1 }, { source: { checked: 'yes' } }),
  ],
  [
    'criteria.yaml 0/indicators/1/rule/key levelKeyTwice',
    (pack) => {
      second(pack).rule = { ...first(pack).rule, key: '1.1' }
    },
  ],
  [
    'criteria.yaml 0/indicators/1/rule/parts/1 levelKeyTwice',
    (pack) => {
      second(pack).rule = { kind: 'allOf', parts: [first(pack).rule, first(pack).rule] }
    },
  ],
  [
    'criteria.yaml 0/indicators/1/rule/count countTooHigh',
    (pack) => {
      second(pack).rule = { kind: 'atLeastOf', count: 2, parts: [second(pack).rule] }
    },
  ],
  [
    'criteria.yaml 0/indicators/1/rule/parts tooFew',
    (pack) => {
      second(pack).rule = { kind: 'anyOf', parts: [] }
    },
  ],
  [
    'criteria.yaml 0/indicators/0/provisions/0/from provisionGap',
    (pack) => withProvisions(pack, [['2022-04-01']]),
  ],
  [
    'criteria.yaml 0/indicators/0/provisions/0/from provisionOverlap',
    (pack) => withProvisions(pack, [['2022-01-01']]),
  ],
  [
    'criteria.yaml 0/indicators/0/provisions/1/from provisionGap',
    (pack) => withProvisions(pack, [['2022-03-08', '2024-01-01'], ['2024-03-01']]),
  ],
  [
    'criteria.yaml 0/indicators/0/provisions/1/from provisionOverlap',
    (pack) => withProvisions(pack, [['2022-03-08', '2024-03-02'], ['2024-03-01']]),
  ],
  [
    'criteria.yaml 0/indicators/0/provisions/1/from provisionOverlap',
    (pack) => withProvisions(pack, [['2022-03-08'], ['2024-03-01']]),
  ],
  [
    'criteria.yaml 0/indicators/0/provisions provisionGap',
    (pack) => withProvisions(pack, [['2022-03-08', '2024-03-01']]),
  ],
  [
    'criteria.yaml 0/indicators/0/provisions provisionOverlap',
    (pack) => withProvisions(pack, [['2022-03-08', '2027-01-01']]),
  ],
  ['documents.yaml 1/id twice', (pack) => pack.documents.push(pack.documents[0])],
  ['measures.yaml 3/id twice', (pack) => pack.measures.push(pack.measures[0])],
  [
    'measures.yaml 3 unitWordMissing',
    (pack) => pack.measures.push({ id: 'm', kind: 'count', name: { vi: 'm', en: 'm' }, overUnits: 'add' }),
  ],
  [
    'measures.yaml 0/negative keyUnknown',
    (pack) => Object.assign(pack.measures[0] as object, { negative: true }),
  ],
  [
    'CHANGELOG.md  editionNotInChangelog',
    (pack) => {
      pack.changelog = '## Edition 10\n'
    },
  ],
  [
    'examples/a.yaml 0/verdict exampleFails',
    (pack) => {
      pack.example = {
        name: 'a',
        indicator: '1.1',
        column: 'TN',
        figures: { share: { num: 9555, den: 10_000 } },
        verdict: 'unmet',
      }
    },
  ],
  [
    'examples/a.yaml 0/missing missingDiffers',
    (pack) => {
      pack.example = { name: 'a', indicator: '1.1', column: 'TN', verdict: 'unknown' }
    },
  ],
  [
    'examples/a.yaml 0/indicator exampleIndicatorUnknown',
    (pack) => {
      pack.example = { name: 'a', indicator: '9', verdict: 'met' }
    },
  ],
  [
    'examples/a.yaml 0/figures/count exampleMeasureUnused',
    (pack) => {
      pack.example = { name: 'a', indicator: '1.1', figures: { count: 1 }, verdict: 'met' }
    },
  ],
  [
    'examples/a.yaml 0/figures/count exampleMeasureOfNone',
    (pack) => {
      pack.example = { name: 'a', whole: true, figures: { count: 1 }, verdict: 'met' }
    },
  ],
  [
    'examples/a.yaml 0/figures/share figureWrongKind',
    (pack) => {
      pack.example = { name: 'a', indicator: '1.1', figures: { share: 1 }, verdict: 'met' }
    },
  ],
  [
    'examples/a.yaml 0/figures/share figureWrong',
    (pack) => {
      pack.example = { name: 'a', indicator: '1.1', figures: { share: { num: 1 } }, verdict: 'met' }
    },
  ],
  [
    'examples/a.yaml 0/column columnUnknown',
    (pack) => {
      pack.example = { name: 'a', indicator: '1.1', column: 'X', verdict: 'met' }
    },
  ],
  [
    'examples/a.yaml 0/decided/0 levelWrong',
    (pack) => {
      pack.example = { name: 'a', indicator: '1.1', decided: [{ key: 'x', level: 1 }], verdict: 'met' }
    },
  ],
])('%s', (issue, change) => {
  expect(firstIssue(change)).toBe(issue)
})
