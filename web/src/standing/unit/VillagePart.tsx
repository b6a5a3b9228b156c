import type { EndpointAnswer } from '@ancu/core/kernel'
import type { showUnit } from '@ancu/core/units'

import { useMoment } from '../../api/Moment.tsx'
import { FigureSentence } from '../../ui/FigureSentence.tsx'
import { Sign } from '../../ui/Sign.tsx'
import { useGroupWord } from '../../units/groups.ts'
import { useNaming } from '../../units/names.ts'
import { UnitFacts } from '../../units/UnitFacts.tsx'
import { UnitNote } from '../../units/UnitNote.tsx'
import { recognitionsOn, useDecisions } from '../register.ts'
import { useStandingText } from '../texts.ts'
import { RecognitionSection } from './RecognitionSection.tsx'

/** A village: what it holds, which groups it is in, its register and its past. Communes' sets do not judge it. */
export function VillagePart({ shown }: { readonly shown: EndpointAnswer<typeof showUnit> }) {
  const t = useStandingText()
  const { day } = useMoment()
  const { title } = useNaming()
  const groupWord = useGroupWord()
  const decisions = useDecisions(shown.unit.id)
  const held = recognitionsOn(decisions.data ?? [], day)
  const name = title(shown.unit)
  const groups = shown.unit.groups.map(({ group }) => groupWord(group))
  return (
    <>
      <FigureSentence>
        {held.length === 0
          ? t('villagePage.none', { name })
          : t('villagePage.held', { name, ranks: held.map(({ rank }) => t(`rankName.${rank}`)).join(', ') })}
      </FigureSentence>
      <p className="ac-lead">
        {held.length > 0 && <Sign kind="recognised" />}{' '}
        {groups.length > 0 && `${t('villagePage.groups', { groups: groups.join(', ') })} `}
        {t('villagePage.noSet')}
      </p>
      <UnitNote
        shown={shown}
        isIllustrative={shown.unit.nameIllustrative || shown.unit.groups.some((each) => each.illustrative)}
      />
      <RecognitionSection query={decisions} unit={shown.unit.id} day={day} />
      <UnitFacts shown={shown} />
    </>
  )
}
