import type { EndpointAnswer } from '@ancu/core/kernel'
import { unitStanding } from '@ancu/core/standing'
import type { showUnit } from '@ancu/core/units'

import { useAnswer } from '../../api/answers.ts'
import { useMoment } from '../../api/Moment.tsx'
import { FigureSentence } from '../../ui/FigureSentence.tsx'
import { Sign } from '../../ui/Sign.tsx'
import { useGroupWord } from '../../units/groups.ts'
import { useNaming } from '../../units/names.ts'
import { UnitFacts } from '../../units/UnitFacts.tsx'
import { UnitNote } from '../../units/UnitNote.tsx'
import { isJudgedStanding } from '../answers.ts'
import { recognitionsOn, useDecisions } from '../register.ts'
import { useStandingText } from '../texts.ts'
import { JudgedPart } from './JudgedPart.tsx'
import { RecognitionSection } from './RecognitionSection.tsx'
import { SetsForUnit } from './SetsForUnit.tsx'

/** A village: by the set asked for where that is one for villages, else what it holds and is; its register, its past. */
export function VillagePart({ shown }: { readonly shown: EndpointAnswer<typeof showUnit> }) {
  const t = useStandingText()
  const { asked, day } = useMoment()
  const { title } = useNaming()
  const groupWord = useGroupWord()
  const decisions = useDecisions(shown.unit.id)
  const standing = useAnswer(
    unitStanding,
    { ...asked, unit: shown.unit.id },
    { enabled: asked.set !== undefined },
  ).data
  const held = recognitionsOn(decisions.data ?? [], day)
  const name = title(shown.unit)
  const groups = shown.unit.groups.map(({ group }) => groupWord(group))
  if (standing !== undefined && asked.set !== undefined && isJudgedStanding(standing)) {
    return (
      <>
        <JudgedPart
          shown={shown}
          standing={standing}
          decisions={(decisions.data ?? []).filter(({ unit }) => unit === shown.unit.id)}
        />
        <RecognitionSection query={decisions} unit={shown.unit.id} day={day} />
        <UnitFacts shown={shown} />
      </>
    )
  }
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
      <SetsForUnit unit={shown.unit} />
      <UnitNote
        shown={shown}
        isIllustrative={shown.unit.nameIllustrative || shown.unit.groups.some((each) => each.illustrative)}
      />
      <RecognitionSection query={decisions} unit={shown.unit.id} day={day} />
      <UnitFacts shown={shown} />
    </>
  )
}
