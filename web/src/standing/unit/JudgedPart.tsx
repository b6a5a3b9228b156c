import type { EndpointAnswer } from '@ancu/core/kernel'
import type { showUnit } from '@ancu/core/units'

import { useLanguage } from '../../ui/language.tsx'
import { UnitNote } from '../../units/UnitNote.tsx'
import type { JudgedStanding } from '../answers.ts'
import { passWords } from '../points.ts'
import { recognitionsOn, type Decision } from '../register.ts'
import { SetNote } from '../SetNote.tsx'
import { useStandingText } from '../texts.ts'
import { DisagreementSection } from './DisagreementSection.tsx'
import { InheritedPart } from './InheritedPart.tsx'
import { OpenSection } from './OpenSection.tsx'
import { PrerequisiteSection } from './PrerequisiteSection.tsx'
import { ThreeLines } from './ThreeLines.tsx'
import { Tiles } from './Tiles.tsx'
import { UnitSentence } from './UnitSentence.tsx'

export type JudgedPartProps = {
  readonly shown: EndpointAnswer<typeof showUnit>
  readonly standing: JudgedStanding
  readonly decisions: readonly Decision[]
}

/** Where a unit that a set judges stands, and why: the same at every level. */
export function JudgedPart({ shown, standing, decisions }: JudgedPartProps) {
  const t = useStandingText()
  const { language } = useLanguage()
  const pass = passWords(standing, t, language)
  return (
    <>
      <UnitSentence standing={standing} />
      {pass.length > 0 && <p className="ac-lead">{pass.join(' ')}</p>}
      <ThreeLines standing={standing} recognitions={recognitionsOn(decisions, standing.on)} />
      <UnitNote shown={shown} isIllustrative={standing.illustrative} />
      <SetNote overview={standing} />
      <InheritedPart shown={shown} />
      <PrerequisiteSection standing={standing} />
      <Tiles standing={standing} />
      <DisagreementSection standing={standing} />
      <OpenSection standing={standing} />
    </>
  )
}
