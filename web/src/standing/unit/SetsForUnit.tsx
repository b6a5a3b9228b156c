import { listSets } from '@ancu/core/standing'
import type { UnitKind } from '@ancu/core/units'

import { useAnswer } from '../../api/answers.ts'
import { useMoment } from '../../api/Moment.tsx'
import { Go } from '../../ui/Go.tsx'
import { useNaming } from '../../units/names.ts'
import { useStandingText } from '../texts.ts'

export type SetsForUnitProps = {
  readonly unit: { readonly id: string; readonly kind: UnitKind; readonly name: string }
}

/** Links to see a unit by a set made for its kind; the time bar offers sets for communes. */
export function SetsForUnit({ unit }: SetsForUnitProps) {
  const t = useStandingText()
  const { named } = useNaming()
  const { askedWhen, address, href } = useMoment()
  const { data } = useAnswer(listSets, askedWhen)
  const sets = (data?.sets ?? []).filter(
    ({ set, forKinds, time }) => forKinds.includes(unit.kind) && set !== address.set && time !== 'ended',
  )
  if (sets.length === 0) return null
  return (
    <p className="ac-area-link">
      {t('areaPage.sets', { name: named(unit) })}{' '}
      {sets.map(({ set, name }, index) => (
        <span key={set}>
          {index > 0 && ' · '}
          <Go href={href(`/don-vi/${unit.id}`, { set })}>{name.short}</Go>
        </span>
      ))}
    </p>
  )
}
