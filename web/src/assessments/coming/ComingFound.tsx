import type { ReactNode } from 'react'

import { screenPaths } from '@ancu/core/kernel'
import { listSets } from '@ancu/core/standing'

import { useAnswer } from '../../api/answers.ts'
import { useMoment } from '../../api/Moment.tsx'
import type { SetRow } from '../../standing/law/answers.ts'
import { FigureSentence } from '../../ui/FigureSentence.tsx'
import { Go } from '../../ui/Go.tsx'
import { useFormats } from '../../ui/language.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { ByCriterion, ByDepartment } from '../compare/ByPart.tsx'
import { CausesSection } from '../compare/CausesSection.tsx'
import { NotCompared } from '../compare/NotCompared.tsx'
import { afterBo, type Coming } from './answers.ts'
import { ComingDrawn } from './ComingDrawn.tsx'
import { ComingLead } from './ComingLead.tsx'
import { ComingUnits } from './ComingUnits.tsx'
import { useComingText } from './texts.ts'
import '../../standing/law/law.css'
import '../compare/compare.css'
import '../regressions.css'
import './coming.css'

export type ComingFoundProps = {
  readonly coming: Coming
  /** Kinds of unit that the newer side is for, where it is no set that is listed. */
  readonly ownKinds?: SetRow['forKinds'] | undefined
  /** The choice of the day, under the sentence. */
  readonly children: ReactNode
}

/** What a set that is coming would change: in one sentence, drawn, unit by unit, and why. */
export function ComingFound({ coming, ownKinds, children }: ComingFoundProps) {
  const t = useComingText()
  const format = useFormats()
  const { oldSide, newSide } = coming
  const set = afterBo(newSide.name.short)
  if (oldSide.set === newSide.set && coming.draft === undefined) {
    return <Nothing what={t('same.what', { set, day: format.day(oldSide.on) })} why={t('same.why')} />
  }
  if (coming.units.length === 0) {
    return (
      <>
        <Nothing what={t('none.what')} why={t('none.why', { set })} />
        <Rest coming={coming} ownKinds={ownKinds} />
      </>
    )
  }
  return (
    <>
      <ComingLead coming={coming} />
      {children}
      <ComingDrawn coming={coming} />
      <ComingUnits coming={coming} />
      <CausesSection comparison={coming} />
      <ByCriterion comparison={coming} />
      <ByDepartment comparison={coming} />
      <Rest coming={coming} ownKinds={ownKinds} />
    </>
  )
}

/** Nothing would change here: why, and where other sets are. */
function Nothing({ what, why }: { readonly what: string; readonly why: string }) {
  const t = useComingText()
  const { href } = useMoment()
  return (
    <>
      <FigureSentence size="work">{t('title')}</FigureSentence>
      <EmptyState what={what} why={why} action={<Go href={href(screenPaths.sets)}>{t('none.sets')}</Go>} />
    </>
  )
}

function Rest({ coming, ownKinds }: Pick<ComingFoundProps, 'coming' | 'ownKinds'>) {
  const { askedWhen } = useMoment()
  const sets = useAnswer(listSets, askedWhen)
  if (sets.data === undefined) return null
  const own = ownKinds === undefined ? [] : [{ set: coming.newSide.set, forKinds: ownKinds }]
  return <NotCompared comparison={coming} sets={[...own, ...sets.data.sets]} />
}
