import { useMemo } from 'react'

import { decisionFact, recognitionsInForce, type KnownDecision, type Rank } from '@ancu/core/decisions'
import { listDecisions } from '@ancu/core/figures'
import { parseDay, type EndpointAnswer } from '@ancu/core/kernel'
import { listUnits } from '@ancu/core/units'

import { useAnswer } from '../api/answers.ts'
import { useMoment } from '../api/Moment.tsx'

type Village = EndpointAnswer<typeof listUnits>['units'][number]
type ListedDecision = EndpointAnswer<typeof listDecisions>['rows'][number]

export type Decision = KnownDecision
export type VillageRow = Village & { readonly ranks: readonly Rank[] }

/** What a part of a screen needs of a question under way. */
export type Asking<Answer> = {
  readonly data: Answer | undefined
  readonly error: unknown
  readonly isError: boolean
  readonly refetch: () => void
}

/** Most decisions that one answer carries; a province has hundreds. */
const mostDecisions = 10_000

/** Villages of an area on the day looked at, each with the recognitions it holds. */
export function useVillages(area: string | undefined, isWanted = true): Asking<readonly VillageRow[]> {
  const { askedWhen, day } = useMoment()
  const listed = useAnswer(
    listUnits,
    { ...askedWhen, level: 'village', ...(area === undefined ? {} : { area }) },
    { enabled: isWanted },
  )
  const decided = useDecisions(area, isWanted)
  const data = useMemo(() => {
    if (listed.data === undefined || decided.data === undefined) return undefined
    const byUnit = Map.groupBy(decided.data, ({ unit }) => unit)
    return listed.data.units.map((village) => ({
      ...village,
      ranks: recognitionsOn(byUnit.get(village.id) ?? [], day).map(({ rank }) => rank),
    }))
  }, [listed.data, decided.data, day])
  const failed = listed.isError ? listed : decided
  return {
    data,
    error: failed.error,
    isError: failed.isError,
    refetch: () => {
      void listed.refetch()
      decided.refetch()
    },
  }
}

/** The register of a unit and of all that lies in it. */
export function useDecisions(unit: string | undefined, isWanted = true): Asking<readonly Decision[]> {
  const { askedWhen } = useMoment()
  const query = useAnswer(
    listDecisions,
    { ...askedWhen, limit: mostDecisions, ...(unit === undefined ? {} : { unit }) },
    { enabled: isWanted },
  )
  const data = useMemo(() => query.data?.rows.map(knownDecision), [query.data])
  return { data, error: query.error, isError: query.isError, refetch: () => void query.refetch() }
}

/** Recognitions of one unit in force on a day, oldest first, by the rule of core: recognised, and not revoked. */
export function recognitionsOn(decisions: readonly Decision[], day: string): readonly Decision[] {
  const on = parseDay(day)
  if (on === undefined) return []
  return [...recognitionsInForce(decisions, on, Number.MAX_SAFE_INTEGER).values()].toSorted((one, other) =>
    one.day < other.day ? -1 : 1,
  )
}

function knownDecision({ seq, ...row }: ListedDecision): KnownDecision {
  const given = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))
  return { ...decisionFact.parse(given), seq }
}
