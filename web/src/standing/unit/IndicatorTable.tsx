import { useMemo, type ReactNode } from 'react'

import { useChange, useExtra } from '../../api/Moment.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { ReadTable, type Column } from '../../ui/ReadTable.tsx'
import { useMedia } from '../../ui/screen.ts'
import { Sign } from '../../ui/Sign.tsx'
import { Unchecked, Verdict } from '../../ui/Verdict.tsx'
import type { Criterion, Indicator, Standing } from '../answers.ts'
import { conditionsOf, figureText, isChecked, levelText, type Condition } from '../explained.ts'
import { isDivided, type Stage } from '../finding.ts'
import { useStandingText, type StandingSay } from '../texts.ts'
import { IndicatorDetail } from './IndicatorDetail.tsx'

export type IndicatorTableProps = {
  readonly standing: Standing
  readonly criterion: Criterion
  readonly stages: readonly Stage[]
}

/** One row an indicator: figure with what it says, level, what each body concludes; the open one explains itself. */
export function IndicatorTable({ standing, criterion, stages }: IndicatorTableProps) {
  const t = useStandingText()
  const { language } = useLanguage()
  const isNarrow = useMedia('(max-width: 62em), print')
  const change = useChange()
  const asked = useExtra('indicator')
  const open = asked ?? firstWanting(criterion)
  const columns = useMemo((): readonly Column<Indicator>[] => {
    const conclusionColumns = isNarrow
      ? [
          {
            key: 'said',
            head: t('indicator.said'),
            render: (row: Indicator) => <SaidShort indicator={row} stages={stages} />,
          },
        ]
      : stages.map((stage) => ({
          key: stage,
          head: t(`stage.${stage}`),
          render: (row: Indicator) => <SaidBy indicator={row} stage={stage} />,
        }))
    return [
      {
        key: 'name',
        head: t('indicator.name'),
        render: (row) => (
          <button
            type="button"
            className="ac-indicator"
            aria-expanded={row.code === open}
            onClick={() => change({ indicator: row.code === open ? 'none' : row.code }, { replace: true })}
          >
            <span className="ac-so">{row.code}</span> <span>{row.name[language]}</span>
          </button>
        ),
      },
      {
        key: 'figure',
        head: t('indicator.figure'),
        render: (row) => (
          <Lines of={conditionsOf(row)} renderLine={(condition) => <FigureLine condition={condition} />} />
        ),
        isNumber: true,
      },
      {
        key: 'level',
        head: t('indicator.level'),
        render: (row) => (
          <Lines of={conditionsOf(row)} renderLine={(condition) => <LevelLine condition={condition} />} />
        ),
        isNumber: true,
      },
      ...conclusionColumns,
    ]
  }, [t, language, isNarrow, stages, open, change])
  const opened = criterion.indicators.find(({ code }) => code === open)
  return (
    <ReadTable
      caption={t('indicator.caption', { code: criterion.code })}
      isCaptionHidden
      columns={columns}
      rows={criterion.indicators}
      rowKey={({ code }) => code}
      renderReason={(row) => attentionOf(row, t)}
      {...(opened === undefined
        ? {}
        : {
            opened: { key: opened.code, content: <IndicatorDetail standing={standing} indicator={opened} /> },
          })}
    />
  )
}

/** Opens by itself what explains the criterion: a contradiction, else the first unmet indicator. */
function firstWanting({ indicators }: Criterion): string | undefined {
  const wanting =
    indicators.find(({ disagrees }) => disagrees) ?? indicators.find(({ verdict }) => verdict === 'unmet')
  return wanting?.code
}

function attentionOf(row: Indicator, t: StandingSay): string | undefined {
  if (row.disagrees) return t('indicator.disagrees')
  return isDivided(row) ? t('indicator.divided') : undefined
}

function Lines({
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

function FigureLine({ condition }: { readonly condition: Condition }) {
  const t = useStandingText()
  const { language } = useLanguage()
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

function LevelLine({ condition }: { readonly condition: Condition }) {
  const t = useStandingText()
  const { language } = useLanguage()
  const { kind, level } = condition
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

function SaidBy({ indicator, stage }: { readonly indicator: Indicator; readonly stage: Stage }) {
  const t = useStandingText()
  const said = indicator.conclusions.find((each) => each.stage === stage)
  if (said === undefined) return <span className="ac-silent">{t('stage.silent')}</span>
  return <Verdict kind={said.verdict} />
}

/** Where there is little room: "Cả ba cấp: đạt" where they agree, else each of them. */
function SaidShort({
  indicator,
  stages,
}: {
  readonly indicator: Indicator
  readonly stages: readonly Stage[]
}) {
  const t = useStandingText()
  const [first] = indicator.conclusions
  if (first === undefined) return <span className="ac-silent">{t('stage.silentAll')}</span>
  const isWhole = stages.every((stage) => indicator.conclusions.some((each) => each.stage === stage))
  if (isWhole && !isDivided(indicator)) {
    return (
      <span>
        {t('indicator.allSay', { n: stages.length })} <Verdict kind={first.verdict} />
      </span>
    )
  }
  return (
    <ul className="ac-conditions">
      {stages.map((stage) => (
        <li key={stage}>
          {t(`stage.${stage}`)}: <SaidBy indicator={indicator} stage={stage} />
        </li>
      ))}
    </ul>
  )
}
