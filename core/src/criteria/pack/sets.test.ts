import { describe, expect, test } from 'vitest'

import { canonicalJson } from '../../kernel/index.ts'
import { firstIssue, readChanged, type WrittenPack } from '../../testing/a-pack.ts'
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
import { openEdition, sealEdition } from './sealed.ts'

/** Everything a set may say beside its rules. */
function withEverything(pack: WrittenPack): void {
  withPrerequisites(
    pack,
    aPrerequisite(standard),
    aPrerequisite(border, 'DK2'),
    aPrerequisite({ ...communes, as: 'count', levels: { all: 3, TN: 'delegated' } }, 'DK3'),
  )
  withLevel(pack, { ofSet: { set: 'older', key: '10', percent: 110.5 } })
  Object.assign(pack.pack, {
    passRule: { atLeastCriteria: 1, required: ['1'] },
    forGroups: ['ethnic-minority'],
    counts: { criteria: 1, indicators: 9 },
    columns: [
      ...(pack.pack['columns'] as unknown[]),
      { id: 'ward', name: { vi: 'Phường', en: 'Ward' }, anyOfKinds: ['ward'], source: { checked: 'text' } },
    ],
  })
  Object.assign(criterionOf(pack), {
    complete: false,
    source: { document: 'law', article: 'Phụ lục III', checked: 'unknown' },
    continues: [{ set: 'older', codes: ['1', '2'] }],
  })
  Object.assign(indicatorOf(pack), {
    notApplicableIn: ['ward'],
    continues: [{ set: 'older', codes: ['1.2'] }],
  })
}

describe('what a set may say beside its rules', () => {
  test('stands in the edition, and is the same after being sealed, stored as JSON and opened', () => {
    const outcome = readChanged(withEverything)
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
    const sealed = canonicalJson(sealEdition(outcome.value))
    const { set } = openEdition(JSON.parse(sealed))

    expect(canonicalJson(sealEdition(openEdition(JSON.parse(sealed))))).toBe(sealed)
    expect(set).toMatchObject({
      forGroups: ['ethnic-minority'],
      declaredIndicators: 9,
      passRule: { kind: 'atLeastCriteria', count: 1, required: ['1'] },
      prerequisites: [
        {
          code: 'DK1',
          rule: {
            kind: 'register',
            entry: 'standard',
            source: { document: 'law', article: 'Phụ lục, điều kiện DK1' },
          },
        },
        { code: 'DK2', rule: { register: 'group', entry: 'border', name: { en: 'Border commune' } } },
        {
          code: 'DK3',
          rule: {
            kind: 'unitsAtLeast',
            key: 'DK3',
            as: 'count',
            that: { kind: 'register' },
            levels: { '*': { scaled: 3 }, TN: { kind: 'delegated' } },
          },
        },
      ],
    })
    expect(set.columns[1]).toMatchObject({ anyOfGroups: [], anyOfKinds: ['ward'] })
    expect(set.criteria[0]).toMatchObject({
      complete: false,
      source: { document: 'law', article: 'Phụ lục III', checked: 'unknown' },
      continues: [{ set: 'older', codes: ['1', '2'] }],
      indicators: [
        {
          provisions: [
            {
              rule: {
                levels: { '*': { kind: 'ofSet', of: { set: 'older', key: '10', percent: 11_050 } } },
              },
            },
          ],
          notApplicableIn: ['ward'],
          continues: [{ set: 'older', codes: ['1.2'] }],
        },
        {},
      ],
    })
  })

  test('is not written where nothing of it is said', () => {
    const outcome = readChanged()
    const json = outcome.ok ? canonicalJson(sealEdition(outcome.value)) : ''

    for (const key of [
      'forGroups',
      'prerequisites',
      'complete',
      'continues',
      'notApplicableIn',
      'anyOfKinds',
      'declared',
    ]) {
      expect(json).not.toContain(key)
    }
  })

  test('a prerequisite is judged by examples, also from the registers', () => {
    const example = (registers: unknown, verdict: string) => (pack: WrittenPack) => {
      withPrerequisites(pack, aPrerequisite({ kind: 'allOf', parts: [standard, border] }))
      pack.example = { name: 'a', prerequisite: 'DK1', registers, verdict }
    }

    expect(firstIssue(example({ recognition: ['standard'], group: ['border'] }, 'met'))).toBe('no issue')
    expect(firstIssue(example({ recognition: ['standard'] }, 'unmet'))).toBe('no issue')
    expect(firstIssue(example({ group: ['border'] }, 'met'))).toBe('examples/a.yaml 0/verdict exampleFails')
  })

  test('what lower units are asked is judged by examples of them', () => {
    const share = {
      kind: 'atLeast',
      key: 'of-communes',
      measure: 'share',
      source,
      levels: { TN: 50, all: 90 },
    }
    const example =
      (lower: unknown, verdict: string, expected = {}) =>
      (pack: WrittenPack) => {
        withPrerequisites(pack, aPrerequisite({ ...communes, that: share }))
        pack.example = { name: 'a', prerequisite: 'DK1', lower, verdict, ...expected }
      }
    const half = { figures: { share: { num: 1, den: 2 } } }

    expect(firstIssue(example([{ ...half, column: 'TN', times: 4 }, half], 'met'))).toBe('no issue')
    expect(firstIssue(example([{ ...half, column: 'TN', times: 3 }, half], 'unmet'))).toBe('no issue')
    expect(firstIssue(example([{ ...half, column: 'TN' }, {}], 'unknown'))).toBe('no issue')
    expect(firstIssue(example([], 'notApplicable'))).toBe('no issue')
    expect(firstIssue(example([{ ...half, column: 'X' }], 'met'))).toBe(
      'examples/a.yaml 0/lower/0/column columnUnknown',
    )
    expect(firstIssue(example([{ figures: { count: 1 } }], 'met'))).toBe(
      'examples/a.yaml 0/lower/0/figures/count exampleMeasureUnused',
    )
    expect(firstIssue(example([{ times: 0 }], 'met'))).toBe('examples/a.yaml 0/lower/0/times wrongNumber')
  })

  test('a criterion may have no indicator, and their number may be unknown, where it is not complete', () => {
    const bare = (indicators: unknown) => (pack: WrittenPack) => {
      Object.assign(pack.pack, { counts: { criteria: 1, indicators } })
      Object.assign(criterionOf(pack), { complete: false, indicators: [] })
    }

    expect(readChanged(bare('unknown'))).toMatchObject({ ok: true })
    expect(readChanged(bare(12))).toMatchObject({ ok: true })
  })
})
