import type { EndpointAnswer } from '@ancu/core/kernel'
import type { showUnit } from '@ancu/core/units'

import { useLanguage } from '../../ui/language.tsx'
import { FigureSentence } from '../../ui/FigureSentence.tsx'
import { useNaming } from '../../units/names.ts'
import { UnitNote } from '../../units/UnitNote.tsx'
import type { Standing } from '../answers.ts'
import { SetNote } from '../SetNote.tsx'
import { useStandingText } from '../texts.ts'

export type NotJudgedProps = {
  readonly shown: EndpointAnswer<typeof showUnit>
  readonly standing: Standing
}

/** A unit that the set is not for: that is said, and it is neither unknown nor unmet. */
export function NotJudged({ shown, standing }: NotJudgedProps) {
  const t = useStandingText()
  const { language } = useLanguage()
  const { title } = useNaming()
  const name = title(standing.unit)
  if (standing.setName === null) {
    return (
      <>
        <FigureSentence>{t('notJudged.noSet', { name })}</FigureSentence>
        <SetNote overview={standing} />
        <UnitNote shown={shown} isIllustrative={standing.illustrative} />
      </>
    )
  }
  const set = standing.setName[language]
  return (
    <>
      <FigureSentence>{t('notJudged.outside', { name })}</FigureSentence>
      <p className="ac-lead">
        {shown.unit.inProgramme ? t('notJudged.otherKind', { set }) : t('notJudged.why', { set })}
      </p>
      <UnitNote shown={shown} isIllustrative={standing.illustrative} />
    </>
  )
}
