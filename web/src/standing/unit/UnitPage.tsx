import { useParams } from '@tanstack/react-router'

import type { EndpointAnswer } from '@ancu/core/kernel'
import { showUnit } from '@ancu/core/units'

import { useAnswer } from '../../api/answers.ts'
import { FaultPage } from '../../api/FaultPage.tsx'
import { useMoment } from '../../api/Moment.tsx'
import { Page } from '../../ui/AppShell.tsx'
import { Loading } from '../../ui/states.tsx'
import { NotThen } from '../../units/NotThen.tsx'
import { useNaming } from '../../units/names.ts'
import { Crumbs } from '../../units/Crumbs.tsx'
import { useStandingText } from '../texts.ts'
import { AreaPart } from './AreaPart.tsx'
import { CommunePart } from './CommunePart.tsx'
import { VillagePart } from './VillagePart.tsx'
import './unit.css'

type Shown = EndpointAnswer<typeof showUnit>

/** One unit, whatever its level, on the day looked at. */
export function UnitPage() {
  const t = useStandingText()
  const { unitId = '' } = useParams({ strict: false })
  const { askedWhen } = useMoment()
  const { title } = useNaming()
  const query = useAnswer(showUnit, { ...askedWhen, unit: unitId })
  if (query.isError) return <FaultPage error={query.error} onAgain={() => void query.refetch()} />
  if (query.data === undefined) {
    return (
      <Page title={t('unit.title')}>
        <Loading />
      </Page>
    )
  }
  const shown = query.data
  return (
    <Page key={shown.unit.id} title={title(shown.unit)}>
      <Crumbs ancestors={shown.ancestors} place={shown.unit.place} />
      <div aria-busy={query.isPlaceholderData}>
        {shown.existsOn ? <Level shown={shown} /> : <NotThen shown={shown} />}
      </div>
    </Page>
  )
}

function Level({ shown }: { readonly shown: Shown }) {
  switch (shown.unit.level) {
    case 'province':
    case 'district':
      return <AreaPart shown={shown} />
    case 'commune':
      return <CommunePart shown={shown} />
    case 'village':
      return <VillagePart shown={shown} />
  }
}
