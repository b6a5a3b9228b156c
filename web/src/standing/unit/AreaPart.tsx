import type { EndpointAnswer } from '@ancu/core/kernel'
import { overview } from '@ancu/core/standing'
import type { showUnit } from '@ancu/core/units'

import { useAnswer } from '../../api/answers.ts'
import { Answered } from '../../api/FaultPage.tsx'
import { useMoment } from '../../api/Moment.tsx'
import { Go } from '../../ui/Go.tsx'
import { Section } from '../../ui/Section.tsx'
import { SourcePlace } from '../../ui/SourcePlace.tsx'
import { useNaming } from '../../units/names.ts'
import { UnitFacts } from '../../units/UnitFacts.tsx'
import { AreaSentence } from '../AreaSentence.tsx'
import { CommuneTable } from '../list/CommuneTable.tsx'
import { useDecisions } from '../register.ts'
import { SetNote } from '../SetNote.tsx'
import { StandingLead } from '../StandingLead.tsx'
import { useStandingText } from '../texts.ts'
import { RecognitionSection } from './RecognitionSection.tsx'

/** A district or a province: what is true of its communes, then each of them. */
export function AreaPart({ shown }: { readonly shown: EndpointAnswer<typeof showUnit> }) {
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
