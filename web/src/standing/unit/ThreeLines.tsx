import type { ReactNode } from 'react'

import { useChange } from '../../api/Moment.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Sign } from '../../ui/Sign.tsx'
import type { Criterion, Standing } from '../answers.ts'
import { dangersOf, nextStepOf, type Danger, type NextStep } from '../finding.ts'
import { useStandingText, type StandingSay } from '../texts.ts'
import type { Decision } from '../register.ts'

export type ThreeLinesProps = {
  readonly standing: Standing
  /** Recognitions in force on the day, oldest first. */
  readonly recognitions: readonly Decision[]
}

/** What is missing, what is in danger, what to do next: by rule, before any detail. */
export function ThreeLines({ standing, recognitions }: ThreeLinesProps) {
  const t = useStandingText()
  const dangers = dangersOf(standing, recognitions)
  return (
    <dl className="ac-three">
      <dt>{t('three.missing')}</dt>
      <dd>
        <MissingLine standing={standing} />
      </dd>
      <dt>{t('three.danger')}</dt>
      <dd>
        {dangers.length === 0
          ? t('danger.none')
          : dangers.map((danger) => (
              <span key={danger.kind} className="ac-three-one">
                <DangerLine danger={danger} />
              </span>
            ))}
      </dd>
      <dt>{t('three.next')}</dt>
      <dd>
        <NextLine step={nextStepOf(standing, recognitions.length > 0)} />
      </dd>
    </dl>
  )
}

function MissingLine({ standing }: { readonly standing: Standing }) {
  const t = useStandingText()
  const { language } = useLanguage()
  const named = (wanted: Criterion['verdict']) =>
    standing.criteria
      .filter(({ verdict }) => verdict === wanted)
      .map(({ name }) => (language === 'vi' ? name.short : name.shortEn))
  const [unmet, unknown] = [named('unmet'), named('unknown')]
  if (unmet.length === 0 && unknown.length === 0) return t('missing.nothing')
  if (unknown.length === standing.criteria.length) return t('missing.allUnknown')
  const unknownWords =
    unknown.length > mostNamed
      ? t('missing.unknownMany', { n: unknown.length })
      : t('missing.unknown', { names: unknown.join(', ') })
  return (
    <>
      {unmet.join(', ')}
      {unmet.length > 0 && unknown.length > 0 && '; '}
      {unknown.length > 0 && unknownWords}
    </>
  )
}

function DangerLine({ danger }: { readonly danger: Danger }) {
  const t = useStandingText()
  switch (danger.kind) {
    case 'recognisedNotMeeting':
      return (
        <>
          <Sign kind="recognised" />{' '}
          {danger.year === undefined
            ? t('danger.recognisedNotMeeting')
            : t('danger.recognisedNotMeetingYear', { year: String(danger.year) })}
        </>
      )
    case 'disagrees':
      return (
        <>
          <Sign kind="differs" />{' '}
          {t('danger.disagrees', { n: danger.codes.length, codes: someOf(danger.codes, t) })}
        </>
      )
    case 'stale':
      return (
        <>
          <Sign kind="staleMet" />{' '}
          {t('danger.stale', { n: danger.codes.length, codes: someOf(danger.codes, t) })}
        </>
      )
  }
}

const mostNamed = 6

function someOf(codes: readonly string[], t: StandingSay): string {
  const named = codes.slice(0, mostNamed).join(', ')
  return codes.length > mostNamed ? t('andMore', { named, n: codes.length - mostNamed }) : named
}

function NextLine({ step }: { readonly step: NextStep }): ReactNode {
  const t = useStandingText()
  const { language } = useLanguage()
  switch (step.kind) {
    case 'reconcile':
      return (
        <>
          {t(step.code === step.criterion ? 'next.reconcileCriterion' : 'next.reconcile', {
            code: step.code,
          })}{' '}
          <OpenCriterion criterion={step.criterion} code={step.code} />
        </>
      )
    case 'end': {
      const codes = step.open.map(({ indicator }) => indicator.code)
      return (
        <>
          {t(`next.end.${step.missing}`, { n: codes.length, codes: someOf(codes, t) })}{' '}
          <OpenCriterion criterion={step.criterion} code={codes[0] ?? step.criterion} />
        </>
      )
    }
    case 'learn':
      return (
        <>
          {t('next.learn', { n: step.criteria.length })}{' '}
          <OpenCriterion criterion={step.criteria[0] ?? ''} code={step.criteria[0] ?? ''} />
        </>
      )
    case 'renew':
      return (
        <>
          {t('next.renew', { code: step.code })} <OpenCriterion criterion={step.criterion} code={step.code} />
        </>
      )
    case 'reach': {
      const unmet = step.criterion.indicators
        .filter(({ verdict }) => verdict === 'unmet')
        .map(({ code }) => code)
      const name = step.criterion.name[language]
      return (
        <>
          {unmet.length === 0
            ? t('next.reach', { code: step.criterion.code, name })
            : t('next.reachIndicators', {
                code: step.criterion.code,
                name,
                n: unmet.length,
                codes: someOf(unmet, t),
              })}{' '}
          <OpenCriterion criterion={step.criterion.code} code={unmet[0] ?? step.criterion.code} />
        </>
      )
    }
    case 'fulfil':
      return t('next.fulfil', { name: step.prerequisite.name[language] })
    case 'propose':
      return t('next.propose')
    case 'keep':
      return t('next.keep')
  }
}

function OpenCriterion({ criterion, code }: { readonly criterion: string; readonly code: string }) {
  const t = useStandingText()
  const change = useChange()
  return (
    <button
      type="button"
      className="ac-act"
      onClick={() => {
        change({ criterion, indicator: code === criterion ? undefined : code })
        requestAnimationFrame(() => document.getElementById('tieu-chi')?.scrollIntoView({ block: 'start' }))
      }}
    >
      {code === criterion ? t('next.openCriterion', { code }) : t('next.openIndicator', { code })}
    </button>
  )
}
