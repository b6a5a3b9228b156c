import type { EndpointAnswer } from '@ancu/core/kernel'
import { overview, unitStanding } from '@ancu/core/standing'
import type { showUnit } from '@ancu/core/units'

import { useAnswer } from '../../api/answers.ts'
import { Answered } from '../../api/FaultPage.tsx'
import { useMoment } from '../../api/Moment.tsx'
import { Go } from '../../ui/Go.tsx'
import { Section } from '../../ui/Section.tsx'
import { SourcePlace } from '../../ui/SourcePlace.tsx'
import { useNaming } from '../../units/names.ts'
import { UnitFacts } from '../../units/UnitFacts.tsx'
import { isJudgedStanding } from '../answers.ts'
import { AreaSentence } from '../AreaSentence.tsx'
import { CommuneTable } from '../list/CommuneTable.tsx'
import { useDecisions } from '../register.ts'
import { SetNote } from '../SetNote.tsx'
import { StandingLead } from '../StandingLead.tsx'
import { useStandingText } from '../texts.ts'
import { JudgedPart } from './JudgedPart.tsx'
import { RecognitionSection } from './RecognitionSection.tsx'
import { SetsForUnit } from './SetsForUnit.tsx'

type AreaProps = { readonly shown: EndpointAnswer<typeof showUnit> }

/** A district or a province: by the set asked for where that judges it as a whole, else what is true of its communes. */
export function AreaPart({ shown }: AreaProps) {
  const { asked } = useMoment()
  return asked.set === undefined ? <CountedArea shown={shown} /> : <AreaBySet shown={shown} />
}

function AreaBySet({ shown }: AreaProps) {
  const t = useStandingText()
  const { asked, day } = useMoment()
  const query = useAnswer(unitStanding, { ...asked, unit: shown.unit.id })
  const decisions = useDecisions(shown.unit.id)
  return (
    <Answered query={query}>
      {(standing) =>
        isJudgedStanding(standing) ? (
          <div aria-busy={query.isPlaceholderData}>
            <JudgedPart
              shown={shown}
              standing={standing}
              decisions={(decisions.data ?? []).filter(({ unit }) => unit === shown.unit.id)}
            />
            <p className="ac-small ac-area-link">{t('areaPage.notCounted')}</p>
            <RecognitionSection query={decisions} unit={shown.unit.id} day={day} />
            <UnitFacts shown={shown} />
          </div>
        ) : (
          <CountedArea shown={shown} />
        )
      }
    </Answered>
  )
}

/** What is true of the communes of an area, then each of them. */
function CountedArea({ shown }: AreaProps) {
  const t = useStandingText()
  const { asked, day, href } = useMoment()
  const { title } = useNaming()
  const query = useAnswer(overview, { ...asked, unit: shown.unit.id })
  const decisions = useDecisions(shown.unit.id)
  return (
    <Answered query={query}>
      {(answer) => (
        <div aria-busy={query.isPlaceholderData}>
          <SourcePlace>
            <AreaSentence overview={answer} size="screen" before={`${title(shown.unit)}: `} />
            <StandingLead overview={answer} />
            <SetNote overview={answer} />
          </SourcePlace>
          <p className="ac-area-link">
            <Go href={href('/', { unit: shown.unit.id })}>{t('area.inOverview')}</Go>
          </p>
          <SetsForUnit unit={shown.unit} />
          <Section heading={t('area.communes', { n: answer.rows.length })}>
            <CommuneTable overview={answer} rows={answer.rows} />
          </Section>
          {shown.unit.level === 'district' && (
            <RecognitionSection query={decisions} unit={shown.unit.id} day={day} />
          )}
          <UnitFacts shown={shown} />
        </div>
      )}
    </Answered>
  )
}
