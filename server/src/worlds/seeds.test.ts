import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { beforeAll, describe, expect, test } from 'vitest'

import { changeTotals, combined, subjectOf } from '@ancu/core/assessments'
import { day } from '@ancu/core/kernel'
import type { RevocationRule } from '@ancu/core/recognition'
import { unitId } from '@ancu/core/units'
import { defaultSeed, makeWorld, type World } from '@ancu/worlds/kon-tum'

import { contradictionsIn } from '../assessments/contradictions.ts'
import { compareSides, judgedSide } from '../assessments/sides.ts'
import { readPacks, type Pack } from '../criteria/packs.ts'
import { findEdition } from '../figures/province.ts'
import { readRevocationRules } from '../recognition/rules.ts'
import { packsFolder } from '../routes.ts'
import type { Ground } from '../standing/fold.ts'
import { areaOf } from '../standing/moment.ts'
import { exportRisks } from './testing/exported.ts'
import { groundOf } from './testing/in-memory.ts'

const run = promisify(execFile)
const script = join(import.meta.dirname, '../../../tools/verify-risk.js')

let packs: readonly Pack[]
let rules: readonly RevocationRule[]

beforeAll(async () => {
  const [read, law] = [await readPacks(packsFolder), await readRevocationRules(packsFolder)]
  if (!read.ok || !law.ok) throw new Error('the program’s own packs are wrong')
  packs = read.value
  rules = law.value
})

type Moment = { readonly set: string; readonly on: string }

/** The units of an area as they are judged on a day under a set, all known. */
function side({ image, picture }: Ground, { set, on }: Moment, unit?: string) {
  const moment = { on: day(on), knownSeq: image.seq }
  const edition = findEdition(image, set, image.seq)
  const area = areaOf({ picture, moment }, unit)
  if (edition === undefined || !area.ok) throw new Error(`nothing to judge by ${set} on ${on}`)
  return judgedSide({ image, picture, moment, edition, basis: 'official' as const }, area.value)
}

function compare(ground: Ground, old: Moment, current: Moment, unit?: string) {
  return compareSides(side(ground, old, unit), side(ground, current, unit)).units
}

/** A few of them each time; `AN_CU_SEEDS=20` tries as many as are wanted. */
const others = Number(process.env['AN_CU_SEEDS'] ?? 3)
const seeds = [defaultSeed, ...Array.from({ length: others }, (_, at) => at + 1)]

describe.each(seeds)('seed %s', (seed) => {
  let world: World
  let ground: Ground

  beforeAll(() => {
    world = makeWorld(seed)
    ground = groundOf(world, packs)
  }, 60_000)

  test('each planted loss and gain is found, under its cause', () => {
    const planted = world.expected.changes.map((one) => ({ ...one, causes: one.causes.join('+') }))
    const found = world.expected.changes.map((one) => {
      const unit = compare(ground, one.from, one.to, one.unit).find((each) => each.unit.id === one.unit)
      const pair = unit?.pairs.find((each) => each.new?.criterion.code === one.criterion)
      return { ...one, change: pair?.change, causes: combined(pair?.causes ?? []) }
    })

    expect(found).toEqual(planted)
    expect(planted.length).toBeGreaterThan(30)
  })

  test('Kon Rẫy goes from 105 of 114 to 72 of 114, and its causes are those planted', () => {
    const [expected] = world.expected.comparisons
    if (!expected) throw new Error('a comparison is planted')
    const on = expected.on
    const units = compare(ground, { set: expected.old.set, on }, { set: expected.new.set, on }, expected.unit)
    const totals = changeTotals(units.flatMap((unit) => unit.pairs))

    expect([totals.old.met, totals.old.of, totals.new.met, totals.new.of]).toEqual([105, 114, 72, 114])
    expect([expected.old.met, expected.new.met]).toEqual([105, 72])
    expect([totals.lost, totals.gained, totals.lost - totals.gained]).toEqual([
      expected.lost,
      expected.gained,
      33,
    ])
    expect(totals.causes.map(({ cause, count }) => ({ cause, count }))).toEqual(expected.causes)
    expect(units.filter((unit) => unit.oldWhole === 'met' && unit.newWhole !== 'met')).toHaveLength(
      expected.recognisedNoLonger,
    )
  })

  test('causes add up over the whole province, from set to set and from report to report', () => {
    const steps = [
      ['2022-11-30', 'commune-2016-2020', '2022-11-30', 'commune-2021-2025'],
      ['2022-06-30', 'commune-2016-2020', '2022-11-30', 'commune-2021-2025'],
      ['2024-03-31', 'commune-2021-2025', '2025-06-30', 'commune-2021-2025'],
    ] as const
    for (const [before, oldSet, after, newSet] of steps) {
      const units = compare(ground, { set: oldSet, on: before }, { set: newSet, on: after })
      const pairs = units.flatMap((unit) => unit.pairs)
      const totals = changeTotals(pairs)
      const sum = totals.causes.reduce((all, { count }) => all + count, 0)

      expect(totals.new.met).toBe(totals.old.met - totals.lost + totals.gained)
      expect(sum).toBe(totals.lost + totals.gained)
      expect(pairs.filter((pair) => pair.change === 'lost' && pair.causes.length === 0)).toEqual([])
    }
  })

  test('every planted disagreement is found, and no other', () => {
    const { image, picture } = ground
    const { disagreements, selfAssessed, claimed, sums } = world.expected
    const moment = { on: day(disagreements[0]?.on ?? ''), knownSeq: image.seq }
    const area = areaOf({ picture, moment }, undefined)
    const edition = findEdition(image, 'commune-2021-2025', image.seq)
    if (!area.ok) throw new Error(JSON.stringify(area.refusal))
    const found = contradictionsIn({ image, picture, moment, edition }, area.value)
    const subjects = found.map(({ unit, disagreement }) => `${unit.id} ${subjectOf(disagreement)}`)
    const planted = [
      ...disagreements.map((one) => `${one.unit} computedAttested:${one.set}:${one.criterion}`),
      ...selfAssessed.map((one) => `${one.unit} selfAssessed:commune-2021-2025:${one.what}`),
      ...sums.map((one) => `${one.unit} villageSum:${one.measure}:${one.period}`),
      ...claimed
        .filter(({ unit, what, of }) => {
          const figures = image.figures.get(unitId.parse(unit))?.get(what) ?? []
          const past = figures.filter(({ lastDay }) => lastDay <= moment.on).map(({ period }) => period)
          return past.toSorted().at(-1) === of
        })
        .map((one) => `${one.unit} claimedFigure:${one.what}:${one.of}`),
    ]

    expect(subjects.toSorted()).toEqual(planted.toSorted())
    expect(planted.length).toBeGreaterThan(20)
  })

  test('an independent script finds the same recognitions at risk', async () => {
    const on = seed % 2 === 0 ? '2022-09-30' : '2024-03-31'
    const folder = await mkdtemp(join(tmpdir(), 'an-cu-risk-'))
    await exportRisks(ground, rules, on, folder)
    const { stdout } = await run(process.execPath, [script, folder])
    await rm(folder, { recursive: true })

    expect(stdout).toMatch(/^\d{2} recognitions, [1-9]\d* at risk or possibly, 0 differ\n$/)
  })
})
