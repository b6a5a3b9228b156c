import { listRegressions } from '@ancu/core/assessments'
import { parseDay, screenPaths } from '@ancu/core/kernel'

import { useAnswer } from '../api/answers.ts'
import { Answered } from '../api/FaultPage.tsx'
import { useChange, useExtra, useMoment } from '../api/Moment.tsx'
import { Page } from '../ui/AppShell.tsx'
import { Choice } from '../ui/Choice.tsx'
import { DayForm } from '../ui/DayForm.tsx'
import { Go } from '../ui/Go.tsx'
import { useFormats } from '../ui/language.tsx'
import { Popup } from '../ui/Popup.tsx'
import { ErrorNote } from '../ui/states.tsx'
import { ChangesNav } from './ChangesNav.tsx'
import { RegressionsFound } from './RegressionsFound.tsx'
import { stepWords, yearBefore, type Step } from './regressions.ts'
import { useRegressionsText } from './regressions-texts.ts'
import './regressions.css'

/** What units met on one day and no longer meet on the day looked at, and why. */
export function RegressionsPage() {
  const t = useRegressionsText()
  const { asked, area, day } = useMoment()
  const { on, ...rest } = asked
  const from = useExtra('from') ?? yearBefore(day)
  const step = stepIn(useExtra('step'))
  const isBackwards = (parseDay(from) ?? '') >= day
  const query = useAnswer(
    listRegressions,
    {
      ...rest,
      from,
      step,
      ...(on === undefined ? {} : { to: on }),
      ...(area === undefined ? {} : { unit: area }),
    },
    { enabled: !isBackwards },
  )
  const isRefused = isBackwards || query.isError
  return (
    <Page title={t('title')}>
      <ChangesNav current="regressions" />
      {isRefused && <h1 className="ac-sr">{t('title')}</h1>}
      {isBackwards ? (
        <Backwards from={from} />
      ) : (
        <Answered query={query} todo={t('refusedTodo')}>
          {(regressions) => (
            <div aria-busy={query.isPlaceholderData}>
              <RegressionsFound regressions={regressions}>
                <Span from={from} step={step} />
              </RegressionsFound>
            </div>
          )}
        </Answered>
      )}
      {isRefused && <Span from={from} step={step} />}
    </Page>
  )
}

function stepIn(asked: string | undefined): Step {
  return stepWords.find((each) => each === asked) ?? 'ends'
}

/** The first day is not before the day looked at. */
function Backwards({ from }: { readonly from: string }) {
  const t = useRegressionsText()
  const format = useFormats()
  const { day, href } = useMoment()
  const usual = yearBefore(day)
  return (
    <ErrorNote
      what={t('backwards', { from: format.day(from), to: format.day(day) })}
      todo={t('refusedTodo')}
      action={<Go href={href(screenPaths.regressions)}>{t('nothingEarlier', { day: format.day(usual) })}</Go>}
    />
  )
}

/** From which day, to the one of the time bar, and where the time between is cut. */
function Span({ from, step }: { readonly from: string; readonly step: Step }) {
  const t = useRegressionsText()
  const format = useFormats()
  const change = useChange()
  const { world, day } = useMoment()
  const usual = yearBefore(day)
  const chosen = parseDay(from) ?? usual
  return (
    <div className="ac-span ac-noprint">
      <p className="ac-span-days">
        {t('from')}{' '}
        <Popup label={format.day(chosen)} name={t('fromDay')}>
          {(close) => (
            <DayForm
              label={t('fromDay')}
              day={chosen}
              first={world.from ?? chosen}
              last={day}
              onDay={(picked) => {
                close()
                change({ from: picked === usual ? undefined : picked })
              }}
            />
          )}
        </Popup>{' '}
        {t('to', { day: format.day(day) })}
      </p>
      <Choice
        legend={t('step')}
        isLegendHidden
        value={step}
        options={stepWords.map((value) => ({ value, label: t(`step.${value}`) }))}
        onChoose={(picked) => change({ step: picked === 'ends' ? undefined : picked }, { replace: true })}
      />
    </div>
  )
}
