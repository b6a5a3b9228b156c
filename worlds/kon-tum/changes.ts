import { konRay, type Cast } from './cast.ts'
import type { Chance } from './chance.ts'
import type { Cause, PlannedChange, SetId } from './types.ts'
import type { Criteria, UnmetOnDay } from './counts.ts'
import { unitOf } from './units.ts'

/** How a loss from one report to the next shows: in a figure, in the level of the year, in both, in neither. */
type LossKind = 'figureFell' | 'levelRose' | 'bothMoved' | 'stale' | 'concluded'

/** A criterion that a commune met on 30/11/2022 and no longer on 31/3/2024, on purpose. */
export type PlannedLoss = {
  readonly code: string
  readonly criterion: number
  readonly kind: LossKind
  /** The figure that shows it; none where only a body says so. */
  readonly measure: string | undefined
}

const causesOf = {
  figureFell: ['figureFell'],
  levelRose: ['levelRose'],
  bothMoved: ['figureFell', 'levelRose'],
  stale: ['missingOrStale'],
  concluded: ['attestedDifferently'],
} as const satisfies Record<LossKind, readonly Cause[]>

/** Criteria with one figure and a level that is the same in all years. */
const oneFigure = [
  { criterion: 3, measure: 'm-irrigated-land' },
  { criterion: 4, measure: 'm-power-households' },
  { criterion: 6, measure: 'm-villages-culture-house' },
] as const
const income = { criterion: 10, measure: 'm-income' } as const
const insurance = { criterion: 15, measure: 'm-health-insurance' } as const

/** Ways to lose a criterion that are planted, each in a commune of its own. */
const ways: readonly { readonly kind: LossKind; readonly of: readonly Shown[] }[] = [
  { kind: 'levelRose', of: [income] },
  { kind: 'bothMoved', of: [income] },
  { kind: 'figureFell', of: [insurance] },
  { kind: 'figureFell', of: oneFigure },
  { kind: 'stale', of: oneFigure },
  { kind: 'concluded', of: [7, 8, 19].map((criterion) => ({ criterion, measure: undefined })) },
]

type Shown = { readonly criterion: number; readonly measure: string | undefined }

/** Which communes lose what by 31/3/2024; undefined where chance left no commune for one of the ways. */
export function chooseLosses(
  before: ReadonlyMap<string, Criteria>,
  sizes: ReadonlyMap<string, number>,
  chance: Chance,
): readonly PlannedLoss[] | undefined {
  const taken = new Set<string>([...konRay.recognised, ...konRay.others])
  const losses: PlannedLoss[] = []
  for (const { kind, of } of ways) {
    const able = [...before].flatMap(([code, unmet]) =>
      taken.has(code) || (sizes.get(code) ?? 0) < 2
        ? []
        : of.filter(({ criterion }) => !unmet.has(criterion)).map((shown) => ({ code, kind, ...shown })),
    )
    const [loss] = chance.drawn(able, 1, () => 1)
    if (loss === undefined) return undefined
    taken.add(loss.code)
    losses.push(loss)
  }
  return losses
}

const [firstDay, lastDay] = ['2022-11-30', '2024-03-31'] as const
const current: SetId = 'commune-2021-2025'

export function changesPlanned(losses: readonly PlannedLoss[]): readonly PlannedChange[] {
  return losses.map(({ code, criterion, kind }) => ({
    unit: unitOf(code),
    criterion: String(criterion),
    change: 'lost',
    from: { set: current, on: firstDay },
    to: { set: current, on: lastDay },
    causes: causesOf[kind],
  }))
}

/** Criteria of Kon Rẫy whose loss under the set of 2021-2025 shows in more than a conclusion. */
export const showsUnderNewSet: Criteria = new Set([5, 11, 12, 13, 15, 16, 17, 18])

/** Criteria that rest on nothing new under it, so that a gain is the body's word alone. */
export const sameUnderNewSet: Criteria = new Set([2, 3, 4, 6, 7, 8])

/** New indicators judged without a figure, told as unmet where their criterion is lost. */
export const newIndicators: Readonly<Record<number, string>> = { 13: '13.3', 17: '17.12', 18: '18.6' }

/** What Kon Rẫy's six communes lose and gain on 30/9/2022 by the new set, and why. */
export function konRayChanges(days: readonly UnmetOnDay[]): readonly PlannedChange[] {
  const unmetOn = (station: string, code: string): Criteria =>
    days.find((day) => day.station.id === station)?.unmet.get(code) ?? new Set()
  return [...konRay.recognised, ...konRay.others].flatMap((code) => {
    const [old, fresh, later] = [unmetOn('o8', code), unmetOn('n1', code), unmetOn('n2', code)]
    const lost = [...fresh].filter((criterion) => !old.has(criterion))
    const gained = [...old].filter((criterion) => !fresh.has(criterion))
    return [
      ...lost.map((criterion) => ({
        criterion,
        change: 'lost' as const,
        causes: causesUnderNewSet(criterion, later),
      })),
      ...gained.map((criterion) => ({
        criterion,
        change: 'gained' as const,
        causes: ['attestedDifferently'] as const,
      })),
    ]
      .toSorted((one, other) => one.criterion - other.criterion)
      .map(({ criterion, change, causes }) => ({
        unit: unitOf(code),
        criterion: String(criterion),
        change,
        from: { set: 'commune-2016-2020' as const, on: '2022-09-30' },
        to: { set: current, on: '2022-09-30' },
        causes,
      }))
  })
}

/**
 * By the wording of the two sets: 5, 11 and 16 count something else; 12 does as well and asks for one thing more;
 * 13, 17 and 18 ask for things that the former set does not know; of 15 the level of health insurance rises from
 * 85 to 90 %, and one indicator is new.
 */
function causesUnderNewSet(criterion: number, later: Criteria): readonly Cause[] {
  switch (criterion) {
    case 5:
    case 11:
    case 16:
      return ['structureChanged']
    case 12:
      return ['indicatorNew', 'structureChanged']
    case 13:
    case 17:
    case 18:
      return ['indicatorNew']
    case 15:
      return failsInsurance(later) ? ['levelRose'] : ['indicatorNew']
    default:
      return ['attestedDifferently']
  }
}

/** The figure of 2021 judges on 30/11/2022 as well, so it can fail the new level only where 15 stays unmet. */
function failsInsurance(later: Criteria): boolean {
  return later.has(insurance.criterion)
}

type Planned = { readonly losses: readonly PlannedLoss[]; readonly konRay: readonly PlannedChange[] }

/** Whether a figure must miss its level on a planned day, so that a loss shows in it. */
export function mustFail(
  { losses, konRay: changes }: Planned,
  code: string,
  { criterion, measure }: { readonly criterion: number; readonly measure: string },
  station: string,
): boolean {
  const isFall = (loss: PlannedLoss): boolean =>
    loss.kind === 'figureFell' &&
    loss.code === code &&
    loss.criterion === criterion &&
    loss.measure === measure
  if (station === 'n3') return losses.some(isFall)
  return station === 'n1' && measure === insurance.measure && losesInsurance(changes, code)
}

function losesInsurance(changes: readonly PlannedChange[], code: string): boolean {
  return changes.some(
    (one) => one.unit === unitOf(code) && one.criterion === '15' && one.causes.includes('levelRose'),
  )
}

/** The last year of a figure whose going stale is planted: by 31/3/2024 it is older than 18 months. */
const lastYearOfStale = 2021

/** The level of income for 2023, in tenths of a million dong. */
const level2023 = { TN: 470, TDMNPB: 420 } as const

type Watched = {
  /** A planned loss shows in it, so no year of it is missing by chance. */
  readonly isWatched: boolean
  readonly lastYear: number
  readonly limits: (
    year: number,
    before: readonly Told[],
  ) => { readonly least: number; readonly most: number }
}

type Told = { readonly year: number; readonly num: number }

const any = { least: 0, most: Infinity } as const

/** What a planned loss asks of one measure of one commune. */
export function watched(
  { losses, konRay: changes, cast }: Planned & { readonly cast: Pick<Cast, 'difficult'> },
  code: string,
  measure: string,
): Watched {
  const loss = losses.find((one) => one.code === code && one.measure === measure)
  const isWatched = loss !== undefined || (measure === insurance.measure && losesInsurance(changes, code))
  if (loss?.kind === 'stale') return { isWatched, lastYear: lastYearOfStale, limits: () => any }
  const level = level2023[cast.difficult.has(code) ? 'TDMNPB' : 'TN']
  const limits: Watched['limits'] = (year, before) => {
    const in2021 = before.find((one) => one.year === 2021)?.num ?? 0
    if (loss?.kind === 'levelRose' && year === 2021) return { ...any, most: level - 1 }
    if (loss?.kind === 'levelRose' && year === 2023) return { ...any, least: in2021 }
    if (loss?.kind === 'bothMoved' && year === 2023) return { ...any, most: in2021 - 1 }
    return any
  }
  return { isWatched, lastYear: Infinity, limits }
}
