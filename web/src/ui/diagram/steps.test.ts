import { describe, expect, test } from 'vitest'

import { communes } from '../catalogue/communes.ts'
import { placeNames } from './labels.ts'
import { layOut } from './layout.ts'
import { distance } from './plane.ts'
import { jumpTo, stepTowards } from './steps.ts'

const units = communes.map(([name, , group, lon, lat], index) => ({ id: `u${index}`, name, group, lon, lat }))
const layout = layOut(units)

describe('arrows', () => {
  test('lead from every unit to one that lies in their direction', () => {
    const siteOf = new Map(layout.cells.map(({ id, site }) => [id, site]))
    const astray = layout.cells.filter(({ id, site: [x, y] }) => {
      const [east] = siteOf.get(stepTowards(layout, id, 'ArrowRight') ?? '') ?? [Infinity]
      const [, north] = siteOf.get(stepTowards(layout, id, 'ArrowUp') ?? '') ?? [0, -Infinity]
      return east <= x || north >= y
    })
    expect(astray).toEqual([])
  })

  test('reach every unit from the first', () => {
    const reached = new Set(['u0'])
    for (const id of reached) {
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
        const next = stepTowards(layout, id, key)
        if (next !== undefined) reached.add(next)
      }
    }
    expect(units.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([])
  })

  test('cross the sea to an island and stop where the drawing ends', () => {
    const islands = layOut([
      { id: 'coast', lon: 108.8, lat: 15.1, group: 'g' },
      { id: 'island', lon: 109.3, lat: 15.1, group: 'g' },
    ])
    expect(stepTowards(islands, 'coast', 'ArrowRight')).toBe('island')
    expect(stepTowards(islands, 'island', 'ArrowRight')).toBeUndefined()
    expect(stepTowards(islands, 'coast', 'Tab')).toBeUndefined()
  })
})

test('letters jump to a name, accents forgiven, and go round', () => {
  const named = [
    { id: '1', name: 'Đắk Ruồng' },
    { id: '2', name: 'Đắk Rơ Wa' },
    { id: '3', name: 'Ia Đal' },
  ]
  expect(jumpTo(named, 'dak r', undefined)).toBe('1')
  expect(jumpTo(named, 'd', '1')).toBe('2')
  expect(jumpTo(named, 'd', '2')).toBe('1')
  expect(jumpTo(named, 'ia đ', '1')).toBe('3')
  expect(jumpTo(named, ' ', '1')).toBeUndefined()
  expect(jumpTo(named, 'x', '1')).toBeUndefined()
})

test('names of districts stand in their district and apart from each other', () => {
  const groups = [...new Set(units.map(({ group }) => group))]
  const metrics = { letter: 1.9, height: 4.3 }
  const names = placeNames(
    groups.map((group) => ({ group, text: 'Tu Mơ Rông' })),
    layout,
    [],
    metrics,
  )
  expect(names.map(({ group }) => group).toSorted()).toEqual(groups.toSorted())
  for (const name of names) {
    const nearest = layout.cells.toSorted((a, b) => distance(a.site, name.at) - distance(b.site, name.at))[0]
    expect(nearest?.group).toBe(name.group)
    for (const other of names.filter((each) => each !== name)) {
      const apart = Math.abs(name.at[0] - other.at[0]) >= 10 * metrics.letter
      expect(apart || Math.abs(name.at[1] - other.at[1]) >= metrics.height).toBe(true)
    }
  }
})
