import { describe, expect, test } from 'vitest'

import {
  aMove,
  fixture,
  fixtureEntries,
  historyOf,
  parseUnitFacts,
  pictureOf,
  together,
} from '../testing/index.ts'
import { checkUnitFacts } from './check.ts'
import type { UnitFactsInput } from './facts.ts'
import { mostRefusals } from './refusal.ts'
import { knownAt } from './rows.ts'

const [asOnceKnown, merger] = fixtureEntries
const old = pictureOf(asOnceKnown)
const now = pictureOf(asOnceKnown, merger)
const refusals = (facts: UnitFactsInput, picture = old) => checkUnitFacts(picture, parseUnitFacts(facts))
const from = '2020-01-01'

describe('facts about units', () => {
  test('the fixture world is accepted', () => {
    expect(refusals(asOnceKnown, pictureOf())).toEqual([])
    expect(refusals(merger)).toEqual([])
  })

  test('units that nobody knows are named, with the row that names them', () => {
    expect(
      refusals({
        names: [
          { unit: 'c-nl', name: 'Ngọc Lây', spelling: 'local', from: '1999-01-01', until: '2000-01-01' },
          { unit: 'nobody', name: 'x', spelling: 'local', from },
        ],
        parents: [
          {
            unit: 'c-nl',
            hierarchy: 'administrative',
            parent: 'nowhere',
            from: '1999-01-01',
            until: '2000-01-01',
          },
        ],
        endings: [{ unit: 'gone', aspects: ['name'], until: from }],
        changes: [{ id: 'x', day: from, kind: 'merged', parts: [{ old: 'ghost', new: 'c-nl' }] }],
      }).filter(({ code }) => code === 'unitUnknown'),
    ).toEqual([
      { code: 'unitUnknown', section: 'endings', at: 0, unit: 'gone' },
      { code: 'unitUnknown', section: 'names', at: 1, unit: 'nobody' },
      { code: 'unitUnknown', section: 'parents', at: 0, unit: 'nowhere' },
      { code: 'unitUnknown', section: 'changes', at: 0, unit: 'ghost' },
    ])
  })

  test('a unit is made once', () => {
    expect(refusals({ units: [{ id: 'c-nl' }, { id: 'new' }, { id: 'new' }] })).toEqual([
      { code: 'unitExists', section: 'units', at: 0, unit: 'c-nl' },
      { code: 'unitExists', section: 'units', at: 2, unit: 'new' },
    ])
  })

  test('what still holds is ended before something else takes its place', () => {
    const name = { unit: 'c-nl', name: 'Tên khác', spelling: 'statistics', from } as const
    expect(refusals({ names: [name] })).toEqual([
      {
        code: 'periodOverlaps',
        section: 'names',
        at: 0,
        unit: 'c-nl',
        aspect: 'name',
        from,
        otherFrom: '2004-01-01',
      },
    ])
    const ending = { unit: 'c-nl', aspects: ['name'], until: from } as const
    expect(
      refusals({
        endings: [{ ...ending, aspects: ['name'] }],
        names: [name, { ...name, spelling: 'local' }],
      }),
    ).toEqual([])
    expect(refusals({ groups: [{ unit: 'c-dak-ha', group: 'border', from }] })).toEqual([])
    expect(refusals({ groups: [{ unit: 'c-dak-ha', group: 'especially-difficult', from }] })).toMatchObject([
      { code: 'periodOverlaps', aspect: 'group', section: 'groups' },
    ])
  })

  test('an ending ends something, and a period is not empty', () => {
    expect(refusals({ endings: [{ unit: 'c-nl', aspects: ['group', 'programme'], until: from }] })).toEqual([
      { code: 'endsNothing', section: 'endings', at: 0, unit: 'c-nl', aspect: 'group', until: from },
    ])
    expect(
      refusals({ endings: [{ unit: 'c-nl', aspects: ['programme'], until: '2003-12-31' }] }),
    ).toMatchObject([{ code: 'endsNothing', aspect: 'programme' }])
    expect(refusals({ programme: [{ unit: 'c-duy-tan', from, until: from }] })).toMatchObject([
      { code: 'periodEmpty' },
    ])
  })

  test('a code belongs to one unit at a time', () => {
    const code = { unit: 'c-nl', scheme: 'gso', code: '23425', from } as const
    expect(refusals({ endings: [{ unit: 'c-nl', aspects: ['code'], until: from }], codes: [code] })).toEqual([
      { code: 'codeTaken', section: 'codes', at: 0, unit: 'c-nl', value: '23425', other: 'c-dak-ha', from },
    ])
    const swapped = { ...code, unit: 'c-dak-ha', code: '23404' } as const
    const endings = ['c-nl', 'c-dak-ha'].map((unit) => ({ unit, aspects: ['code' as const], until: from }))
    expect(refusals({ endings, codes: [code, swapped] })).toEqual([])
  })

  test('nothing lies in itself, in what is not above it, or in what is not there', () => {
    expect(refusals(aMove('d-tmr', 'c-nl', from))).toMatchObject([
      { code: 'parentCycle', section: 'parents', at: 0, unit: 'd-tmr', parent: 'c-nl', on: from },
    ])
    expect(refusals(aMove('c-dak-ha', 'c-nl', from))).toEqual([
      {
        code: 'kindLevelMismatch',
        section: 'parents',
        at: 0,
        unit: 'c-dak-ha',
        on: from,
        kind: 'commune',
        given: 'commune',
        held: 'commune',
      },
    ])
    expect(refusals(aMove('v-5', 'd-tmr', from))).toEqual([])
    expect(refusals(aMove('v-5', 'c-duy-tan', from), now)).toEqual([
      {
        code: 'parentNotThen',
        section: 'parents',
        at: 0,
        unit: 'v-5',
        parent: 'c-duy-tan',
        on: '2025-07-01',
      },
    ])
  })

  test('what lies in a unit that ends is put somewhere', () => {
    const ending = { endings: [{ unit: 'c-nl', aspects: ['name' as const, 'kind' as const], until: from }] }
    expect(refusals(ending)).toEqual([
      { code: 'parentNotThen', section: null, at: null, unit: 'v-5', parent: 'c-nl', on: from },
    ])
    expect(refusals(together(ending, aMove('v-5', 'c-dak-ha', from)))).toEqual([])
  })

  test('a unit stays on its level and has a name on each of its days', () => {
    const kinds = [{ unit: 'v-5', kind: 'commune', from }] as const
    expect(
      refusals({ endings: [{ unit: 'v-5', aspects: ['kind'], until: from }], kinds: [...kinds] }),
    ).toMatchObject([
      { code: 'kindLevelMismatch', unit: 'v-5', kind: 'commune', given: 'commune', held: 'village' },
    ])
    expect(refusals({ endings: [{ unit: 'c-nl', aspects: ['name'], until: from }] })).toMatchObject([
      { code: 'nameMissing', unit: 'c-nl', on: from },
    ])
    const local = [{ unit: 'c-nl', name: 'Ngọk Lây', spelling: 'local', from } as const]
    expect(refusals({ endings: [{ unit: 'c-nl', aspects: ['name'], until: from }], names: local })).toEqual(
      [],
    )
  })

  test('no more is told than people read', () => {
    const units = Array.from({ length: mostRefusals + 50 }, () => ({ id: 'c-nl' }))
    expect(refusals({ units })).toHaveLength(mostRefusals)
  })
})

describe('an ending', () => {
  test('cuts what holds on its day; one on the first day takes the row away', () => {
    const history = historyOf(
      asOnceKnown,
      { endings: [{ unit: 'c-nl', aspects: ['programme'], until: '2010-01-01' }] },
      { endings: [{ unit: 'c-dak-ha', aspects: ['programme'], until: '2004-01-01' }] },
    )
    const programme = (seq: number) =>
      knownAt(history, seq).programme.map(({ unit, from: first, until, entrySeq }) => [
        unit,
        first,
        until,
        entrySeq,
      ])
    expect(programme(1)).toContainEqual([fixture.ngocLay, '2004-01-01', undefined, 1])
    expect(programme(2)).toContainEqual([fixture.ngocLay, '2004-01-01', '2010-01-01', 2])
    expect(programme(2)).toContainEqual([fixture.dakHa, '2004-01-01', undefined, 1])
    expect(programme(3).map(([unit]) => unit)).toEqual([fixture.dakCam, fixture.ngocLay])
  })

  test('may follow another in one entry: the earlier day wins', () => {
    const ends = ['2015-01-01', '2010-01-01'].map((until) => ({
      unit: 'c-nl',
      aspects: ['name' as const],
      until,
    }))
    const history = historyOf(asOnceKnown, { endings: ends })
    expect(
      knownAt(history, 2)
        .names.filter((row) => row.unit === fixture.ngocLay)
        .map((row) => row.until),
    ).toEqual(['2010-01-01', '2010-01-01'])
  })
})
