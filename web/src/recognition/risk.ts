import type { EndpointAnswer } from '@ancu/core/kernel'
import { riskStatuses, type atRisk } from '@ancu/core/recognition'
import { searchKey } from '@ancu/core/text'

export type AtRisk = EndpointAnswer<typeof atRisk>
export type RiskRow = AtRisk['rows'][number]
export type RiskStatus = RiskRow['status']
export type RiskRule = AtRisk['rules'][number]

/** How a row stands; a recognition of which no rule is known is told apart from one that is safe. */
export type RowState = RiskStatus | 'withoutRule'

/** The worst first. */
export const rowStates = [...riskStatuses, 'withoutRule'] as const satisfies readonly RowState[]

export type RiskFilter = {
  readonly text: string | undefined
  /** One of `rowStates`; undefined means all that a rule speaks of, or all where none does. */
  readonly status: string | undefined
}

export function stateOf({ rule, status }: Pick<RiskRow, 'rule' | 'status'>): RowState {
  return rule === null ? 'withoutRule' : status
}

/** The rows that the filter means; accents may be left out of a name, and a status nobody knows means no row. */
export function filterRisk(rows: readonly RiskRow[], { text, status }: RiskFilter): readonly RiskRow[] {
  const wanted = searchKey(text ?? '')
  const isTold = rows.some(({ rule }) => rule !== null)
  return rows.filter((row) => {
    const state = stateOf(row)
    const isMeant = status === undefined ? !isTold || state !== 'withoutRule' : state === status
    return isMeant && searchKey(row.unit.name).includes(wanted)
  })
}

/** How many units a rule speaks of, each once, at the worst of its recognitions. */
export function unitCounts(rows: readonly RiskRow[]) {
  const byUnit = Map.groupBy(
    rows.filter(({ rule }) => rule !== null),
    ({ unit }) => unit.id,
  )
  const worst = [...byUnit.values()].map((held) =>
    riskStatuses.find((status) => held.some((row) => row.status === status)),
  )
  const count = (status: RiskStatus) => worst.filter((each) => each === status).length
  return {
    all: worst.length,
    risk: count('risk'),
    possible: count('possible'),
    unknown: count('unknown'),
    none: count('none'),
  }
}
