import { describe, expect, test } from 'vitest'

import { canonicalJson } from '../../kernel/index.ts'
import { readChanged } from '../../testing/a-pack.ts'
import { openEdition, sealEdition } from './sealed.ts'

describe('a correct pack', () => {
  test('becomes an edition with levels on their scale, and sources spelt out', () => {
    const outcome = readChanged()
    const edition = outcome.ok ? outcome.value : undefined

    expect(edition?.measures.map((measure) => measure.id)).toEqual(['share'])
    expect(edition?.set.criteria[0]?.indicators[0]?.provisions).toEqual([
      {
        from: '2022-03-08',
        until: '2026-02-15',
        rule: {
          kind: 'atLeast',
          key: '1.1',
          measure: 'share',
          levels: {
            TN: {
              kind: 'value',
              scaled: 9555,
              source: { document: 'law', article: 'Phụ lục, chỉ tiêu 1.1', checked: 'text', note: undefined },
            },
            '*': {
              kind: 'delegated',
              source: { document: 'law', article: 'Điều 2', checked: 'memory', note: undefined },
            },
          },
        },
      },
    ])
    expect(edition?.set.criteria[0]?.owners[0]?.name.vi).toBe('Sở')
  })

  test('is the same after being sealed, stored as JSON and opened', () => {
    const outcome = readChanged()
    if (!outcome.ok) throw new Error('the pack is correct')
    const sealed = canonicalJson(sealEdition(outcome.value))

    expect(canonicalJson(sealEdition(openEdition(JSON.parse(sealed))))).toBe(sealed)
    expect(() => openEdition({ set: {} })).toThrow('measures')
  })
})

test('all faults are told, not the first alone', () => {
  const outcome = readChanged((pack) => {
    const levels = { TN: 101, DBSH: 5 }
    const [criterion] = pack.criteria
    Object.assign(criterion?.indicators[0]?.rule ?? {}, { levels })
    Object.assign(criterion ?? {}, { group: 'two' })
  })
  expect(outcome.ok ? [] : outcome.refusal.map((issue) => issue.code)).toEqual([
    'groupUnknown',
    'levelOffScale',
    'columnUnknown',
  ])
})

test('nothing that YAML can hold makes it throw', () => {
  const hostile: readonly unknown[] = [null, 0, 'x', true, [], {}, [[]], [{}], [null], { constructor: 1 }]
  for (const value of hostile) {
    for (const file of ['pack', 'criteria', 'documents', 'measures', 'example'] as const) {
      expect(readChanged((pack) => Object.assign(pack, { [file]: value })).ok).toBe(false)
    }
  }
})
