import { useLawText, type LawKey } from '../texts.ts'
import type { DraftFault } from './draft.ts'

export type FaultFacts = { readonly last?: string; readonly decimals?: number }

/** The sentence for what is wrong with a field; undefined where nothing is. */
export function useFaultAt(
  faults: readonly DraftFault[],
  facts: FaultFacts = {},
): (field: string) => string | undefined {
  const t = useLawText()
  return (field) => {
    const fault = faults.find((each) => each.field === field)
    if (fault === undefined) return undefined
    const { text, code } = fault
    return t(`fault.${code}`, { text, last: facts.last ?? '', decimals: facts.decimals ?? 0 })
  }
}

/** Where a field stands on the page: ids of levels begin with digits, which no selector likes. */
export function fieldId(field: string): string {
  return `muc-${field.replace('.', '-')}`
}

const labels: Readonly<Record<string, LawKey>> = {
  number: 'fill.number',
  day: 'fill.day',
  issuer: 'fill.issuer',
  from: 'fill.from',
  key: 'fill.which',
  value: 'fill.value',
  year: 'fill.year',
}

/** The label of a field that is wrong. */
export function labelOf({ field }: DraftFault): LawKey {
  return labels[field.split('.').at(-1) ?? ''] ?? 'fill.value'
}
