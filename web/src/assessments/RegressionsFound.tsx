import { useMemo, type ReactNode } from 'react'

import { screenPaths } from '@ancu/core/kernel'

import { useChange, useExtra, useMoment } from '../api/Moment.tsx'
import { FigureSentence } from '../ui/FigureSentence.tsx'
import { Go } from '../ui/Go.tsx'
import { useFormats } from '../ui/language.tsx'
import { Section } from '../ui/Section.tsx'
import { EmptyState } from '../ui/states.tsx'
import { Illustrative } from '../ui/Verdict.tsx'
import { useNaming } from '../units/names.ts'
import { FallenTables } from './FallenTables.tsx'
import { LossFilters } from './LossFilters.tsx'
import { LossTable } from './LossTable.tsx'
import { StepsTable } from './StepsTable.tsx'
import { filterLosses, totalsOf, yearBefore, type LossFilter, type Regressions } from './regressions.ts'
import { useRegressionsText } from './regressions-texts.ts'

/** Where the list of losses begins on the page. */
const listId = 'danh-sach'

export type RegressionsFoundProps = {
  readonly regressions: Regressions
  /** The choice of days, under the sentence. */
  readonly children: ReactNode
}

/** The sentence, what it is made of, and every loss. */
export function RegressionsFound({ regressions, children }: RegressionsFoundProps) {
  const { lost, step, steps } = regressions
  const change = useChange()
  const filter: LossFilter = {
    text: useExtra('text'),
    cause: useExtra('cause'),
    owner: useExtra('owner'),
  }
  const onFilter = (changes: Partial<LossFilter>) => change(changes, { replace: true })
  return (
    <>
      <Sentence regressions={regressions} />
      <Lead regressions={regressions} />
      {children}
      {lost === 0 ? <Nothing regressions={regressions} /> : null}
      {step !== 'ends' && steps.length > 0 && <StepsTable regressions={regressions} />}
      {lost > 0 && (
        <>
          <FallenTables
            regressions={regressions}
            onOnly={(changes) => {
              onFilter({ cause: undefined, owner: undefined, text: undefined, ...changes })
              requestAnimationFrame(() => document.getElementById(listId)?.scrollIntoView({ block: 'start' }))
            }}
          />
          <Losses regressions={regressions} filter={filter} onFilter={onFilter} />
        </>
      )}
    </>
  )
}

function Sentence({ regressions }: { readonly regressions: Regressions }) {
  const t = useRegressionsText()
  const format = useFormats()
  const { lost, step, units } = regressions
  const [from, to] = [format.day(regressions.from), format.day(regressions.to)]
  const isCut = step !== 'ends'
  return (
    <FigureSentence size="work">
      {lost === 0
        ? t(isCut ? 'sentence.noneCut' : 'sentence.none', { from, to })
        : t(isCut ? 'sentence.cut' : 'sentence', { lost, units: units.length, from, to })}
    </FigureSentence>
  )
}

function Lead({ regressions }: { readonly regressions: Regressions }) {
  const t = useRegressionsText()
  const format = useFormats()
  const { title } = useNaming()
  const { lost, lostToUnknown, notCompared, unit, illustrative } = regressions
  const { before, now, gained } = totalsOf(regressions)
  return (
    <p className="ac-lead">
      {before !== undefined &&
        now !== undefined &&
        t('lead', {
          place: title(unit),
          metBefore: format.number(before.met),
          ofBefore: format.number(before.of),
          metNow: format.number(now.met),
          ofNow: format.number(now.of),
          gained: format.number(gained),
        })}
      {lost > 0 &&
        ` ${lostToUnknown === 0 ? t('lead.noneUnknown') : t('lead.unknown', { n: lostToUnknown })}`}
      {notCompared.length > 0 && ` ${t('lead.notCompared', { n: notCompared.length })}`}
      {illustrative && (
        <>
          {' '}
          <Illustrative />
        </>
      )}
    </p>
  )
}

/** Nothing fell: whether that is good, and where else to look. */
function Nothing({ regressions: { from, to, steps } }: { readonly regressions: Regressions }) {
  const t = useRegressionsText()
  const format = useFormats()
  const { href, world } = useMoment()
  const { before } = totalsOf({ steps })
  const earlier = yearBefore(from)
  const days = { from: format.day(from), to: format.day(to) }
  const hadSome = before !== undefined && before.met > 0
  return (
    <EmptyState
      what={t(hadSome ? 'nothing' : 'nothingBefore', days)}
      why={t(hadSome ? 'nothingWhy' : 'nothingBeforeWhy')}
      {...(world.from === null || earlier < world.from
        ? {}
        : {
            action: (
              <Go href={href(screenPaths.regressions, { from: earlier })}>
                {t('nothingEarlier', { day: format.day(earlier) })}
              </Go>
            ),
          })}
    />
  )
}

function Losses({
  regressions,
  filter,
  onFilter,
}: {
  readonly regressions: Regressions
  readonly filter: LossFilter
  readonly onFilter: (changes: Partial<LossFilter>) => void
}) {
  const t = useRegressionsText()
  const { text, cause, owner } = filter
  const losses = useMemo(
    () => filterLosses(regressions, { text, cause, owner }),
    [regressions, text, cause, owner],
  )
  return (
    <Section heading={t('list', { n: regressions.lost })} id={listId}>
      <LossFilters regressions={regressions} filter={filter} found={losses.length} onFilter={onFilter} />
      {losses.length === 0 ? (
        <EmptyState what={t('filter.nothing')} why={t('filter.nothingWhy')} />
      ) : (
        <LossTable key={`${text} ${cause} ${owner}`} regressions={regressions} losses={losses} />
      )}
    </Section>
  )
}
