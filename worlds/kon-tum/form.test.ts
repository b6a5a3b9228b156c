import { factBundle, parsePeriod } from '@ancu/core/figures'
import { describe, expect, test } from 'vitest'

import { aspectRows, told, unitRows } from './testing/told.ts'
import type { Row } from './types.ts'
import { makeWorld } from './world.ts'

const world = makeWorld()

describe('the form of the world', () => {
  test('every entry is a bundle that the program takes', () => {
    const refused = world.entries.filter((entry) => !factBundle.safeParse(entry.facts).success)
    expect(refused.map((entry) => `${entry.day} ${entry.kind}`)).toEqual([])
    expect(world.entries.length).toBeGreaterThan(40)
  })

  test('entries follow the days, one per day and kind', () => {
    const days = world.entries.map((entry) => entry.day)
    expect(days).toEqual(days.toSorted())
    expect(days[0]).toBe('2017-01-01')
    expect(new Set(world.entries.map((entry) => `${entry.day} ${entry.kind}`)).size).toBe(
      world.entries.length,
    )
  })

  test('no identity is given twice', () => {
    for (const section of ['figures', 'verdicts', 'decisions', 'documents'] as const) {
      const ids = told(world, section).map((row) => String(row.id))
      expect(new Set(ids).size).toBe(ids.length)
    }
    for (const section of ['units', 'changes'] as const) {
      const ids = unitRows(world, section).map((row) => row['id'])
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  test('what is referred to is there before', () => {
    const known = new Set<unknown>()
    const missing: unknown[] = []
    const need = (id: unknown): void => {
      if (id !== undefined && !known.has(id)) missing.push(id)
    }
    for (const { facts: entry } of world.entries) {
      for (const row of entry.documents ?? []) known.add(row['id'])
      for (const row of entry.editions ?? []) known.add(row['set'])
      for (const row of entry.units?.units ?? []) known.add(row['id'])
      const rows: readonly Row[] = [
        ...(entry.figures ?? []),
        ...(entry.verdicts ?? []),
        ...(entry.decisions ?? []),
        ...Object.entries(entry.units ?? {}).flatMap(([section, each]) => (section === 'units' ? [] : each)),
      ]
      for (const row of rows) {
        for (const field of ['unit', 'parent', 'document', 'replaces']) need(row[field])
        for (const part of (row['parts'] ?? []) as { old?: string; new?: string }[]) {
          need(part.old)
          need(part.new)
        }
        known.add(row['id'])
      }
      for (const row of [...(entry.verdicts ?? []), ...(entry.setApplications ?? [])]) need(row['set'])
    }
    expect(missing).toEqual([])
  })

  test('nothing is known before its day', () => {
    const early = world.entries.flatMap(({ day, facts: entry }) => [
      ...(entry.verdicts ?? []).filter((row) => row.asOf > day),
      ...(entry.decisions ?? []).filter((row) => row.day > day),
      ...(entry.figures ?? []).filter((row) => (parsePeriod(row.period)?.lastDay ?? '9') > day),
    ])
    expect(early).toEqual([])
  })

  test('nothing is said twice of a unit for one day', () => {
    const apart = {
      name: 'spelling',
      kind: '',
      code: 'scheme',
      parent: 'hierarchy',
      group: 'group',
      programme: '',
    }
    const overlaps = Object.entries(apart).flatMap(([aspect, field]) => {
      const rows = aspectRows(world, aspect as keyof typeof apart)
      const groups = [...Map.groupBy(rows, (row) => `${row.unit} ${String(row[field])}`).values()]
      return groups.flatMap((group) => {
        const ordered = group.toSorted((one, other) => (one.from < other.from ? -1 : 1))
        return ordered.filter((row, at) => {
          const next = ordered[at + 1]
          const isEmpty = row.until !== undefined && row.until <= row.from
          return isEmpty || (next !== undefined && (row.until === undefined || row.until > next.from))
        })
      })
    })
    expect(overlaps).toEqual([])
  })

  test('whatever a commune reports is marked illustrative, and no number is made up', () => {
    expect(told(world, 'figures').every((row) => row.illustrative)).toBe(true)
    expect(told(world, 'verdicts').every((row) => row.illustrative)).toBe(true)
    const numbered = told(world, 'decisions').filter((row) => row.number !== undefined)
    expect(new Set(numbered.map((row) => row.number))).toEqual(
      new Set(['06/QĐ-BCĐ', '365/QĐ-UBND', '366/QĐ-UBND']),
    )
    const named = told(world, 'decisions').filter((row) => row.illustrative !== true)
    expect(named).toHaveLength(24)
    expect(
      told(world, 'documents').filter((row) => row['illustrative'] === true && row['number'] !== undefined),
    ).toEqual([])
  })

  test('a seed gives one world, another seed another with the same totals', () => {
    const [again, other] = [makeWorld(), makeWorld(1)]
    expect(JSON.stringify(again)).toBe(JSON.stringify(world))
    expect(JSON.stringify(other.entries)).not.toBe(JSON.stringify(world.entries))
    const totals = (seed: typeof world) => seed.expected.days.map(({ on, communes }) => ({ on, ...communes }))
    expect(
      totals(other).map(({ on, total, meeting, recognised, criteriaMet }) => ({
        on,
        total,
        meeting,
        recognised,
        criteriaMet,
      })),
    ).toEqual(
      totals(world).map(({ on, total, meeting, recognised, criteriaMet }) => ({
        on,
        total,
        meeting,
        recognised,
        criteriaMet,
      })),
    )
  })
})
