import { konRay } from './cast.ts'
import type { Chance } from './chance.ts'
import type { Plan } from './plan.ts'
import type { ClaimRow, Day, Regression, SetId, Verdict } from './types.ts'
import type { UnmetOnDay } from './counts.ts'
import { unitOf } from './units.ts'

/** A claim and the day on which it became known. */
export type KnownClaim = { readonly known: Day; readonly claim: ClaimRow }

export type Claims = {
  readonly rows: readonly KnownClaim[]
  readonly regressions: readonly Regression[]
  readonly corrections: readonly { readonly unit: string; readonly criterion: string; readonly asOf: Day }[]
}

const current: SetId = 'commune-2021-2025'
const criteria = Array.from({ length: 19 }, (_, at) => at + 1)

/** Reports between the published ones, on whose day a change may be told already. */
const between: Readonly<Record<string, readonly Day[]>> = {
  o2: ['2018-06-30', '2018-12-31'],
  o4: ['2019-12-31', '2020-06-30'],
  o6: ['2021-12-31'],
  n3: ['2023-06-30', '2023-12-31'],
  n4: ['2024-09-30', '2024-12-31'],
}

/** Reports in which every criterion of every commune is told, changed or not. */
const complete = new Set(['o1', 'n1', 'n2', 'n3', 'n4'])

/** Days after the end of a report's period on which it becomes known; a published day is known the same day. */
const knownAfter: Readonly<Record<Day, Day>> = {
  '2018-06-30': '2018-07-20',
  '2018-12-31': '2019-01-18',
  '2019-12-31': '2020-01-17',
  '2020-06-30': '2020-07-22',
  '2021-12-31': '2022-01-20',
  '2023-06-30': '2023-07-18',
  '2023-12-31': '2024-01-19',
  '2024-09-30': '2024-10-18',
  '2024-12-31': '2025-01-17',
}
const planningDay: Day = '2022-06-30'
const correctedAsOf: Day = '2023-06-30'
const correctionKnown: Day = '2023-09-08'

/** The appraised verdicts, criterion by criterion: a first one, then one for each change and each full report. */
export function criterionClaims(plan: Plan): Claims {
  const rows: KnownClaim[] = []
  const regressions: Regression[] = []
  const corrections: { unit: string; criterion: string; asOf: Day }[] = []
  const chance = plan.chanceFor('claims')
  const claim = (
    code: string,
    set: SetId,
    criterion: number,
    isMet: boolean,
    asOf: Day,
    known = asOf,
    replaces?: string,
  ): string => {
    const id = `v-${rows.length + 1}`
    const verdict: Verdict = isMet ? 'met' : 'unmet'
    rows.push({
      known,
      claim: {
        id,
        unit: unitOf(code),
        set,
        scope: 'criterion',
        code: String(criterion),
        verdict,
        asOf,
        stage: 'appraised',
        document: synthesisOf(asOf),
        ...(replaces === undefined ? {} : { replaces }),
        illustrative: true,
      },
    })
    return id
  }

  for (const day of plan.days) {
    const { station } = day
    if (station.id === 'n1') {
      for (const code of lastMembers(plan.days)) claim(code, current, 1, false, planningDay)
    }
    for (const [code, unmet] of day.unmet) {
      const before = previousOf(plan.days, day, code)
      for (const criterion of criteria) {
        const isMet = !unmet.has(criterion)
        const wasMet = before && !before.unmet.get(code)?.has(criterion)
        const changes = wasMet !== undefined && wasMet !== isMet
        const told = changes ? dayOfChange(station.id, station.day, chance) : station.day
        if (changes && told !== station.day)
          claim(code, station.set, criterion, isMet, told, knownAfter[told])
        if (complete.has(station.id) || (changes && told === station.day))
          claim(code, station.set, criterion, isMet, station.day)
        if (changes && wasMet && before) {
          regressions.push({
            unit: unitOf(code),
            set: station.set,
            criterion: String(criterion),
            metOn: before.station.day,
            unmetFrom: told,
          })
        }
      }
    }
    if (station.id === 'n3') plantCorrections(plan.days, day, chance, claim, corrections)
  }
  return { rows, regressions, corrections }
}

/** The report that a claim as of a day stands in. */
export function synthesisOf(asOf: Day): string {
  return `doc-report-${asOf}`
}

type Claim = (
  code: string,
  set: SetId,
  criterion: number,
  isMet: boolean,
  asOf: Day,
  known?: Day,
  replaces?: string,
) => string

/** Five criteria told as met in mid 2023, and put right as unmet two months later for the same day. */
function plantCorrections(
  days: readonly UnmetOnDay[],
  day: UnmetOnDay,
  chance: Chance,
  claim: Claim,
  corrections: { unit: string; criterion: string; asOf: Day }[],
): void {
  const able = [...day.unmet].flatMap(([code, unmet]) => {
    const before = previousOf(days, day, code)?.unmet.get(code)
    return [...unmet].filter((criterion) => before?.has(criterion)).map((criterion) => ({ code, criterion }))
  })
  for (const { code, criterion } of chance.drawn(able, 5, () => 1)) {
    const wrong = claim(code, current, criterion, true, correctedAsOf, knownAfter[correctedAsOf])
    claim(code, current, criterion, false, correctedAsOf, correctionKnown, wrong)
    corrections.push({ unit: unitOf(code), criterion: String(criterion), asOf: correctedAsOf })
  }
}

function previousOf(days: readonly UnmetOnDay[], day: UnmetOnDay, code: string): UnmetOnDay | undefined {
  return days
    .slice(0, days.indexOf(day))
    .findLast((one) => one.station.set === day.station.set && one.unmet.has(code))
}

function dayOfChange(station: string, day: Day, chance: Chance): Day {
  const choices = [...(between[station] ?? []), day]
  return choices[chance.whole(0, choices.length - 1)] ?? day
}

/** The 85 communes of the last planned day. */
function lastMembers(days: readonly UnmetOnDay[]): readonly string[] {
  const members = [...(days.at(-1)?.unmet.keys() ?? [])]
  if (!konRay.recognised.every((code) => members.includes(code))) throw new Error('communes went missing')
  return members
}
