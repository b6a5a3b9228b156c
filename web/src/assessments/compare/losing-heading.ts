import { isUntold, type Comparison } from './answers.ts'
import { useCompareText } from './texts.ts'
import { useUnitWord } from './unit-word.ts'

/** How many of the units lose a criterion, as the heading of the part that draws or lists them. */
export function useLosingHeading({ units }: Pick<Comparison, 'units'>): string {
  const t = useCompareText()
  const word = useUnitWord({ units })
  const all = units.length
  const n = units.filter(({ lost }) => lost > 0).length
  if (units.every(isUntold)) return t('units.untold', { n: all, units: word(all) })
  return n === 0 ? t('units.noneLoses') : t('units.heading', { n, all, units: word(all) })
}
