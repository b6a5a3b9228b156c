import { useMemo } from 'react'

import { useChange, useExtra } from '../../api/Moment.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { ReadTable, type Column } from '../../ui/ReadTable.tsx'
import { useMedia } from '../../ui/screen.ts'
import { Verdict } from '../../ui/Verdict.tsx'
import type { Criterion, Indicator, Standing } from '../answers.ts'
import { conditionsOf } from '../explained.ts'
import { isDivided, type Stage } from '../finding.ts'
import { scoreShort } from '../points.ts'
import { useStandingText, type StandingSay } from '../texts.ts'
import { ConditionLines, FigureLine, LevelLine } from './ConditionLines.tsx'
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
          <ConditionLines
            of={conditionsOf(row)}
            renderLine={(condition) => <FigureLine condition={condition} />}
          />
        ),
        isNumber: true,
      },
      {
        key: 'level',
        head: t('indicator.level'),
        render: (row) => (
          <ConditionLines
            of={conditionsOf(row)}
            renderLine={(condition) => <LevelLine condition={condition} />}
          />
        ),
        isNumber: true,
      },
      ...(criterion.score === null
        ? []
        : [
            {
              key: 'points',
              head: t('indicator.points'),
              render: ({ score }: Indicator) => score && scoreShort(score, t, language),
              isNumber: true,
            },
          ]),
      ...conclusionColumns,
    ]
  }, [t, language, isNarrow, stages, open, change, criterion.score])
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
