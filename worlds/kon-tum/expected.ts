import { konRay } from './cast.ts'
import type { Plan } from './plan.ts'
import { changesPlanned } from './changes.ts'
import type {
  Conflict,
  Day,
  DecisionRow,
  Disagreement,
  PlannedChange,
  Regression,
  SetId,
  ToldOtherwise,
  VillageSum,
} from './types.ts'
import { province, unitOf } from './units.ts'
import type { UnmetOnDay } from './counts.ts'

/** What the generator planted, counted from its plan; to be held against what the program answers. */
export type Expected = {
  readonly seed: number
  /** Totals of the province on the published days. */
  readonly days: readonly ExpectedDay[]
  /** Totals of districts on days of their own. */
  readonly areas: readonly ExpectedArea[]
  /** Units recognised on days of their own; no set judges these. */
  readonly recognised: readonly ExpectedRecognised[]
  readonly disagreements: readonly Disagreement[]
  readonly conflicts: readonly Conflict[]
  readonly regressions: readonly Regression[]
  readonly corrections: readonly { readonly unit: string; readonly criterion: string; readonly asOf: Day }[]
  /** Criteria lost or gained on purpose, with their causes: by a change of set, and from one report to the next. */
  readonly changes: readonly PlannedChange[]
  readonly comparisons: readonly ExpectedComparison[]
  /** Indicators told otherwise in the review of 31/3/2024. */
  readonly selfAssessed: readonly ToldOtherwise[]
  /** Figures told otherwise, whatever their period. */
  readonly claimed: readonly ToldOtherwise[]
  readonly sums: readonly VillageSum[]
}

/** An area under two sets on one day: `new.met` = `old.met` − lost + gained, each change under one cause. */
export type ExpectedComparison = {
  readonly unit: string
  readonly on: Day
  readonly old: ExpectedSide
  readonly new: ExpectedSide
  readonly lost: number
  readonly gained: number
  readonly causes: readonly { readonly cause: string; readonly count: number }[]
  /** Recognised communes that met the old set and do not meet the new one. */
  readonly recognisedNoLonger: number
}

export type ExpectedSide = { readonly set: SetId; readonly met: number; readonly of: number }

export type ExpectedDay = {
  readonly on: Day
  readonly set: SetId
  readonly communes: CommuneTotals
  readonly villages: VillageTotals
  readonly districts: readonly { readonly unit: string; readonly communes: CommuneTotals }[]
}

export type ExpectedArea = {
  readonly on: Day
  readonly set: SetId
  readonly unit: string
  readonly communes: CommuneTotals
}

export type ExpectedRecognised = {
  readonly on: Day
  readonly unit: string
  readonly communes: number
  readonly villages: VillageTotals
}

export type CommuneTotals = {
  readonly total: number
  readonly meeting: number
  readonly notMeeting: number
  readonly undetermined: number
  readonly recognised: number
  readonly recognisedNotMeeting: number
  readonly meetingNotRecognised: number
  readonly advanced: number
  readonly model: number
  readonly modern: number
  readonly criteriaMet: number
  /** Four decimals. */
  readonly averageCriteria: number
  readonly bands: readonly { readonly from: number; readonly to: number; readonly communes: number }[]
}

export type VillageTotals = {
  readonly total: number
  readonly ethnicMinority: number
  readonly recognised: number
  readonly recognisedEthnicMinority: number
  readonly model: number
  readonly pilots: number
  readonly recognisedPilots: number
}

const bandLimits = [
  { from: 19, to: 19 },
  { from: 15, to: 18 },
  { from: 10, to: 14 },
  { from: 5, to: 9 },
  { from: 0, to: 4 },
]
const pilotsSince: Day = '2022-03-28'

type Planted = Pick<
  Expected,
  'disagreements' | 'conflicts' | 'regressions' | 'corrections' | 'selfAssessed' | 'claimed' | 'sums'
>

export function expectedOfPlan(
  seed: number,
  plan: Plan,
  decisions: readonly DecisionRow[],
  planted: Planted,
): Expected {
  const districts = [...new Set(plan.cast.communes.map((one) => one.district))].toSorted()
  const within = (district: string) => (code: string) =>
    plan.cast.communes.some((one) => one.code === code && one.district === district)
  const published = plan.days.filter((day) => !['o8', 'n1'].includes(day.station.id))
  const ofKonRay = plan.days.filter((day) => ['o8', 'n1'].includes(day.station.id))
  return {
    seed,
    days: published.map((day) => ({
      on: day.station.day,
      set: day.station.set,
      communes: communeTotals(day, decisions, () => true),
      villages: villageTotals(plan, decisions, day.station.day, () => true),
      districts: districts.map((code) => ({
        unit: unitOf(code),
        communes: communeTotals(day, decisions, within(code)),
      })),
    })),
    areas: ofKonRay.map((day) => ({
      on: day.station.day,
      set: day.station.set,
      unit: unitOf('614'),
      communes: communeTotals(day, decisions, within('614')),
    })),
    recognised: [
      recognisedOn(plan, decisions, '2021-12-31', province, () => true),
      recognisedOn(plan, decisions, '2022-06-30', province, () => true),
      recognisedOn(plan, decisions, '2023-04-30', unitOf('615'), (place) => place.district === '615'),
      recognisedOn(plan, decisions, '2024-12-31', province, () => true),
      recognisedOn(plan, decisions, '2025-03-25', province, () => true),
    ],
    changes: [...plan.konRay, ...changesPlanned(plan.losses)],
    comparisons: [konRayComparison(plan)],
    ...planted,
  }
}

function konRayComparison({ konRay: changes, days }: Plan): ExpectedComparison {
  const sideOf = (station: string): ExpectedSide => {
    const day = days.find((one) => one.station.id === station)
    const members = [...konRay.recognised, ...konRay.others]
    const met = members.reduce((sum, code) => sum + (day?.station.counts.get(code) ?? 0), 0)
    return { set: day?.station.set ?? 'commune-2021-2025', met, of: 19 * members.length }
  }
  const lost = changes.filter((one) => one.change === 'lost').length
  return {
    unit: unitOf('614'),
    on: '2022-09-30',
    old: sideOf('o8'),
    new: sideOf('n1'),
    lost,
    gained: changes.length - lost,
    causes: countCauses(changes),
    recognisedNoLonger: konRay.recognised.length,
  }
}

/** Causes that work together are one; most frequent first, of equal ones by name. */
function countCauses(changes: readonly PlannedChange[]): ExpectedComparison['causes'] {
  return [...Map.groupBy(changes, (one) => one.causes.join('+'))]
    .map(([cause, together]) => ({ cause, count: together.length }))
    .toSorted((one, other) => other.count - one.count || (one.cause < other.cause ? -1 : 1))
}

function communeTotals(
  day: UnmetOnDay,
  decisions: readonly DecisionRow[],
  isInArea: (code: string) => boolean,
): CommuneTotals {
  const counts = [...day.station.counts].filter(([code]) => isInArea(code))
  const held = Map.groupBy(
    decisions.filter((row) => row.day <= day.station.day),
    (row) => row.unit,
  )
  const holds = (code: string, rank?: DecisionRow['rank']): boolean =>
    held.get(unitOf(code))?.some((row) => rank === undefined || row.rank === rank) === true
  const how = (test: (code: string, count: number) => boolean): number =>
    counts.filter(([code, count]) => test(code, count)).length
  const criteriaMet = counts.reduce((sum, [, count]) => sum + count, 0)
  return {
    total: counts.length,
    meeting: how((_, count) => count === 19),
    notMeeting: how((_, count) => count < 19),
    undetermined: 0,
    recognised: how((code) => holds(code)),
    recognisedNotMeeting: how((code, count) => count < 19 && holds(code)),
    meetingNotRecognised: how((code, count) => count === 19 && !holds(code)),
    advanced: how((code) => holds(code, 'advanced')),
    model: how((code) => holds(code, 'model')),
    modern: 0,
    criteriaMet,
    averageCriteria: Math.round((criteriaMet / counts.length) * 10_000) / 10_000,
    bands: bandLimits.map(({ from, to }) => ({
      from,
      to,
      communes: how((_, count) => from <= count && count <= to),
    })),
  }
}

function villageTotals(
  plan: Plan,
  decisions: readonly DecisionRow[],
  on: Day,
  isInArea: (place: { readonly district: string }) => boolean,
): VillageTotals {
  const villages = plan.villages.filter(isInArea)
  const holding = (rank: DecisionRow['rank']): ReadonlySet<string> =>
    new Set(decisions.filter((row) => row.rank === rank && row.day <= on).map((row) => row.unit))
  const [recognised, model] = [holding('villageNtm'), holding('villageModel')]
  const pilots = on < pilotsSince ? [] : villages.filter((village) => village.pilot)
  return {
    total: villages.length,
    ethnicMinority: villages.filter((village) => village.minority).length,
    recognised: villages.filter((village) => recognised.has(village.id)).length,
    recognisedEthnicMinority: villages.filter((village) => village.minority && recognised.has(village.id))
      .length,
    model: villages.filter((village) => model.has(village.id)).length,
    pilots: pilots.length,
    recognisedPilots: pilots.filter((village) => recognised.has(village.id)).length,
  }
}

function recognisedOn(
  plan: Plan,
  decisions: readonly DecisionRow[],
  on: Day,
  unit: string,
  isInArea: (place: { readonly district: string }) => boolean,
): ExpectedRecognised {
  const members = plan.cast.communes.filter(isInArea)
  const holders = members.filter((one) =>
    decisions.some((row) => row.unit === unitOf(one.code) && row.day <= on),
  )
  return { on, unit, communes: holders.length, villages: villageTotals(plan, decisions, on, isInArea) }
}
