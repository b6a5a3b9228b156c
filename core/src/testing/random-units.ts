import type { UnitFactsInput } from '../units/index.ts'
import { aMove, anEnding, aUnit, together, type UnitGiven } from './builders.ts'

/** A whole number from 0 to below `below`. */
export type Choose = (below: number) => number

/** Numbers that follow from a seed alone (mulberry32). */
export function chooseFrom(seed: number): Choose {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

export type RandomProvince = {
  /** What each entry of the ledger says, in the order in which it became known. */
  readonly entries: readonly UnitFactsInput[]
  readonly province: string
  readonly districts: readonly string[]
  /** Every day on which something changes. */
  readonly days: readonly string[]
}

type State = {
  readonly communes: Map<string, UnitGiven>
  readonly villages: Map<string, string>
  readonly freeCodes: string[]
  made: number
}

/**
 * A province with a history: communes are merged, split and renamed, never across the line of a district;
 * codes of ended communes are used again; last, districts and province end as on 1/7/2025.
 */
export function randomProvince(choose: Choose): RandomProvince {
  const province: UnitGiven = { id: 'p', kind: 'province', name: 'Tỉnh cũ', code: '62', from: '1991-10-01' }
  const districts = Array.from({ length: 2 + choose(2) }, (_, nth): UnitGiven => {
    return { id: `d${nth}`, kind: 'ruralDistrict', name: `Huyện ${nth}`, parent: 'p', from: '2000-01-01' }
  })
  const state: State = { communes: new Map(), villages: new Map(), freeCodes: [], made: 0 }
  const first = together(
    aUnit(province),
    ...districts.map(aUnit),
    ...districts.flatMap((district) =>
      Array.from({ length: 1 + choose(4) }, () => newCommune(state, choose, district.id, '2004-01-01', 3)),
    ),
  )
  const entries = [first]
  const days = ['1991-10-01', '2000-01-01', '2004-01-01']
  const lastYear = 2006 + choose(10)
  for (let year = 2006; year < lastYear; year += 1) {
    const day = `${year}-0${1 + choose(9)}-15`
    entries.push(oneEvent(state, choose, day))
    days.push(day)
  }
  const reform = '2025-07-01'
  entries.push(theReform(state, choose, province, districts, reform))
  return { entries, province: 'p', districts: districts.map(({ id }) => id), days: [...days, reform] }
}

function oneEvent(state: State, choose: Choose, day: string): UnitFactsInput {
  const communes = [...state.communes.values()]
  const chosen = communes[choose(communes.length)]
  if (chosen === undefined) return {}
  const others = communes.filter(({ id, parent }) => parent === chosen.parent && id !== chosen.id)
  if (choose(3) === 0 && others.length > 0)
    return merge(state, choose, [chosen, ...others.slice(0, 1 + choose(2))], day)
  if (choose(2) === 0) return split(state, choose, chosen, day)
  return rename(chosen, day)
}

function merge(
  state: State,
  choose: Choose,
  olds: readonly UnitGiven[],
  day: string,
  parent = olds[0]?.parent,
): UnitFactsInput {
  for (const old of olds) {
    state.communes.delete(old.id)
    if (old.code !== undefined) state.freeCodes.push(old.code)
  }
  const facts = newCommune(state, choose, parent ?? '', day, 0)
  const id = `c${state.made}`
  const moved = [...state.villages].filter(([, inside]) => olds.some((old) => old.id === inside))
  for (const [village] of moved) state.villages.set(village, id)
  return together(
    facts,
    ...olds.map((old) => anEnding(old, day)),
    ...moved.map(([village]) => aMove(village, id, day)),
    {
      changes: [{ id: `x-${id}`, day, kind: 'merged', parts: olds.map((old) => ({ old: old.id, new: id })) }],
    },
  )
}

/** The unit goes on with a part of its households; a new one has the rest. */
function split(state: State, choose: Choose, old: UnitGiven, day: string): UnitFactsInput {
  const facts = newCommune(state, choose, old.parent ?? '', day, 1)
  const id = `c${state.made}`
  const den = 2 + choose(900)
  const num = 1 + choose(den - 1)
  return together(facts, {
    changes: [
      {
        id: `x-${id}`,
        day,
        kind: 'split',
        parts: [
          { old: old.id, new: old.id, measure: 'households', num, den },
          { old: old.id, new: id, measure: 'households', num: den - num, den },
        ],
      },
    ],
  })
}

function rename({ id: unit }: UnitGiven, from: string): UnitFactsInput {
  return {
    endings: [{ unit, aspects: ['name'], until: from }],
    names: [{ unit, name: `Tên mới ${from.slice(0, 4)}`, spelling: 'statistics', from }],
    changes: [{ id: `x-${unit}-${from}`, day: from, kind: 'renamed', parts: [{ old: unit, new: unit }] }],
  }
}

function theReform(
  state: State,
  choose: Choose,
  province: UnitGiven,
  districts: readonly UnitGiven[],
  day: string,
): UnitFactsInput {
  const facts = districts.flatMap((district) => {
    const communes = [...state.communes.values()].filter(({ parent }) => parent === district.id)
    const stay = communes.filter(() => choose(3) === 0)
    const go = communes.filter((one) => !stay.includes(one))
    return [
      ...stay.map(({ id }) => aMove(id, 'q', day)),
      ...(go.length > 0 ? [merge(state, choose, go, day, 'q')] : []),
    ]
  })
  return together(
    aUnit({ id: 'q', kind: 'province', name: 'Tỉnh mới', code: '51', from: day }),
    ...[province, ...districts].map((unit) => anEnding(unit, day)),
    ...facts,
    { changes: [{ id: 'x-q', day, kind: 'merged', parts: [{ old: 'p', new: 'q' }] }] },
    {
      changes: districts.map(({ id }) => ({
        id: `x-${id}`,
        day,
        kind: 'abolished' as const,
        parts: [{ old: id }],
      })),
    },
  )
}

function newCommune(
  state: State,
  choose: Choose,
  parent: string,
  from: string,
  villages: number,
): UnitFactsInput {
  const id = `c${(state.made += 1)}`
  const code = state.freeCodes.shift() ?? String(23_000 + state.made)
  const commune: UnitGiven = {
    id,
    kind: 'commune',
    name: `Xã ${state.made}`,
    code,
    parent,
    from,
    inProgramme: true,
  }
  state.communes.set(id, commune)
  const inside = Array.from({ length: choose(villages + 1) }, (_, nth): UnitGiven => {
    return { id: `${id}-v${nth}`, kind: 'village', name: `Thôn ${nth + 1}`, parent: id, from }
  })
  for (const village of inside) state.villages.set(village.id, id)
  return together(aUnit(commune), ...inside.map(aUnit))
}
