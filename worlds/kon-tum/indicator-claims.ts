import { konRay } from './cast.ts'
import type { Chance } from './chance.ts'
import { newIndicators } from './changes.ts'
import { synthesisOf, type KnownClaim } from './claims.ts'
import type { Value } from './figure-values.ts'
import { columnsOf, type KnownLevel } from './levels.ts'
import type { Plan } from './plan.ts'
import type { ClaimRow, Day, PlannedChange, SetId, ToldOtherwise, Verdict } from './types.ts'
import { unitOf } from './units.ts'

const set: SetId = 'commune-2021-2025'
type Stage = { readonly stage: ClaimRow['stage']; readonly asOf: Day; readonly known: Day }
type Review = { readonly station: string; readonly stages: readonly Stage[] }
const reviewDay: Day = '2024-03-31'
/** The review of early 2024 in its three stages, and the last one of the districts' time. */
const reviews: readonly Review[] = [
  {
    station: 'n3',
    stages: [
      { stage: 'selfAssessed', asOf: '2023-12-31', known: '2024-01-19' },
      { stage: 'verified', asOf: '2024-02-29', known: '2024-03-12' },
      { stage: 'appraised', asOf: reviewDay, known: reviewDay },
    ],
  },
  { station: 'n4', stages: [{ stage: 'appraised', asOf: '2025-06-30', known: '2025-06-30' }] },
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
  const add = (claim: NewClaim, known: Day): void => {
    const id = `w-${rows.length + 1}`
    rows.push({ known, claim: { id, set, scope: 'indicator', ...claim, illustrative: true } })
  }
  const chance = plan.chanceFor('indicators')
  const context: Context = {
    plan,
    levels,
    values: Map.groupBy(values, (value) => `${value.code} ${value.measure}`),
    chance,
    add,
  }
  const communes = [...(plan.days.at(-1)?.unmet.keys() ?? [])]
  const disputed = new Set(plan.disagreements.map((one) => one.unit))
  const ofKonRay = new Set<string>([...konRay.recognised, ...konRay.others])
  const able = communes.filter((code) => !disputed.has(unitOf(code)) && !ofKonRay.has(code))
  for (const change of plan.konRay) tellNewIndicator(context, change)
  for (const [criterion, count] of Object.entries(communesReviewed)) {
    for (const code of chance.drawn(able, count, () => 1)) {
      for (const review of reviews) reviewCriterion(context, review, code, Number(criterion))
    }
  }
  for (const code of chance.drawn(communes, communes.length - withCrafts, () => 1)) {
    const reason = 'Xã không có làng nghề (minh hoạ)'
    const document = synthesisOf(craftsOn)
    const claim = {
      unit: unitOf(code),
      code: '13.4',
      verdict: 'notApplicable',
      reason,
      asOf: craftsOn,
    } as const
    add({ ...claim, stage: 'appraised', document }, craftsOn)
  }
  return rows
}

/** Indicators that a commune called met or nearly met, and the province found otherwise in the same review. */
export function selfAssessedOtherwise(rows: readonly KnownClaim[]): readonly ToldOtherwise[] {
  const appraised = new Map(
    rows.flatMap(({ claim }) =>
      claim.stage === 'appraised' ? [[`${claim.unit} ${claim.code} ${claim.asOf}`, claim] as const] : [],
    ),
  )
  return rows.flatMap(({ claim }) => {
    const found = appraised.get(`${claim.unit} ${claim.code} ${reviewDay}`)
    return claim.stage === 'selfAssessed' && found && found.verdict !== claim.verdict
      ? [{ unit: claim.unit, what: claim.code, of: reviewDay }]
      : []
  })
}

type NewClaim = Omit<ClaimRow, 'id' | 'set' | 'scope' | 'illustrative'>
type Context = {
  readonly plan: Plan
  readonly levels: readonly KnownLevel[]
  readonly values: ReadonlyMap<string, readonly Value[]>
  readonly chance: Chance
  readonly add: (claim: NewClaim, known: Day) => void
}

/** A new indicator told as unmet on the day Kon Rẫy is first judged by the new set, and as met once its criterion is. */
function tellNewIndicator({ plan, add }: Context, { unit, criterion, change, to }: PlannedChange): void {
  const code = newIndicators[Number(criterion)]
  if (change !== 'lost' || code === undefined) return
  const tell = (verdict: Verdict, asOf: Day): void =>
    add({ unit, code, verdict, asOf, stage: 'appraised', document: synthesisOf(asOf) }, asOf)
  tell('unmet', to.on)
  const met = plan.days.find(
    ({ station, unmet }) =>
      station.set === set &&
      station.day > to.on &&
      unmet.get(unit.replace('kt-', ''))?.has(Number(criterion)) === false,
  )
  if (met) tell('met', met.station.day)
}

function reviewCriterion(
  context: Context,
  { station, stages }: Review,
  code: string,
  criterion: number,
): void {
  const { plan, chance, add } = context
  const day = plan.days.find((one) => one.station.id === station)
  const indicators = reviewed[criterion] ?? []
  const failed = indicators.filter(
    ([, measure]) => measure !== undefined && missesLevel(context, code, measure, day?.station.day ?? ''),
  )
  const open = indicators.filter(([, measure]) => measure === undefined)
  const unseen = chance.drawn(open, failed.length === 0 ? chance.whole(1, 2) : chance.whole(0, 1), () => 1)
  const missed = day?.unmet.get(code)?.has(criterion) ? [...failed, ...unseen] : []
  for (const indicator of indicators) {
    const isNearly = indicator[1] === undefined && chance.happens(0.25)
    const appraised: Verdict = missed.includes(indicator) ? (isNearly ? 'basicallyMet' : 'unmet') : 'met'
    const hasSlipped = appraised !== 'met' && chance.happens(0.45)
    for (const { stage, asOf, known } of stages) {
      const verdict = hasSlipped ? kinder(stage, appraised) : appraised
      add(
        { unit: unitOf(code), code: indicator[0], verdict, asOf, stage, document: synthesisOf(asOf) },
        known,
      )
    }
  }
}

/** What the commune said of itself, and the district after it, where the province found less. */
function kinder(stage: ClaimRow['stage'], appraised: Verdict): Verdict {
  if (stage === 'appraised') return appraised
  return stage === 'verified' && appraised === 'unmet' ? 'basicallyMet' : 'met'
}

/** Whether the figure that counts on the day misses its known level. */
function missesLevel({ plan, levels, values }: Context, code: string, measure: string, on: Day): boolean {
  const value = values.get(`${code} ${measure}`)?.findLast((one) => one.lastDay <= on)
  const level = levels.find((one) => one.set === set && one.measure === measure)
  const [column = 'TN'] = columnsOf(set, plan.cast.difficult.has(code))
  const known = value && level?.level(column, value.year, 0)
  if (!value || !level || known === undefined) return false
  const scaled = value.den === undefined ? known * 10 : known * value.den
  const number = value.den === undefined ? value.num : value.num * 100
  return level.kind === 'atLeast' ? number < scaled - 1e-6 : number > scaled + 1e-6
}
