import { expect, test } from 'vitest'

import { firstIssue, type WrittenPack } from '../../testing/a-pack.ts'
import {
  aPrerequisite,
  border,
  communes,
  criterionOf,
  indicatorOf,
  source,
  standard,
  withLevel,
  withPrerequisites,
} from '../../testing/pack-parts.ts'

test.each<[string, (pack: WrittenPack) => void]>([
  [
    'pack.yaml counts/indicators countDiffers',
    (pack) => Object.assign(pack.pack, { counts: { criteria: 1, indicators: 'unknown' } }),
  ],
  [
    'pack.yaml counts/indicators countTooLow',
    (pack) => Object.assign(criterionOf(pack), { complete: false }),
  ],
  [
    'pack.yaml columns/0/anyOfGroups keyMissing',
    (pack) => Object.assign(Object((pack.pack['columns'] as unknown[])[0]), { anyOfGroups: [] }),
  ],
  ['pack.yaml forGroups tooFew', (pack) => Object.assign(pack.pack, { forGroups: [] })],
  [
    'pack.yaml counts/indicators countDiffers',
    (pack) => Object.assign(criterionOf(pack), { indicators: [] }),
  ],
  [
    'criteria.yaml 0 indicatorsMissing',
    (pack) => {
      Object.assign(pack.pack, { counts: { criteria: 2, indicators: 2 }, bands: [{ from: 0, to: 2 }] })
      pack.criteria.unshift({ ...structuredClone(pack.criteria[0]), code: '2', indicators: [] } as never)
    },
  ],
  [
    'criteria.yaml 0/source keyUnknown',
    (pack) => Object.assign(criterionOf(pack), { source: { checked: 'unknown' } }),
  ],
  [
    'criteria.yaml 0/continues/0/set continuesItself',
    (pack) => Object.assign(criterionOf(pack), { continues: [{ set: 'small', codes: ['1'] }] }),
  ],
  [
    'criteria.yaml 0/indicators/0/continues/1/set twice',
    (pack) =>
      Object.assign(indicatorOf(pack), {
        continues: [
          { set: 'older', codes: ['1'] },
          { set: 'older', codes: ['2'] },
        ],
      }),
  ],
  [
    'criteria.yaml 0/continues/0/codes/0 notACode',
    (pack) => Object.assign(criterionOf(pack), { continues: [{ set: 'older', codes: ['one'] }] }),
  ],
  [
    'criteria.yaml 0/indicators/0/notApplicableIn/0 columnUnknown',
    (pack) => Object.assign(indicatorOf(pack), { notApplicableIn: ['ward'] }),
  ],
  [
    'pack.yaml passRule/atLeastCriteria countTooHigh',
    (pack) => Object.assign(pack.pack, { passRule: { atLeastCriteria: 2 } }),
  ],
  [
    'pack.yaml passRule/atLeastCriteria wrongNumber',
    (pack) => Object.assign(pack.pack, { passRule: { atLeastCriteria: 0 } }),
  ],
  [
    'pack.yaml passRule/require keyUnknown',
    (pack) => Object.assign(pack.pack, { passRule: { atLeastCriteria: 1, require: ['1'] } }),
  ],
  [
    'pack.yaml passRule/required/0 requiredUnknown',
    (pack) => Object.assign(pack.pack, { passRule: { atLeastCriteria: 1, required: ['9'] } }),
  ],
  [
    'pack.yaml prerequisites/0/code notACode',
    (pack) => withPrerequisites(pack, aPrerequisite(standard, '1')),
  ],
  [
    'pack.yaml prerequisites/1/code twice',
    (pack) => withPrerequisites(pack, aPrerequisite(standard), aPrerequisite(border)),
  ],
  [
    'pack.yaml prerequisites/0/rule/entry entryUnknown',
    (pack) => withPrerequisites(pack, aPrerequisite({ ...standard, entry: 'standart' })),
  ],
  [
    'pack.yaml prerequisites/0/rule/name keyMissing',
    (pack) => withPrerequisites(pack, aPrerequisite({ ...border, name: undefined })),
  ],
  [
    'pack.yaml prerequisites/0/rule/register valueUnknown',
    (pack) => withPrerequisites(pack, aPrerequisite({ ...standard, register: 'land' })),
  ],
  [
    'pack.yaml prerequisites/0/rule/source/document documentUnknown',
    (pack) =>
      withPrerequisites(pack, aPrerequisite({ ...standard, source: { document: 'no', checked: 'text' } })),
  ],
  [
    'examples/a.yaml 0 exampleSubject',
    (pack) => {
      pack.example = { name: 'a', verdict: 'met' }
    },
  ],
  [
    'examples/a.yaml 0/prerequisite exampleIndicatorUnknown',
    (pack) => {
      pack.example = { name: 'a', prerequisite: 'DK9', verdict: 'met' }
    },
  ],
  [
    'pack.yaml prerequisites/0/rule/that unitsInside',
    (pack) => withPrerequisites(pack, aPrerequisite({ ...communes, that: { ...communes, key: 'inner' } })),
  ],
  [
    'pack.yaml prerequisites/0/rule/that levelKeyTwice',
    (pack) =>
      withPrerequisites(
        pack,
        aPrerequisite({
          ...communes,
          that: { kind: 'atLeast', measure: 'share', source, levels: { all: 50 } },
        }),
      ),
  ],
  [
    'pack.yaml prerequisites/0/rule/levels/all levelOffScale',
    (pack) => withPrerequisites(pack, aPrerequisite({ ...communes, as: 'count', levels: { all: 1.5 } })),
  ],
  [
    'pack.yaml prerequisites/0/rule/levels/all levelOffScale',
    (pack) => withPrerequisites(pack, aPrerequisite({ ...communes, levels: { all: 100.5 } })),
  ],
  [
    'pack.yaml prerequisites/0/rule/of valueUnknown',
    (pack) => withPrerequisites(pack, aPrerequisite({ ...communes, of: 'district' })),
  ],
  [
    'pack.yaml prerequisites/0/rule/that/entry entryUnknown',
    (pack) => withPrerequisites(pack, aPrerequisite({ ...communes, that: { ...standard, entry: 'x' } })),
  ],
  [
    'criteria.yaml 0/indicators/0/rule/levels/all/ofSet/set ofSetItself',
    (pack) => withLevel(pack, { ofSet: { set: 'small', key: '10', percent: 110 } }),
  ],
  [
    'criteria.yaml 0/indicators/0/rule/levels/all/ofSet ofSetShare',
    (pack) => withLevel(pack, { ofSet: { set: 'older', key: '10', percent: 110 } }, 'share'),
  ],
  [
    'criteria.yaml 0/indicators/0/rule/levels/all/ofSet/percent tooManyDecimals',
    (pack) => withLevel(pack, { ofSet: { set: 'older', key: '10', percent: 110.555 } }),
  ],
])('%s', (issue, change) => {
  expect(firstIssue(change)).toBe(issue)
})
