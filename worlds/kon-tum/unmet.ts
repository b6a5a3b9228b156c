import { konRay, type Cast } from './cast.ts'
import type { Chance } from './chance.ts'
import { chooseLosses, sameUnderNewSet, showsUnderNewSet, type PlannedLoss } from './changes.ts'
import type { Criteria, Station, UnmetOnDay } from './counts.ts'

const all = 19
const numbers: readonly number[] = Array.from({ length: all }, (_, at) => at + 1)
const nothing: Criteria = new Set()

/**
 * Criteria that figures alone decide, because every indicator has a known level and a figure: between two
 * figures of one year their verdict stands still. The others also rest on indicators judged without a figure.
 */
export const decidedByFigures: Readonly<Record<Station['set'], Criteria>> = {
  'commune-2016-2020': new Set([5, 9, 10, 11, 12, 16]),
  'commune-2021-2025': new Set([5, 9, 10, 11]),
}

/** Weaker criteria are missed by more communes: income, poverty, environment, roads, housing. */
const weakness: Readonly<Record<Station['set'], readonly number[]>> = {
  'commune-2016-2020': [
    0.12, 0.8, 0.35, 0.2, 0.5, 0.6, 0.28, 0.15, 0.8, 1, 0.95, 0.25, 0.5, 0.35, 0.4, 0.25, 0.95, 0.28, 0.1,
  ],
  'commune-2021-2025': [
    0.75, 0.8, 0.35, 0.2, 0.5, 0.55, 0.25, 0.2, 0.8, 1, 0.95, 0.5, 0.6, 0.35, 0.5, 0.22, 1, 0.35, 0.1,
  ],
}

/** Stations between which no newer figure counts, so that criteria decided by figures stay as they are. */
const sameFigures = new Set(['o2 o3', 'o4 o5', 'o6 o7', 'o7 o8', 'n1 n2'])

/** What the communes miss, and which criteria they lose on purpose. */
export type PlannedUnmet = { readonly days: readonly UnmetOnDay[]; readonly losses: readonly PlannedLoss[] }

/** Which criteria each commune misses on each planned day; undefined where chance ran into a contradiction. */
export function planUnmet(
  cast: Cast,
  stations: readonly Station[],
  chance: Chance,
): PlannedUnmet | undefined {
  const days: UnmetOnDay[] = []
  let losses: readonly PlannedLoss[] = []
  for (const station of stations) {
    const unmet = new Map<string, Criteria>()
    const before = days.filter((day) => day.station.set === station.set)
    if (station.id === 'n3') {
      const sizes = new Map([...station.counts].map(([code, count]) => [code, all - count]))
      const chosen = chooseLosses(before.at(-1)?.unmet ?? new Map(), sizes, chance)
      if (chosen === undefined) return undefined
      losses = chosen
    }
    for (const [code, count] of station.counts) {
      const previous = before.findLast((day) => day.unmet.has(code))
      const context: Context = {
        code,
        size: all - count,
        set: station.set,
        frozen: previous !== undefined && sameFigures.has(`${previous.station.id} ${station.id}`),
        mostDecided: mostDecided(stations, station, code),
        kept: keptMet(cast, station, code),
        toLose:
          station.id === 'n3'
            ? new Set(losses.filter((loss) => loss.code === code).map((loss) => loss.criterion))
            : nothing,
        mayChurn: station.id !== 'o8',
        chance,
      }
      const old = days.find((day) => day.station.id === 'o8')?.unmet.get(code) ?? nothing
      const next = previous
        ? stepped(previous.unmet.get(code) ?? nothing, context)
        : station.set === 'commune-2021-2025'
          ? underNewSet(old, context)
          : first(context)
      if (!next || next.size !== context.size) return undefined
      unmet.set(code, next)
    }
    days.push({ station, unmet })
  }
  return { days, losses }
}

type Context = {
  readonly code: string
  readonly size: number
  readonly set: Station['set']
  readonly frozen: boolean
  /** Most criteria decided by figures that may be unmet, so that later days can reach their number. */
  readonly mostDecided: number
  readonly kept: Criteria
  /** Met before, and unmet now on purpose. */
  readonly toLose: Criteria
  readonly mayChurn: boolean
  readonly chance: Chance
}

/** The least number unmet on the later days on which the same figures count. */
function mostDecided(stations: readonly Station[], station: Station, code: string): number {
  const chains = [
    ['o2', 'o3'],
    ['o4', 'o5'],
    ['o6', 'o7', 'o8'],
    ['n1', 'n2'],
  ]
  const chain = chains.find((ids) => ids.includes(station.id))
  const later = chain?.slice(chain.indexOf(station.id) + 1) ?? []
  return Math.min(
    all,
    ...stations.filter((one) => later.includes(one.id)).map((one) => all - (one.counts.get(code) ?? 0)),
  )
}

/** What must be met by early 2022: the figures of 2021 also speak under the new set, where these six meet all. */
function keptMet(cast: Cast, station: Station, code: string): Criteria {
  const early = [...cast.following.slice(0, 2), ...cast.waiting.slice(0, 4)]
  const mustMeet = ['o6', 'o7', 'o8'].includes(station.id) && early.includes(code)
  return mustMeet ? new Set([9, 10, 11]) : nothing
}

function first(context: Context): Criteria {
  const able = numbers.filter((one) => !context.kept.has(one))
  return new Set(context.chance.drawn(able, context.size, (one) => weightOf(context, one) ** 2))
}

/** From one day to the next: what is gained, what is lost, and now and then one of each. */
function stepped(previous: Criteria, context: Context): Criteria | undefined {
  const { chance, size } = context
  const decided = decidedByFigures[context.set]
  const isFree = (one: number): boolean => !context.frozen || !decided.has(one)
  const unmet = new Set([...previous, ...context.toLose])
  const excess = [...unmet].filter((one) => decided.has(one)).length - context.mostDecided
  const forced = [
    ...[...unmet].filter((one) => context.kept.has(one)),
    ...chance.drawn(
      [...unmet].filter((one) => decided.has(one) && !context.kept.has(one)),
      Math.max(0, excess),
      () => 1,
    ),
  ]
  if (!forced.every(isFree)) return undefined
  for (const one of forced) unmet.delete(one)
  const lose = (count: number): void => {
    const room = context.mostDecided - [...unmet].filter((one) => decided.has(one)).length
    const able = numbers.filter(
      (one) => !unmet.has(one) && !forced.includes(one) && !context.kept.has(one) && isFree(one),
    )
    const allowed = able.filter((one) => !decided.has(one) || room >= count)
    for (const one of chance.drawn(allowed, count, (each) => weightOf(context, each))) unmet.add(one)
  }
  const gain = (count: number, except: Criteria): void => {
    const able = [...unmet].filter((one) => isFree(one) && !except.has(one))
    for (const one of chance.drawn(able, count, (each) => 1 / weightOf(context, each))) unmet.delete(one)
  }
  if (unmet.size > size) gain(unmet.size - size, context.toLose)
  else if (unmet.size < size) lose(size - unmet.size)
  if (context.mayChurn && size > 1 && size < 15 && chance.happens(0.2)) {
    const held = new Set(unmet)
    lose(1)
    const lost = new Set([...unmet].filter((one) => !held.has(one)))
    if (lost.size > 0) gain(1, new Set([...lost, ...context.toLose]))
    if (unmet.size > size) for (const one of lost) unmet.delete(one)
  }
  return unmet
}

/**
 * The first verdicts under the set of 2021-2025 rest on the figures of 2021, as the last ones under the old set
 * do: housing and income have the same levels there, poverty counts more households.
 */
function underNewSet(old: Criteria, context: Context): Criteria | undefined {
  const { chance, size, code } = context
  if ([...konRay.recognised, ...konRay.others].some((one) => one === code)) return ofKonRay(old, context)
  const unmet = new Set([9, 10, 11].filter((one) => old.has(one)))
  if (unmet.size > size) return undefined
  const able = numbers.filter((one) => !unmet.has(one) && one !== 9 && one !== 10)
  for (const one of chance.drawn(able, size - unmet.size, (each) => weightOf(context, each) ** 2))
    unmet.add(one)
  return unmet
}

/**
 * In mid 2022 every commune missed criterion 1, and Kon Rẫy's still did in September. What they missed before they
 * still miss, but for one criterion each of the two that were not recognised; most of what they lose can be told.
 */
function ofKonRay(old: Criteria, { chance, size }: Context): Criteria | undefined {
  const gained = chance.drawn(
    [...old].filter((one) => sameUnderNewSet.has(one)),
    1,
    () => 1,
  )
  const unmet = new Set([1, ...old].filter((one) => !gained.includes(one)))
  if (unmet.size > size) return undefined
  const able = numbers.filter((one) => !unmet.has(one) && !gained.includes(one) && one !== 9 && one !== 10)
  for (const one of chance.drawn(able, size - unmet.size, (each) => (showsUnderNewSet.has(each) ? 1 : 0.15)))
    unmet.add(one)
  return unmet
}

function weightOf(context: Context, criterion: number): number {
  return weakness[context.set][criterion - 1] ?? 0.5
}
