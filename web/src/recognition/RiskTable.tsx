import { useMemo } from 'react'

import { useMoment } from '../api/Moment.tsx'
import { useStandingText } from '../standing/texts.ts'
import { Go } from '../ui/Go.tsx'
import { useFormats, useLanguage } from '../ui/language.tsx'
import { ReadTable, type Column } from '../ui/ReadTable.tsx'
import type { TableFolds } from '../ui/table-folds.ts'
import { Unknown, Verdict } from '../ui/Verdict.tsx'
import { capitalised, useNaming, withinWhat } from '../units/names.ts'
import { CriteriaNames } from './CriteriaNames.tsx'
import { stateOf, type AtRisk, type RiskRow, type RowState } from './risk.ts'
import { useStateWords } from './state-words.ts'
import { useRiskText } from './texts.ts'

export type RiskTableProps = { readonly risk: AtRisk; readonly rows: readonly RiskRow[] }

/** One line per recognition, the nearest to revocation first. */
export function RiskTable({ risk, rows }: RiskTableProps) {
  const t = useRiskText()
  const columns = useColumns(risk)
  const { language } = useLanguage()
  const folds = useMemo(
    (): TableFolds<RiskRow> => ({
      groupOf: ({ unit, district }) => ({
        id: district ?? '',
        name: capitalised(withinWhat(unit.place[language])),
      }),
      says: (within) => {
        const count = (state: RowState) => within.filter((row) => stateOf(row) === state).length
        const n = within.length
        return count('withoutRule') === n
          ? t('fold.saysNoRule', { n })
          : t('fold.says', { n, risk: count('risk'), possible: count('possible') })
      },
    }),
    [language, t],
  )
  return (
    <ReadTable
      caption={t('list')}
      isCaptionHidden
      isWide
      folds={folds}
      columns={columns}
      rows={rows}
      rowKey={({ unit, rank }) => `${unit.id} ${rank}`}
    />
  )
}

function useColumns({ documents }: AtRisk): readonly Column<RiskRow>[] {
  const t = useRiskText()
  const standing = useStandingText()
  const format = useFormats()
  const { language } = useLanguage()
  const { href } = useMoment()
  const { title } = useNaming()
  const stateWords = useStateWords()
  return useMemo(
    () => [
      {
        key: 'unit',
        head: t('unit'),
        sortBy: ({ unit }) => unit.name,
        render: ({ unit, rank, set }) => (
          <>
            <Go href={href(`/don-vi/${unit.id}`, unitExtra(rank, set))}>{title(unit)}</Go>
            <span className="ac-small ac-risk-line">{withinWhat(unit.place[language])}</span>
          </>
        ),
      },
      {
        key: 'rank',
        head: t('recognised'),
        render: ({ rank, decision: { number, day, document } }) => {
          const told = number ?? documents[document ?? '']?.number
          return (
            <span>
              {standing(`rankShort.${rank}`)}
              <span className="ac-small ac-risk-line">
                {told == null
                  ? t('decision.noNumber', { day: format.day(day) })
                  : t('decision', { number: told, day: format.day(day) })}
              </span>
            </span>
          )
        },
      },
      {
        key: 'status',
        head: t('status'),
        render: (row) => <State state={stateOf(row)} words={stateWords(stateOf(row))} />,
      },
      {
        key: 'failing',
        head: t('failing'),
        isNumber: true,
        sortBy: ({ of, failing }) => (of === 0 ? undefined : failing.least),
        render: ({ of, failing }) =>
          of === 0 ? undefined : (
            <span className="ac-nowrap">
              {t('failingOf', { failing: between(failing), of: format.number(of) })}
            </span>
          ),
      },
      {
        key: 'key',
        head: t('keyFailing'),
        isNumber: true,
        render: ({ of, keyFailing }) =>
          of === 0 ? undefined : <span className="ac-nowrap">{between(keyFailing)}</span>,
      },
      {
        key: 'margin',
        head: t('margin'),
        sortBy: ({ margin }) => margin?.least,
        render: ({ status, rule, margin }) => {
          if (rule === null) return undefined
          if (status === 'risk') return t('margin.reached')
          if (margin === null) return <Unknown />
          return (
            <span className="ac-nowrap">
              {margin.least === margin.most
                ? t('margin.left', { n: margin.least })
                : t('margin.between', { least: margin.least, most: margin.most })}
            </span>
          )
        },
      },
      {
        key: 'unmet',
        head: t('unmet'),
        render: ({ of, unmet, unknown }) =>
          of === 0 ? undefined : <CriteriaNames unmet={unmet} unknown={unknown} />,
      },
    ],
    [t, standing, format, language, href, title, stateWords, documents],
  )
}

/** The unit's page by the set that judges the rank, where that is not the one the province applies to all. */
function unitExtra(rank: RiskRow['rank'], set: string | null) {
  return { unit: undefined, ...(rank === 'standard' || set === null ? {} : { set }) }
}

function between({ least, most }: RiskRow['failing']): string {
  return least === most ? String(least) : `${least}–${most}`
}

function State({ state, words }: { readonly state: RowState; readonly words: string }) {
  switch (state) {
    case 'risk':
      return <Verdict kind="unmet">{words}</Verdict>
    case 'possible':
    case 'unknown':
      return <Verdict kind="unknown">{words}</Verdict>
    case 'none':
    case 'withoutRule':
      return words
  }
}
