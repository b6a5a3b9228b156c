import { useMemo } from 'react'

import { useExtra } from '../../api/Moment.tsx'
import { Section } from '../../ui/Section.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Illustrative } from '../../ui/Verdict.tsx'
import { isUntold, type Comparison } from './answers.ts'
import { AreasTable } from './AreasTable.tsx'
import { useCompareText } from './texts.ts'
import { filterUnits } from './unit-filter.ts'
import { useUnitWord } from './unit-word.ts'
import { UnitFilters } from './UnitFilters.tsx'
import { UnitsDrawn } from './UnitsDrawn.tsx'
import { UnitTable } from './UnitTable.tsx'

/** What becomes of the units: drawn by what they lose, by district, and one by one down to the criterion. */
export function UnitsSection({ comparison }: { readonly comparison: Comparison }) {
  const t = useCompareText()
  const word = useUnitWord(comparison)
  const [text, only] = [useExtra('text'), useExtra('only')]
  const { units, illustrative } = comparison
  const shown = useMemo(() => filterUnits(units, { text, only }), [units, text, only])
  const losing = units.filter(({ lost }) => lost > 0).length
  const n = units.length
  const isNothingTold = units.every(isUntold)
  return (
    <Section
      heading={
        isNothingTold
          ? t('units.untold', { n, units: word(n) })
          : losing === 0
            ? t('units.noneLoses')
            : t('units.heading', { n: losing, all: n, units: word(n) })
      }
      id="don-vi"
    >
      <UnitsDrawn comparison={comparison} />
      {comparison.areas.length > 1 && <AreasTable comparison={comparison} />}
      <UnitFilters comparison={comparison} filter={{ text, only }} found={shown.length} />
      {shown.length === 0 ? (
        <EmptyState what={t('units.nothing')} why={t('units.nothingWhy')} />
      ) : (
        <div className="ac-compare-units">
          <UnitTable comparison={comparison} units={shown} />
        </div>
      )}
      {illustrative && (
        <p className="ac-foot">
          <Illustrative />
        </p>
      )}
    </Section>
  )
}
