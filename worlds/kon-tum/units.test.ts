import { describe, expect, test } from 'vitest'

import { readFacts } from './read-facts.ts'
import { aspectRows, onDay, unitRows } from './testing/told.ts'
import { makeWorld } from './world.ts'

const world = makeWorld()
const facts = readFacts()

function kindsOn(day: string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const [row] of onDay(world, 'kind', day).values()) {
    const kind = String(row?.['kind'])
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  return counts
}

function unitWithCode(code: string, day: string): string | undefined {
  return aspectRows(world, 'code').find(
    (row) => row['code'] === code && row.from <= day && (row.until === undefined || day < row.until),
  )?.unit
}

function nameOn(unit: string, day: string): unknown {
  return onDay(world, 'name', day)
    .get(unit)
    ?.find((row) => row['spelling'] === 'statistics')?.['name']
}

describe('units of two worlds', () => {
  test('Kon Tum has 102 commune-level units until 30/6/2025, of them 85 xã', () => {
    expect(kindsOn('2025-06-30')).toMatchObject({
      province: 1,
      ruralDistrict: 9,
      provincialCity: 1,
      commune: 85,
      ward: 10,
      township: 7,
    })
    expect(onDay(world, 'programme', '2025-06-30').size).toBe(85)
  })

  test('before Măng Đen was a town there was one xã more, under another name', () => {
    expect(kindsOn('2019-05-31')).toMatchObject({ commune: 86, township: 6 })
    expect(onDay(world, 'programme', '2019-05-31').size).toBe(86)
    expect(onDay(world, 'programme', '2019-10-31').size).toBe(85)
    expect([nameOn('kt-23473', '2019-05-31'), nameOn('kt-23473', '2019-10-31')]).toEqual([
      'Đắk Long',
      'Măng Đen',
    ])
  })

  test('Quảng Ngãi has 96 units from 1/7/2025 and no district', () => {
    const kinds = kindsOn('2025-07-01')
    expect(kinds).toMatchObject({ province: 1, commune: 86, ward: 9, specialZone: 1 })
    expect(kinds['ruralDistrict'] ?? kinds['provincialCity'] ?? kinds['township']).toBeUndefined()
    expect(onDay(world, 'programme', '2025-07-01').size).toBe(86)
    const parents = [...onDay(world, 'parent', '2025-07-01').values()].flat()
    expect(parents.filter((row) => row['parent'] === 'qn-51')).toHaveLength(96)
  })

  test('a code names another unit after the reform', () => {
    expect(unitWithCode('23284', '2025-06-30')).toBe('kt-23284')
    expect(nameOn('kt-23284', '2025-06-30')).toBe('Duy Tân')
    expect(unitWithCode('23284', '2025-07-01')).toBe('qn-23284')
    expect(nameOn('qn-23284', '2025-07-01')).toBe('Đăk Cấm')
  })

  test('all 102 go whole to 40 units, clause by clause, and four stay the same unit', () => {
    const changes = unitRows(world, 'changes').filter((row) => row['document'] === 'doc-nq-1677-2025')
    const parts = changes.flatMap((row) => row['parts'] as { old: string; new: string }[])
    expect(parts).toHaveLength(102)
    expect(new Set(parts.map((part) => part.new)).size).toBe(40)
    const staying = parts.filter((part) => part.old === part.new).map((part) => part.old)
    expect(staying.toSorted()).toEqual(['kt-23368', 'kt-23530', 'kt-23535', 'kt-23536'])
    for (const unit of staying) {
      expect(onDay(world, 'name', '2025-07-01').get(unit)).toEqual(
        onDay(world, 'name', '2025-06-30').get(unit),
      )
      expect(onDay(world, 'code', '2025-07-01').has(unit)).toBe(true)
    }
    const expected = facts.merger.map((row) => `${row.clause} ${row.old}`).toSorted()
    const written = changes.flatMap((row) =>
      (row['parts'] as { old: string }[]).map(
        (part) => `${String(row['clause']).split(' ').at(-1)} ${part.old.slice(3)}`,
      ),
    )
    expect(written.toSorted()).toEqual(expected)
  })

  test('two spellings are given where they differ', () => {
    const names = [...onDay(world, 'name', '2024-03-31').values()].flat()
    const local = names.filter((row) => row['spelling'] === 'local')
    const differing = [...facts.communes, ...facts.districts].filter((one) => one.local !== one.statistics)
    expect(local.map((row) => row.unit).toSorted()).toEqual(
      differing.map((one) => `kt-${one.code}`).toSorted(),
    )
    expect(local.find((row) => row.unit === 'kt-23395')?.['name']).toBe('Pờ Y')
    expect(nameOn('kt-23395', '2024-03-31')).toBe('Bờ Y')
  })

  test('every name is published, or says that it is not', () => {
    const published = new Set<unknown>([
      'Kon Tum',
      'Quảng Ngãi',
      'Đắk Long',
      'Đăk Long',
      ...[...facts.districts, ...facts.communes].flatMap((one) => [one.statistics, one.local]),
      ...facts.newCommunes.map((one) => one.name),
      ...facts.villages.map((one) => one.name),
    ])
    const names = aspectRows(world, 'name')
    const illustrative = names.filter((row) => row['illustrative'] === true)
    expect(names.filter((row) => row['illustrative'] !== true && !published.has(row['name']))).toEqual([])
    const form = /^(Thôn|Tổ dân phố) số \d+ \(minh hoạ\)$/
    expect(
      illustrative.filter((row) => !form.test(String(row['name'])) || !/-t\d\d$/.test(row.unit)),
    ).toEqual([])
    expect(illustrative).toHaveLength(869 - 25)
  })

  test('villages keep their identity and change their parent, and become urban groups in a new ward', () => {
    const [before, after] = [onDay(world, 'parent', '2025-06-30'), onDay(world, 'parent', '2025-07-01')]
    const kinds = onDay(world, 'kind', '2025-07-01')
    const villages = [...before.keys()].filter((unit) => /-t\d\d$/.test(unit))
    expect(villages).toHaveLength(869)
    const heirs = villages.map((unit) => {
      const part = facts.merger.find((row) => row.old === unit.slice(3, 8))
      return part?.clause === '92' ? `kt-${part.old}` : `qn-${part?.new}`
    })
    expect(villages.map((unit) => after.get(unit)?.[0]?.['parent'])).toEqual(heirs)
    const inWards = villages.filter((_, at) => kinds.get(heirs[at] ?? '')?.[0]?.['kind'] === 'ward')
    expect(inWards.length).toBeGreaterThan(0)
    expect(inWards.filter((unit) => kinds.get(unit)?.[0]?.['kind'] !== 'urbanGroup')).toEqual([])
  })

  test('groups hold as many as published, from their days on', () => {
    const countOn = (group: string, day: string) =>
      [...onDay(world, 'group', day).values()].flat().filter((row) => row['group'] === group).length
    expect(countOn('ethnic-minority', '2024-03-31')).toBe(498)
    expect(countOn('especially-difficult-village', '2021-01-01')).toBe(0)
    expect(countOn('especially-difficult-village', '2024-03-31')).toBe(371)
    expect(countOn('village-pilot', '2024-03-31')).toBe(84)
    expect(countOn('especially-difficult', '2021-06-03')).toBe(60)
    expect(countOn('border', '2024-03-31')).toBe(13)
    expect(countOn('own-province', '2024-03-31')).toBe(1)
    expect(countOn('region-tn', '2025-06-30')).toBe(113)
  })
})
