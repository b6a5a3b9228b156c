import type { EndpointAnswer } from '@ancu/core/kernel'
import { unitStanding } from '@ancu/core/standing'
import type { showUnit } from '@ancu/core/units'

import { useAnswer } from '../../api/answers.ts'
import { Answered } from '../../api/FaultPage.tsx'
import { useMoment } from '../../api/Moment.tsx'
import { UnitFacts } from '../../units/UnitFacts.tsx'
import { isJudgedStanding, type Standing } from '../answers.ts'
import { useDecisions, type Decision } from '../register.ts'
import { AboutData } from './AboutData.tsx'
import { InheritedPart } from './InheritedPart.tsx'
import { JudgedPart } from './JudgedPart.tsx'
import { NotJudged } from './NotJudged.tsx'
import { RecognitionSection } from './RecognitionSection.tsx'
import { VillageSection } from './VillageSection.tsx'

type Shown = EndpointAnswer<typeof showUnit>

/** A commune, ward or township: where it stands and why, then its papers, its past and its villages. */
export function CommunePart({ shown }: { readonly shown: Shown }) {
  const { asked, day } = useMoment()
  const standing = useAnswer(unitStanding, { ...asked, unit: shown.unit.id })
  const decisions = useDecisions(shown.unit.id)
  const ownDecisions = (decisions.data ?? []).filter(({ unit }) => unit === shown.unit.id)
  return (
    <Answered query={standing}>
      {(answer) => (
        <div aria-busy={standing.isPlaceholderData}>
          <Judged shown={shown} standing={answer} decisions={ownDecisions} />
          <RecognitionSection query={decisions} unit={shown.unit.id} day={day} />
          <UnitFacts shown={shown} />
          <VillageSection unit={shown.unit.id} />
          {isJudgedStanding(answer) && <AboutData shown={shown} standing={answer} decisions={ownDecisions} />}
        </div>
      )}
    </Answered>
  )
}

function Judged({
  shown,
  standing,
  decisions,
}: {
  readonly shown: Shown
  readonly standing: Standing
  readonly decisions: readonly Decision[]
}) {
  if (!isJudgedStanding(standing)) {
    return (
      <>
        <NotJudged shown={shown} standing={standing} />
        <InheritedPart shown={shown} />
      </>
    )
  }
  return <JudgedPart shown={shown} standing={standing} decisions={decisions} />
}
