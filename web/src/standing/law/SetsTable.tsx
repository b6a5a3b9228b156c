import { useMemo } from 'react'

import { unitMessages } from '@ancu/core/units'

import { useMoment } from '../../api/Moment.tsx'
import { Go } from '../../ui/Go.tsx'
import { useFormats, useLanguage } from '../../ui/language.tsx'
import { ReadTable, type Column } from '../../ui/ReadTable.tsx'
import { Unknown } from '../../ui/Verdict.tsx'
import { DocumentName } from '../unit/sources.tsx'
import type { SetRow, Sets } from './answers.ts'
import { usePeriod } from './period.ts'
import { comingPath, couldTakeOver } from './taking-over.ts'
import { useLawText } from './texts.ts'

export type SetsTableProps = {
  readonly caption: string
  readonly sets: readonly SetRow[]
  readonly answer: Sets
}

/** Sets with their time, how far they are known, and what of them is wanted. */
export function SetsTable({ caption, sets, answer }: SetsTableProps) {
  const columns = useColumns(answer)
  return (
    <div className="ac-sets">
      <ReadTable
        caption={caption}
        isCaptionHidden
        columns={columns}
        rows={sets.toSorted((one, other) => placeOf(one) - placeOf(other))}
        rowKey={({ set }) => set}
      />
    </div>
  )
}

const kindsInOrder: readonly string[] = ['commune', 'village', 'ruralDistrict', 'provincialCity', 'province']

/** The set that judges first, then sets of communes, villages, districts, provinces. */
function placeOf({ judges, forKinds }: SetRow): number {
  if (judges) return -1
  const place = Math.min(...forKinds.map((kind) => kindsInOrder.indexOf(kind)).filter((at) => at >= 0))
  return Number.isFinite(place) ? place : kindsInOrder.length
}

function useColumns(answer: Sets): readonly Column<SetRow>[] {
  const t = useLawText()
  const { language } = useLanguage()
  const period = usePeriod()
  const { href } = useMoment()
  return useMemo(
    () => [
      {
        key: 'name',
        head: t('sets.name'),
        render: (row) => (
          <>
            <Go href={href(`/bo-tieu-chi/${row.set}`)}>{row.name[language]}</Go>
            {couldTakeOver(row, answer) && (
              <span className="ac-small ac-under ac-noprint">
                <Go href={href(comingPath(row.set))}>{t('set.coming')}</Go>
              </span>
            )}
          </>
        ),
      },
      {
        key: 'for',
        head: t('sets.for'),
        render: ({ forKinds }) =>
          forKinds.map((kind) => unitMessages(language).say(`kind.${kind}`)).join(', '),
      },
      { key: 'period', head: t('sets.period'), render: ({ inForce }) => period(inForce) },
      { key: 'applied', head: t('sets.applied'), render: (row) => <Applied row={row} answer={answer} /> },
      { key: 'size', head: t('sets.size'), render: (row) => <Size row={row} />, isNumber: true },
      { key: 'known', head: t('sets.known'), render: (row) => <Known row={row} />, isNumber: true },
      { key: 'open', head: t('sets.open'), render: (row) => <Open row={row} /> },
    ],
    [t, language, period, href, answer],
  )
}

function Applied({ row: { applied }, answer }: { readonly row: SetRow; readonly answer: Sets }) {
  const t = useLawText()
  const format = useFormats()
  if (applied === null) return <Unknown>{t('sets.notApplied')}</Unknown>
  return (
    <span className="ac-cell">
      <span className="ac-so">{format.day(applied.from)}</span>
      {applied.assumed && <span className="ac-small"> ({t('sets.assumed')})</span>}
      {applied.document !== null && (
        <span className="ac-small ac-under">
          <DocumentName standing={{ documents: answer.documents, entries: {} }} id={applied.document} />
        </span>
      )}
    </span>
  )
}

function Size({ row: { criteria, indicators, declaredIndicators } }: { readonly row: SetRow }) {
  const t = useLawText()
  const format = useFormats()
  if (declaredIndicators === null) return `${format.number(criteria)} / ${format.number(indicators)}`
  if (declaredIndicators === 'unknown') {
    return (
      <span className="ac-cell">
        {t('sets.sizeUnknown', { criteria: format.number(criteria) })}
        <span className="ac-small ac-under">{t('sets.partlyUnknown', { n: indicators })}</span>
      </span>
    )
  }
  return (
    <span className="ac-cell">
      {`${format.number(criteria)} / ${format.number(declaredIndicators)}`}
      <span className="ac-small ac-under">
        {t('sets.partly', { n: indicators, all: declaredIndicators })}
      </span>
    </span>
  )
}

function Known({ row: { levels } }: { readonly row: SetRow }) {
  const t = useLawText()
  const format = useFormats()
  const known = levels.stated + levels.decided
  const all = known + levels.delegated + levels.unknown
  if (all === 0) return <span className="ac-small">{t('sets.noLevels')}</span>
  return t('sets.knownOf', { known: format.number(known), all: format.number(all) })
}

/** What would make the set whole: levels of either kind, indicators that are not known. */
function Open({ row: { levels, declaredIndicators } }: { readonly row: SetRow }) {
  const t = useLawText()
  const open = (['unknown', 'delegated'] as const).filter((state) => levels[state] > 0)
  if (open.length === 0 && declaredIndicators === null) return t('sets.none')
  return (
    <span className="ac-cell">
      {open.map((state) => (
        <Unknown key={state}>{t(`sets.${state}`, { n: levels[state] })}</Unknown>
      ))}
      {declaredIndicators !== null && <Unknown>{t('sets.more')}</Unknown>}
    </span>
  )
}
