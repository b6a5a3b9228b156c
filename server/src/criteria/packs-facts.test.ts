import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'

import {
  levelledIn,
  measureOfLevelled,
  rulesIn,
  type Checked,
  type CriteriaSet,
  type Indicator,
  type LegalSource,
  type Level,
  type Rule,
} from '@ancu/core/criteria'

import { knownSets, knownStructures } from '../testing/known-packs.ts'
import { readPacks, type Pack } from './packs.ts'

const packsFolder = join(import.meta.dirname, '../../../packs')
let packs: readonly Pack[] = []

beforeAll(async () => {
  const read = await readPacks(packsFolder)
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  packs = read.value
})

describe.each(Object.entries(knownSets))('%s holds what is known of it, and nothing else', (id, facts) => {
  test('counts, prerequisites, and the criteria that are key', () => {
    const set = setOf(id)

    expect(set.criteria).toHaveLength(facts.criteria)
    expect(indicatorsOf(set)).toHaveLength(facts.indicators)
    expect(codes(set.prerequisites ?? [])).toBe(facts.prerequisites)
    expect(codes(set.criteria.filter((one) => one.key))).toBe(facts.key)
  })

  test('names: how far each was read', () => {
    const set = setOf(id)
    const named = (checked: Checked): string =>
      codes(indicatorsOf(set).filter((one) => one.nameChecked === checked))

    expect(codes(set.criteria.filter((one) => one.nameChecked === 'partial'))).toBe(facts.criteriaRead)
    expect({ guidance: named('guidance'), partial: named('partial') }).toEqual({
      guidance: facts.wordingGuidance,
      partial: facts.wordingPartial,
    })
    expect(named('text') + named('unknown')).toBe('')
  })

  test('cells of Tây Nguyên: left to the province, not known, read', () => {
    const indicators = judgedIn(setOf(id)).filter((one) => /^\d/.test(one.code))
    const cells = new Map(indicators.map((one) => [one.code, new Set(marksIn(one.rule, 'TN'))]))
    const marked = (mark: Mark): string =>
      [...cells].flatMap(([code, marks]) => (marks.has(mark) ? [code] : [])).join(' ')

    expect({
      delegated: marked('delegated'),
      unknown: marked('unknown'),
      guidance: marked('guidance'),
      partial: marked('partial'),
      text: marked('text'),
    }).toEqual({
      delegated: facts.delegated,
      unknown: facts.unknown,
      guidance: facts.guidance,
      partial: facts.partial,
      text: '',
    })
  })

  test.each(Object.entries(facts.levels))('numbers of the column %s', (column, levels) => {
    expect(levelsIn(id, column)).toBe(levels)
  })
})

describe.each(Object.entries(knownStructures))(
  '%s holds what was read of it, and says what was not',
  (id, facts) => {
    test('counts, names, indicators, columns', () => {
      const set = setOf(id)

      expect({
        criteria: set.criteria.length,
        indicators: set.declaredIndicators ?? indicatorsOf(set).length,
        prerequisites: codes(set.prerequisites ?? []),
        named: codes(set.criteria.filter((one) => one.nameChecked === 'partial')),
        written: codes(indicatorsOf(set)),
        whole: codes(set.criteria.filter((one) => one.complete !== false)),
        key: codes(set.criteria.filter((one) => one.key)),
        levels: levelsIn(id, '*'),
        columns: set.columns.map((one) => one.id).join(' '),
        groups: (set.forGroups ?? []).join(' '),
      }).toEqual(facts)
    })

    test('what was not read is not named, and never complete', () => {
      const unnamed = setOf(id).criteria.filter((one) => one.nameChecked !== 'partial')

      expect(unnamed.filter((one) => one.complete !== false)).toEqual([])
      expect(unnamed.filter((one) => one.nameChecked !== 'unknown' || !/chưa rõ/.test(one.name.vi))).toEqual(
        [],
      )
    })
  },
)

describe('every pack', () => {
  test('is held against what is known of its set', () => {
    expect(packs.map(({ edition }) => edition.set.id).toSorted()).toEqual(
      [...Object.keys(knownSets), ...Object.keys(knownStructures)].toSorted(),
    )
  })

  test('continues what there is in the older set', () => {
    for (const { edition } of packs) {
      const { criteria } = edition.set
      for (const { set, codes: named } of [...criteria, ...indicatorsOf(edition.set)].flatMap(
        (one) => one.continues ?? [],
      )) {
        const older = setOf(set)
        const there = [...older.criteria, ...indicatorsOf(older)].map((one) => one.code)
        expect(named.filter((code) => !there.includes(code))).toEqual([])
      }
    }
  })

  test.each([
    [
      'commune-2021-2025',
      'commune-2016-2020',
      '12 18.2',
      '12.2 13.3 13.4 13.5 15.4 17.4 17.7 17.11 17.12 18.6',
    ],
  ])('of %s and %s, what goes on nowhere and what is new', (id, olderId, dropped, added) => {
    const continuing = indicatorsOf(setOf(id)).filter((one) => (one.continues ?? []).length > 0)
    const continued = new Set(continuing.flatMap((one) => one.continues ?? []).flatMap((one) => one.codes))

    expect(codes(indicatorsOf(setOf(olderId)).filter((one) => !continued.has(one.code)))).toBe(dropped)
    expect(codes(indicatorsOf(setOf(id)).filter((one) => !continuing.includes(one)))).toBe(added)
  })

  test('names a document at hand and a mark for each thing it states', () => {
    for (const { edition } of packs) {
      const documents = new Set(edition.documents.map((one) => one.id))
      for (const { level, source } of statedIn(edition.set)) {
        expect(documents).toContain(source.document)
        expect([edition.set.id, level, source.checked]).not.toEqual([edition.set.id, 'stated', 'unknown'])
      }
    }
  })

  test('says that no document has been held against its own text', () => {
    for (const { edition } of packs) {
      expect(edition.documents.filter((one) => !one.unchecked)).toEqual([])
      expect(statedIn(edition.set).filter(({ source }) => source.checked === 'text')).toEqual([])
    }
  })

  test('cites legal acts and guidance by what they are', async () => {
    for (const { folder } of packs) {
      for (const file of await readdir(folder, { recursive: true })) {
        if (!/\.(?:yaml|md)$/.test(file)) continue
        expect((await readFile(join(folder, file), 'utf8')).match(/\bS\d{2,3}\b|\/work\//g)).toBeNull()
      }
    }
  })
})

function setOf(id: string): CriteriaSet {
  const pack = packs.find(({ edition }) => edition.set.id === id)
  if (!pack) throw new Error(`no pack ${id}`)
  return pack.edition.set
}

function indicatorsOf(set: CriteriaSet): readonly Indicator[] {
  return set.criteria.flatMap((one) => one.indicators)
}

function codes(rows: readonly { readonly code: string }[]): string {
  return rows.map((one) => one.code).join(' ')
}

/** The rules inside a rule that hold something against a cell, also those that lower units are held against. */
function cellsOf(rule: Rule) {
  return rulesIn(rule).flatMap((part) => {
    if ('parts' in part) return []
    return 'that' in part ? [part, ...rulesIn(part.that).filter((each) => !('parts' in each))] : [part]
  })
}

/** Prerequisites and indicators with the rule in force last. */
function judgedIn(set: CriteriaSet): readonly { readonly code: string; readonly rule: Rule }[] {
  const ofIndicators = indicatorsOf(set).flatMap(({ code, provisions }) => {
    const last = provisions.at(-1)
    return last ? [{ code, rule: last.rule }] : []
  })
  return [...(set.prerequisites ?? []), ...ofIndicators]
}

type Mark = Checked | 'delegated'

function marksIn(whole: Rule, column: string): readonly Mark[] {
  return cellsOf(whole).flatMap((rule): readonly Mark[] => {
    if ('levels' in rule) {
      const level = rule.levels[column] ?? rule.levels['*']
      if (level === undefined || level.kind === 'unknown') return ['unknown']
      return [level.kind === 'delegated' ? 'delegated' : level.source.checked]
    }
    if (!('source' in rule)) return []
    return ['delegated' in rule && rule.delegated ? 'delegated' : rule.source.checked]
  })
}

function levelsIn(id: string, column: string): string {
  const measures = new Map(
    packs.flatMap(({ edition }) => edition.measures).map((measure) => [measure.id, measure]),
  )
  return judgedIn(setOf(id))
    .flatMap(({ code, rule }) => [
      ...rulesIn(rule).flatMap((part) => (part.kind === 'noneOf' ? [`${code}=0`] : [])),
      ...levelledIn(rule).flatMap((part) => {
        const measure = measureOfLevelled(part, (named) => measures.get(named))
        const decimals = measure?.kind === 'share' ? 2 : (measure?.scale ?? 0)
        const told = inWords(part.levels[column] ?? part.levels['*'], (scaled) => scaled / 10 ** decimals)
        return told === undefined ? [] : [`${part.key}${part.kind.endsWith('Least') ? '≥' : '≤'}${told}`]
      }),
    ])
    .join(' ')
}

function inWords(level: Level | undefined, number: (scaled: number) => number): string | undefined {
  if (level?.kind === 'value') return String(number(level.scaled))
  if (level?.kind === 'ofSet') return `${level.of.percent / 100}%×${level.of.set}:${level.of.key}`
  if (level?.kind !== 'byYear') return undefined
  return Object.entries(level.scaled)
    .map(([year, scaled]) => `${number(scaled)}@${year}`)
    .join(',')
}

/** Every source in a set, and whether what it stands at is stated or open. */
function statedIn(
  set: CriteriaSet,
): readonly { readonly level: 'stated' | 'open'; readonly source: LegalSource }[] {
  const levels = judgedIn(set).flatMap(({ rule }) =>
    cellsOf(rule).flatMap((part) => {
      if ('levels' in part) return Object.values(part.levels).map(stated)
      return 'source' in part ? [stated(part)] : []
    }),
  )
  const others = [...set.legalBasis, ...set.columns.map((one) => one.source)]
  return [...levels, ...others.map((source) => ({ level: 'open' as const, source }))]
}

/** What is stated is a number, that there are none, or what a register is asked. */
function stated({ kind, source }: { readonly kind: string; readonly source: LegalSource }) {
  const numbers = ['value', 'byYear', 'ofSet', 'noneOf', 'register']
  return { level: numbers.includes(kind) ? ('stated' as const) : ('open' as const), source }
}
