import { compareSets } from '@ancu/core/assessments'
import { screenPaths } from '@ancu/core/kernel'
import { listSets } from '@ancu/core/standing'

import { useAnswer } from '../api/answers.ts'
import { FaultPage } from '../api/FaultPage.tsx'
import { useExtra, useMoment } from '../api/Moment.tsx'
import type { SetRow } from '../standing/law/answers.ts'
import { Page } from '../ui/AppShell.tsx'
import { Go } from '../ui/Go.tsx'
import { EmptyState, Loading } from '../ui/states.tsx'
import type { Comparison } from './compare/answers.ts'
import { ByCriterion, ByDepartment } from './compare/ByPart.tsx'
import { CausesSection } from './compare/CausesSection.tsx'
import { CompareLead } from './compare/CompareLead.tsx'
import { NotCompared } from './compare/NotCompared.tsx'
import { areComparable, chooseSides, type ChosenSides } from './compare/sides.ts'
import { useCompareText } from './compare/texts.ts'
import { areChosen, TwoSets } from './compare/TwoSets.tsx'
import { UnitsSection } from './compare/UnitsSection.tsx'
import '../standing/law/law.css'
import './compare/compare.css'

/** Two sets held against each other on the same figures and conclusions: what is lost, what is gained, and why. */
export function ComparePage() {
  const t = useCompareText()
  const { askedWhen } = useMoment()
  const query = useAnswer(listSets, askedWhen)
  if (query.isError) return <FaultPage error={query.error} onAgain={() => void query.refetch()} />
  return (
    <Page title={t('title')}>
      {query.data === undefined ? <Loading /> : <Compared sets={query.data.sets} />}
    </Page>
  )
}

function Compared({ sets }: { readonly sets: readonly SetRow[] }) {
  const t = useCompareText()
  const { asked, area, href } = useMoment()
  const sides = chooseSides(sets, { old: useExtra('old'), new: useExtra('new') })
  const isChosen = areChosen(sides)
  const { set: _set, ...when } = asked
  const query = useAnswer(
    compareSets,
    { ...when, old: sides.old ?? '', new: sides.new ?? '', ...(area === undefined ? {} : { unit: area }) },
    { enabled: isChosen },
  )
  return (
    <>
      <p className="ac-small ac-back ac-noprint">
        <Go href={href('/bo-tieu-chi')}>{t('back')}</Go>
      </p>
      <TwoSets
        title={t('title')}
        sets={sets}
        sides={sides}
        query={query}
        answer={isChosen && !query.isError ? query.data : undefined}
        renderLead={(comparison) => <CompareLead comparison={comparison} />}
        foot={
          <>
            <Go href={href(screenPaths.compare, { old: sides.new, new: sides.old })}>{t('form.swap')}</Go>
            <Go href={href(screenPaths.carryOver, { old: sides.old, new: sides.new })}>
              {t('form.carryOver')}
            </Go>
          </>
        }
        todo={t('refusedTodo')}
        notChosen={<NotChosen sets={sets} sides={sides} />}
      >
        {(comparison) => <Shown comparison={comparison} sets={sets} />}
      </TwoSets>
    </>
  )
}

/** Nothing says what is to be compared: what a comparison tells, and what to choose. */
function NotChosen({ sets, sides }: { readonly sets: readonly SetRow[]; readonly sides: ChosenSides }) {
  const t = useCompareText()
  const one = sets.find(({ set }) => set === (sides.old ?? sides.new))
  return (
    <EmptyState
      what={one === undefined ? t('none.what') : t('none.whatOther', { set: one.name.short })}
      why={
        sets.length < 2
          ? t('none.whyFew')
          : one !== undefined && !sets.some((each) => areComparable(one, each))
            ? t('none.whyAlone')
            : t('none.why')
      }
    />
  )
}

function Shown({ comparison, sets }: { readonly comparison: Comparison; readonly sets: readonly SetRow[] }) {
  const t = useCompareText()
  if (comparison.units.length === 0) {
    return (
      <>
        <EmptyState what={t('nothing.what')} why={t('nothing.why')} />
        <NotCompared comparison={comparison} sets={sets} />
      </>
    )
  }
  return (
    <>
      <CausesSection comparison={comparison} />
      <UnitsSection comparison={comparison} />
      <ByCriterion comparison={comparison} />
      <ByDepartment comparison={comparison} />
      <NotCompared comparison={comparison} sets={sets} />
    </>
  )
}
