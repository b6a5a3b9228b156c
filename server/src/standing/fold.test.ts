import { describe, expect, test } from 'vitest'

import type { CriteriaSet, Measure } from '@ancu/core/criteria'
import { day } from '@ancu/core/kernel'
import { aUnit, pictureOf, together } from '@ancu/core/testing'
import type { UnitId } from '@ancu/core/units'

import type { KnownEdition, ProvinceImage } from '../figures/image.ts'
import { foldStandings, isFor, judgeAt } from './fold.ts'

const on = day('2024-03-31')
const from = '2010-01-01'
const source = { document: 'qd', article: undefined, checked: 'text', note: undefined } as const

/** A district of two communes in the programme and a township; the first commune has two villages. */
const picture = pictureOf(
  together(
    aUnit({ id: 'huyen', kind: 'ruralDistrict', name: 'Kon Rẫy', from, groups: ['border'] }),
    aUnit({ id: 'xa-1', kind: 'commune', name: 'Đắk Ruồng', parent: 'huyen', from, inProgramme: true }),
    aUnit({ id: 'xa-2', kind: 'commune', name: 'Đắk Pne', parent: 'huyen', from, inProgramme: true }),
    aUnit({ id: 'thi-tran', kind: 'township', name: 'Đắk Rve', parent: 'huyen', from }),
    aUnit({ id: 'thon-1', kind: 'village', name: 'Thôn 8', parent: 'xa-1', from, groups: ['mountain'] }),
    aUnit({ id: 'thon-2', kind: 'village', name: 'Thôn 9', parent: 'xa-1', from }),
    aUnit({ id: 'to-dan-pho', kind: 'urbanGroup', name: 'Tổ 1', parent: 'thi-tran', from }),
  ),
)

const homes: Measure = {
  id: 'homes',
  name: { vi: 'Nhà', en: 'Homes' },
  kind: 'count',
  quantity: { vi: 'nhà', en: 'homes' },
  scale: 0,
  time: 'instant',
  staleAfterMonths: undefined,
  overUnits: 'add',
  precedence: 'entered',
}

const standard = {
  kind: 'register',
  register: 'recognition',
  entry: 'standard',
  name: undefined,
  source,
} as const

function anEdition(
  prerequisites: CriteriaSet['prerequisites'],
  change: Partial<CriteriaSet> = {},
): KnownEdition {
  const set: CriteriaSet = {
    id: 'district',
    edition: 1,
    name: { vi: 'Bộ huyện', en: 'Districts', short: 'Huyện' },
    legalBasis: [source],
    inForce: { from: day('2022-01-01'), until: undefined },
    replaces: undefined,
    forKinds: ['ruralDistrict', 'commune'],
    programmeOnly: false,
    passRule: { kind: 'allCriteria' },
    prerequisites,
    basicallyMetCounts: false,
    notApplicableCounts: true,
    bands: [],
    columns: [{ id: 'mountain', name: { vi: 'Núi', en: 'Mountain' }, anyOfGroups: ['mountain'], source }],
    criteria: [],
    ...change,
  }
  return { set, measures: [homes], documents: [], no: 1, digest: '', seq: 1 }
}

function aRule(rule: NonNullable<CriteriaSet['prerequisites']>[number]['rule']) {
  return [{ code: 'DK1', name: { vi: 'Điều kiện', en: 'Condition' }, nameChecked: 'text', rule } as const]
}

function anImage(recognised: readonly string[], figures: Readonly<Record<string, number>>): ProvinceImage {
  return {
    seq: 9,
    figures: new Map(
      Object.entries(figures).map(([unit, scaled]) => [
        unit as UnitId,
        new Map([
          [
            'homes',
            [
              {
                id: `f-${unit}`,
                unit: unit as UnitId,
                measure: 'homes',
                period: '2023-12-31' as never,
                lastDay: day('2023-12-31'),
                year: 2023,
                stage: 'verified' as const,
                nature: 'actual' as const,
                scaled,
                illustrative: false,
                seq: 2,
              },
            ],
          ],
        ]),
      ]),
    ),
    claims: new Map(),
    decisions: new Map(
      recognised.map((unit) => [
        unit as UnitId,
        [
          {
            id: `d-${unit}`,
            unit: unit as UnitId,
            act: 'recognise' as const,
            rank: 'standard' as const,
            day: day('2023-01-01'),
            dayAssumed: false,
            illustrative: false,
            seq: 3,
          },
        ],
      ]),
    ),
    editions: [],
    applications: [],
    levels: [],
  }
}

function whole(edition: KnownEdition, image: ProvinceImage, unit: string, moment = { on, knownSeq: 9 }) {
  const judged = picture.unitOn(unit as UnitId, moment.on)
  if (!judged) throw new Error(`${unit} exists`)
  const judge = judgeAt({ image, picture }, edition, moment)
  return foldStandings(judge, [judged], 'computed').get(judged.id)?.whole
}

describe('what a rule asks beside figures', () => {
  const holds = anEdition(aRule(standard))

  test('a recognition counts from its day, as far as known', () => {
    const image = anImage(['xa-1'], {})

    expect(whole(holds, image, 'xa-1')).toBe('met')
    expect(whole(holds, image, 'xa-2')).toBe('unmet')
    expect(whole(holds, image, 'xa-1', { on: day('2022-12-31'), knownSeq: 9 })).toBe('unmet')
    expect(whole(holds, image, 'xa-1', { on, knownSeq: 2 })).toBe('unmet')
  })

  test('so does a group', () => {
    const border = anEdition(
      aRule({ ...standard, register: 'group', entry: 'border', name: { vi: 'biên giới', en: 'border' } }),
    )

    expect(whole(border, anImage([], {}), 'huyen')).toBe('met')
    expect(whole(border, anImage([], {}), 'xa-1')).toBe('unmet')
  })

  test('communes of a district are those in the programme', () => {
    const all = anEdition(
      aRule({
        kind: 'unitsAtLeast',
        key: 'DK1',
        of: 'commune',
        as: 'share',
        that: standard,
        name: undefined,
        levels: { '*': { kind: 'value', scaled: 10_000, source } },
      }),
    )

    expect(whole(all, anImage(['xa-1', 'xa-2'], {}), 'huyen')).toBe('met')
    expect(whole(all, anImage(['xa-1', 'thi-tran'], {}), 'huyen')).toBe('unmet')
  })

  test('villages are held against their own figures and column, not those of the commune', () => {
    const villages = anEdition(
      aRule({
        kind: 'unitsAtLeast',
        key: 'DK1',
        of: 'village',
        as: 'count',
        that: {
          kind: 'atLeast',
          key: 'of-villages',
          measure: 'homes',
          levels: {
            '*': { kind: 'value', scaled: 50, source },
            mountain: { kind: 'value', scaled: 20, source },
          },
        },
        name: undefined,
        levels: { '*': { kind: 'value', scaled: 2, source } },
      }),
    )
    const judged = (figures: Readonly<Record<string, number>>, unit = 'xa-1') =>
      whole(villages, anImage([], figures), unit)

    expect(judged({ 'thon-1': 20, 'thon-2': 50 })).toBe('met')
    expect(judged({ 'thon-1': 20, 'thon-2': 49 })).toBe('unmet')
    expect(judged({ 'thon-1': 20, 'xa-1': 900 })).toBe('unknown')
    expect(judged({ 'thon-1': 20, 'thon-2': 50 }, 'huyen')).toBe('met')
    expect(judged({ 'thon-1': 20, 'thon-2': 50 }, 'xa-2')).toBe('met')
  })
})

test('a set for some groups is for no other unit', () => {
  const edition = anEdition(undefined, { forGroups: ['border'] })
  const unit = (id: string) => {
    const found = picture.unitOn(id as UnitId, on)
    if (!found) throw new Error(`${id} exists`)
    return found
  }

  expect(isFor(edition, unit('huyen'))).toBe(true)
  expect(isFor(edition, unit('xa-1'))).toBe(false)
})
