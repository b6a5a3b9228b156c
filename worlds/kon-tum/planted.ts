import type { Cast } from './cast.ts'
import type { Chance } from './chance.ts'
import type { PlannedLoss } from './changes.ts'
import type { Disagreement } from './types.ts'
import type { PovertyPlant } from './poverty.ts'
import type { UnmetOnDay } from './counts.ts'
import { unitOf } from './units.ts'

type Kind = {
  readonly criterion: number
  readonly measures: readonly string[]
  readonly attested: 'met' | 'unmet'
}

/** Where figure and attested verdict part: told met and counted unmet, or the other way round. */
const kinds: readonly Kind[] = [
  { criterion: 10, measures: ['m-income'], attested: 'met' },
  { criterion: 11, measures: ['m-poor-near-poor'], attested: 'met' },
  { criterion: 9, measures: ['m-makeshift-houses'], attested: 'met' },
  { criterion: 15, measures: ['m-health-insurance'], attested: 'met' },
  { criterion: 6, measures: ['m-villages-culture-house'], attested: 'met' },
  { criterion: 10, measures: ['m-income'], attested: 'unmet' },
  { criterion: 11, measures: ['m-poor-near-poor'], attested: 'unmet' },
  { criterion: 9, measures: ['m-makeshift-houses', 'm-solid-houses'], attested: 'unmet' },
]
const most = 8
const least = 6

/** Six to eight disagreements of 31/3/2024, each in a commune of its own. */
export function plantDisagreements(
  cast: Cast,
  days: readonly UnmetOnDay[],
  losses: readonly PlannedLoss[],
  chance: Chance,
): readonly Disagreement[] {
  const day = days.find((one) => one.station.id === 'n3')
  if (!day) return []
  const taken = new Set(losses.map((loss) => loss.code))
  return chance
    .drawn(kinds, chance.whole(least, most), () => 1)
    .flatMap((kind) => {
      const able = [...day.unmet]
        .filter(
          ([code, unmet]) => !taken.has(code) && unmet.has(kind.criterion) === (kind.attested === 'unmet'),
        )
        .map(([code]) => code)
      const [code] = chance.drawn(able, 1, (one) => 0.2 + (cast.strength.get(one) ?? 0))
      if (code === undefined) return []
      taken.add(code)
      return [
        {
          on: day.station.day,
          unit: unitOf(code),
          set: day.station.set,
          criterion: String(kind.criterion),
          measures: kind.measures,
          attested: kind.attested,
          computed: kind.attested === 'met' ? ('unmet' as const) : ('met' as const),
        },
      ]
    })
}

/** What the figures on poverty of 2023 have to say where they were planted. */
export function povertyPlant(planted: readonly Disagreement[]): PovertyPlant {
  return new Map(
    planted.filter((one) => one.criterion === '11').map((one) => [one.unit.replace('kt-', ''), one.computed]),
  )
}
