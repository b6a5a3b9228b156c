import { useCallback, useMemo } from 'react'

import { useExtra } from '../../api/Moment.tsx'
import { Section } from '../../ui/Section.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Illustrative } from '../../ui/Verdict.tsx'
import type { ComparedUnit, Comparison } from './answers.ts'
import { AreasTable } from './AreasTable.tsx'
import { useLosingHeading } from './losing-heading.ts'
import { useCompareText } from './texts.ts'
import { filterUnits } from './unit-filter.ts'
import { UnitFilters } from './UnitFilters.tsx'
import { UnitsDrawn } from './UnitsDrawn.tsx'
import { UnitTable } from './UnitTable.tsx'

/** What becomes of the units: drawn by what they lose, by district, and one by one down to the criterion. */
export function UnitsSection({ comparison }: { readonly comparison: Comparison }) {
  const t = useCompareText()
  const heading = useLosingHeading(comparison)
  const [text, only] = [useExtra('text'), useExtra('only')]
  const { units, illustrative } = comparison
  const shown = useMemo(() => filterUnits(units, { text, only }), [units, text, only])
  const tell = useCallback(
    ({ old, new: current, lost, gained }: ComparedUnit) =>
      t('drawn.says', { old: old.met, new: current.met, of: current.of, lost, gained }),
    [t],
  )
  return (
    <Section heading={heading} id="don-vi">
      <UnitsDrawn comparison={comparison} tell={tell} />
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
