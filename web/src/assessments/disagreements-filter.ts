import type { listDisagreements } from '@ancu/core/assessments'
import type { EndpointAnswer } from '@ancu/core/kernel'
import { searchKey } from '@ancu/core/text'

export type Disagreements = EndpointAnswer<typeof listDisagreements>
export type Disagreement = Disagreements['rows'][number]

/** In the address: every state. Without a word only those that are open are meant. */
export const everyState = 'all'

/** In the address: nobody is known who answers for it. */
export const noOwner = 'none'

/** Which disagreements are meant, as it stands in the address. */
export type DisagreementsFilter = {
  readonly text?: string | undefined
  readonly kind?: string | undefined
  /** Who answers for it, by the Vietnamese name, or `noOwner`. */
  readonly owner?: string | undefined
  readonly state?: string | undefined
}

export function filterDisagreements(
  rows: readonly Disagreement[],
  { text = '', kind, owner, state = 'open' }: DisagreementsFilter,
): readonly Disagreement[] {
  return rows.filter(
    (row) =>
      (kind === undefined || row.kind === kind) &&
      (owner === undefined || (row.owner?.vi ?? noOwner) === owner) &&
      (state === everyState || row.state === state) &&
      hasText(row, text.trim()),
  )
}

/** A code of a unit, criterion or indicator, or words of a name; accents may be left out. */
function hasText({ unit, criterion, indicator, measure }: Disagreement, text: string): boolean {
  if (text === '') return true
  const codes = [unit.code, criterion?.code, indicator?.code]
  if (codes.includes(text)) return true
  const parts = [criterion, indicator, measure].flatMap((part) => part?.name ?? [])
  const names = [unit.name, unit.place.vi, unit.place.en, ...parts.flatMap(({ vi, en }) => [vi, en])]
  const wanted = searchKey(text)
  return names.some((name) => searchKey(name).includes(wanted))
}

/** Bodies that answer for some of the rows, each once, by name. */
export function ownersOf(rows: readonly Disagreement[]): readonly NonNullable<Disagreement['owner']>[] {
  const owners = new Map(rows.flatMap(({ owner }) => (owner === null ? [] : [[owner.vi, owner]])))
  return [...owners.values()].toSorted((one, other) => one.vi.localeCompare(other.vi, 'vi'))
}

/** One disagreement among all: the same as long as it is about the same thing of the same unit. */
export function keyOf({ unit, subject }: Pick<Disagreement, 'unit' | 'subject'>): string {
  return `${unit.id} ${subject}`
}
