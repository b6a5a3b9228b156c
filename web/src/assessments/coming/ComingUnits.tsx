import { useMemo } from 'react'

import { useExtra } from '../../api/Moment.tsx'
import { Section } from '../../ui/Section.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Illustrative } from '../../ui/Verdict.tsx'
import { filterUnits } from '../compare/unit-filter.ts'
import { useUnitWord } from '../compare/unit-word.ts'
import { UnitFilters } from '../compare/UnitFilters.tsx'
import type { Coming } from './answers.ts'
import { ComingTable } from './ComingTable.tsx'
import { useComingText } from './texts.ts'

/** Each unit: what it keeps and loses, and what it should do before the set takes over. */
export function ComingUnits({ coming }: { readonly coming: Coming }) {
  const t = useComingText()
  const word = useUnitWord(coming)
  const [text, only] = [useExtra('text'), useExtra('only')]
  const { units, illustrative } = coming
  const shown = useMemo(() => filterUnits(units, { text, only }), [units, text, only])
  const all = units.length
  const n = units.filter(({ nearest }) => nearest.length > 0).length
  return (
    <Section
      heading={t(n === 0 ? 'units.headingNone' : 'units.heading', { n, all, units: word(all) })}
      id="don-vi"
    >
      {n > 0 && <p className="ac-lead">{t('units.nearness', { units: word(all) })}</p>}
      <UnitFilters comparison={coming} filter={{ text, only }} found={shown.length} />
      {shown.length === 0 ? (
        <EmptyState what={t('units.nothing')} why={t('units.nothingWhy')} />
      ) : (
        <div className="ac-coming-units">
          <ComingTable coming={coming} units={shown} />
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
