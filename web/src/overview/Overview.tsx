import { overview } from '@ancu/core/standing'
import { noBreak } from '@ancu/core/text'

import { useAnswer } from '../api/answers.ts'
import { FaultPage } from '../api/FaultPage.tsx'
import { useMoment } from '../api/Moment.tsx'
import type { Overview as Answer } from '../standing/answers.ts'
import { AreaSentence } from '../standing/AreaSentence.tsx'
import { SetNote } from '../standing/SetNote.tsx'
import { StandingLead } from '../standing/StandingLead.tsx'
import { Page } from '../ui/AppShell.tsx'
import { Section } from '../ui/Section.tsx'
import { SourcePlace } from '../ui/SourcePlace.tsx'
import { Loading } from '../ui/states.tsx'
import { useNaming } from '../units/names.ts'
import { AverageChart } from './AverageChart.tsx'
import { ClothSection } from './ClothSection.tsx'
import { isInherited, UnitsDrawn } from './DiagramSection.tsx'
import { farthestDistricts } from './findings.ts'
import { GapSections } from './GapSections.tsx'
import { InheritedSection } from './InheritedSection.tsx'
import { useOverviewText } from './texts.ts'
import { VillagesSection } from './VillagesSection.tsx'
import './overview.css'

/** Where a province, a district or a former area stands, on one page. */
export function Overview() {
  const t = useOverviewText()
  const { asked, area } = useMoment()
  const query = useAnswer(overview, { ...asked, ...(area === undefined ? {} : { unit: area }) })
  if (query.data !== undefined && !query.isError) {
    return (
      <Page title={t('title')}>
        <div aria-busy={query.isPlaceholderData}>
          <Shown overview={query.data} />
        </div>
      </Page>
    )
  }
  if (query.isError) return <FaultPage error={query.error} onAgain={() => void query.refetch()} />
  return (
    <Page title={t('title')}>
      <Loading />
    </Page>
  )
}

function Shown({ overview }: { readonly overview: Answer }) {
  const { area } = useMoment()
  const t = useOverviewText()
  const { title } = useNaming()
  const nameOf = (asked: string) =>
    asked.startsWith('former:') ? t('formerArea', { name: title(overview.unit) }) : title(overview.unit)
  const inherits = isInherited(overview)
  return (
    <>
      <SourcePlace>
        <div className="ac-overview-top">
          <div>
            <AreaSentence
              overview={overview}
              {...(area === undefined ? {} : { before: `${nameOf(area)}: ` })}
            />
            <StandingLead overview={overview} />
            <SetNote overview={overview} />
          </div>
          <AverageChart overview={overview} />
        </div>
      </SourcePlace>
      {inherits && (
        <InheritedSection overview={overview}>
          <VillagesSection overview={overview} />
        </InheritedSection>
      )}
      {overview.communes.total > 0 && overview.set !== null && <ClothSection overview={overview} />}
      {inherits ? (
        <div className="ac-two">
          <GapSections overview={overview} />
        </div>
      ) : (
        <div className="ac-two">
          <DiagramPart overview={overview} />
          <div>
            <GapSections overview={overview} />
          </div>
        </div>
      )}
      {!inherits && <VillagesSection overview={overview} />}
    </>
  )
}

function DiagramPart({ overview }: { readonly overview: Answer }) {
  const t = useOverviewText()
  const farthest = farthestDistricts(overview)
  if (overview.rows.length === 0 || overview.set === null) return null
  return (
    <Section
      heading={
        farthest.length === 0
          ? t('diagram.heading')
          : t('diagram.farthest', { names: farthest.map(({ name }) => noBreak(name)).join(', ') })
      }
    >
      <div className="ac-overview-diagram">
        <UnitsDrawn overview={overview} />
      </div>
    </Section>
  )
}
