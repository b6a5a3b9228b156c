import type { KnownClaim } from './claims.ts'
import { synthesisOf } from './claims.ts'
import type { Value } from './figure-values.ts'
import { columnsOf, type KnownLevel } from './levels.ts'
import type { Plan } from './plan.ts'
import type { ClaimRow, Day, SetId, Verdict } from './types.ts'
import { unitOf } from './units.ts'

const set: SetId = 'commune-2021-2025'
const appraisedOn: Day = '2024-03-31'
/** The three stages of one review, and when each became known. */
const stages: readonly { readonly stage: ClaimRow['stage']; readonly asOf: Day; readonly known: Day }[] = [
  { stage: 'selfAssessed', asOf: '2023-12-31', known: '2024-01-19' },
  { stage: 'verified', asOf: '2024-02-29', known: '2024-03-12' },
  { stage: 'appraised', asOf: appraisedOn, known: appraisedOn },
]
const craftsOn: Day = '2022-11-30'

/** Indicators of the criteria reviewed one by one; those with a measure follow its figure of 2023. */
const reviewed: Readonly<Record<number, readonly (readonly [code: string, measure?: string])[]>> = {
  2: [['2.1'], ['2.2'], ['2.3'], ['2.4']],
  15: [['15.1', 'm-health-insurance'], ['15.2'], ['15.3', 'm-stunting'], ['15.4', 'm-e-health-book']],
  17: [
    ['17.1'],
    ['17.2'],
    ['17.3'],
    ['17.4', 'm-green-space'],
    ['17.5'],
    ['17.6'],
    ['17.7', 'm-pesticide-packaging'],
    ['17.8'],
    ['17.9'],
    ['17.10', 'm-food-safety'],
    ['17.11', 'm-waste-sorting'],
    ['17.12'],
  ],
}
const communesReviewed: Readonly<Record<number, number>> = { 2: 20, 15: 12, 17: 28 }
const withCrafts = 14

/**
 * Verdicts on single indicators, never against the verdict on their criterion: three stages that now and then
 * differ, some "cơ bản đạt", and craft villages that most communes do not have.
 */
export function indicatorClaims(
  plan: Plan,
  levels: readonly KnownLevel[],
  values: readonly Value[],
): readonly KnownClaim[] {
  const rows: KnownClaim[] = []
  const add = (claim: Omit<ClaimRow, 'id' | 'set' | 'scope' | 'illustrative'>, known: Day): void => {
    rows.push({
      known,
      claim: { id: `w-${rows.length + 1}`, set, scope: 'indicator', ...claim, illustrative: true },
    })
  }
  const day = plan.days.find((one) => one.station.id === 'n3')
  if (!day) throw new Error('no plan for 31/3/2024')
  const chance = plan.chanceFor('indicators')
  const latest = latestValues(values)
  const disputed = new Set(plan.disagreements.map((one) => one.unit))
  const able = [...day.unmet.keys()].filter((code) => !disputed.has(unitOf(code)))
  for (const [criterion, indicators] of Object.entries(reviewed)) {
    for (const code of chance.drawn(able, communesReviewed[Number(criterion)] ?? 0, () => 1)) {
      const isMet = !day.unmet.get(code)?.has(Number(criterion))
      const failed = indicators.filter(
        ([, measure]) => measure !== undefined && missesLevel(plan, levels, latest.get(`${code} ${measure}`)),
      )
      const open = indicators.filter(([, measure]) => measure === undefined)
      const missed = isMet
        ? []
        : [
            ...failed,
            ...chance.drawn(open, failed.length === 0 ? chance.whole(1, 2) : chance.whole(0, 1), () => 1),
          ]
      for (const indicator of indicators) {
        const appraised: Verdict = missed.includes(indicator)
          ? indicator[1] === undefined && chance.happens(0.25)
            ? 'basicallyMet'
            : 'unmet'
          : 'met'
        const hasSlipped = appraised !== 'met' && chance.happens(0.45)
        for (const { stage, asOf, known } of stages) {
          const isKinder =
            hasSlipped && (stage === 'selfAssessed' || (stage === 'verified' && chance.happens(0.5)))
          const verdict = isKinder
            ? appraised === 'unmet' && stage === 'verified'
              ? 'basicallyMet'
              : 'met'
            : appraised
          add(
            { unit: unitOf(code), code: indicator[0], verdict, asOf, stage, document: synthesisOf(asOf) },
            known,
          )
        }
      }
    }
  }
  for (const code of chance.drawn([...day.unmet.keys()], day.unmet.size - withCrafts, () => 1)) {
    add(
      {
        unit: unitOf(code),
        code: '13.4',
        verdict: 'notApplicable',
        reason: 'Xã không có làng nghề (minh hoạ)',
        asOf: craftsOn,
        stage: 'appraised',
        document: synthesisOf(craftsOn),
      },
      craftsOn,
    )
  }
  return rows
}

/** Whether the figure that counts on the day of the review misses its known level. */
function missesLevel(plan: Plan, levels: readonly KnownLevel[], value: Value | undefined): boolean {
  const level = levels.find((one) => one.set === set && one.measure === value?.measure)
  const [column = 'TN'] = value ? columnsOf(set, plan.cast.difficult.has(value.code)) : []
  const known = value && level?.level(column, value.year, 0)
  if (!value || !level || known === undefined) return false
  const scaled = value.den === undefined ? known * 10 : known * value.den
  const number = value.den === undefined ? value.num : value.num * 100
  return level.kind === 'atLeast' ? number < scaled - 1e-6 : number > scaled + 1e-6
}

/** By commune and measure, the figure of the latest period ended by the day. */
function latestValues(values: readonly Value[]): ReadonlyMap<string, Value> {
  const latest = new Map<string, Value>()
  for (const value of values) {
    const key = `${value.code} ${value.measure}`
    const held = latest.get(key)
    if (value.lastDay <= appraisedOn && (held === undefined || held.lastDay < value.lastDay))
      latest.set(key, value)
  }
  return latest
}
