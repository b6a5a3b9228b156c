import type { ReactNode } from 'react'

import { useLanguage } from '../../ui/language.tsx'
import { Sign } from '../../ui/Sign.tsx'
import { Unchecked, Verdict } from '../../ui/Verdict.tsx'
import { figureText, isChecked, levelText, type Condition } from '../explained.ts'
import { useStandingText } from '../texts.ts'

/** The conditions of one indicator, a line each. */
export function ConditionLines({
  of,
  renderLine,
}: {
  readonly of: readonly Condition[]
  readonly renderLine: (condition: Condition) => ReactNode
}) {
  const [only] = of
  if (of.length === 1 && only !== undefined) return renderLine(only)
  return (
    <ul className="ac-conditions">
      {of.map((condition, index) => (
        <li key={index}>{renderLine(condition)}</li>
      ))}
    </ul>
  )
}

/** What is known, and what it says; where the program looks into its own registers, what they say. */
export function FigureLine({ condition }: { readonly condition: Condition }) {
  const t = useStandingText()
  const { language } = useLanguage()
  if (isOwn(condition)) return <Verdict kind={condition.verdict} />
  if (condition.measure === undefined) return <span className="ac-small">{t('figure.concludedOnly')}</span>
  if (condition.figure?.notApplicableReason !== undefined) {
    return <Verdict kind="notApplicable">{condition.figure.notApplicableReason}</Verdict>
  }
  const text = condition.measure.kind === 'pass' ? undefined : figureText(condition, language)
  if (condition.figure === undefined) {
    return (
      <span className="ac-figure-line">
        <span className="ac-small">{t('figure.none')}</span>{' '}
        <Sign kind="unknown" label={t('computed.unknown')} />
      </span>
    )
  }
  return (
    <span className="ac-figure-line">
      {text ?? t(condition.figure.num === 1 ? 'figure.yes' : 'figure.no')}{' '}
      <Sign kind={condition.verdict} label={t(`computed.${condition.verdict}`)} />
    </span>
  )
}

/** What it is held against. */
export function LevelLine({ condition }: { readonly condition: Condition }) {
  const t = useStandingText()
  const { language } = useLanguage()
  const { kind, level } = condition
  if (isOwn(condition) || kind === 'score') return <span className="ac-small">{t('level.own')}</span>
  if (kind === 'pass') return <Mark isChecked={isChecked(condition)}>{t('level.pass')}</Mark>
  if (kind === 'noneOf') return <Mark isChecked={isChecked(condition)}>{t('level.noneOf')}</Mark>
  const text = levelText(condition, language)
  if (text === undefined) {
    return (
      <span className="ac-small">{t(level?.kind === 'delegated' ? 'level.delegated' : 'level.unknown')}</span>
    )
  }
  return <Mark isChecked={isChecked(condition)}>{text}</Mark>
}

function Mark({ isChecked, children }: { readonly isChecked: boolean; readonly children: string }) {
  return isChecked ? children : <Unchecked>{children}</Unchecked>
}

/** Asks what the program holds of the unit or of those below it: no figure, no level of its own. */
function isOwn({ kind }: Condition): boolean {
  return kind === 'register' || kind === 'unitsAtLeast' || kind === 'unitsAtMost'
}
