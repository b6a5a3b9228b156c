import { useState, type ReactNode } from 'react'

import { useMoment } from '../api/Moment.tsx'
import { Go } from '../ui/Go.tsx'
import { useFormats } from '../ui/language.tsx'
import { OpenNumber } from '../ui/OpenNumber.tsx'
import { SourcePanel, type SourcePart } from '../ui/SourcePanel.tsx'
import { Unknown } from '../ui/Verdict.tsx'
import { useNaming } from '../units/names.ts'
import { isJudged, type CommuneRow, type Overview } from './answers.ts'
import { CopyLink } from './CopyLink.tsx'
import { DownloadRows } from './DownloadRows.tsx'
import { filterRows, type RowFilter } from './filter.ts'
import { useStandingText } from './texts.ts'

export type RowsPanelProps = {
  readonly overview: Overview
  readonly filter: RowFilter
  /** What is counted, as a finding: "48 xã đạt đủ 19/19 tiêu chí". */
  readonly title: ReactNode
  readonly rule: ReactNode
  /** The sum behind an average, and the like; districts stand here otherwise. */
  readonly parts?: readonly SourcePart[]
}

/** The rows behind a number: by district first, then each of them; the same rows as the list of units shows. */
export function RowsPanel({ overview, filter, title, rule, parts }: RowsPanelProps) {
  const t = useStandingText()
  const { href } = useMoment()
  const asOf = useAsOf(overview)
  const [isEach, setEach] = useState(false)
  const rows = filterRows(overview, filter)
  const districts = useDistrictParts(overview, rows, filter)
  const each = useRowParts(overview, rows)
  const listHref = href('/don-vi', filter)
  const hasSummary = parts !== undefined || districts.length > 1
  return (
    <SourcePanel
      title={title}
      rule={rule}
      asOf={asOf}
      parts={isEach || !hasSummary ? each : (parts ?? districts)}
      isIllustrative={rows.some(({ illustrative }) => illustrative)}
      actions={
        <>
          {hasSummary && rows.length > 0 && (
            <button
              type="button"
              className="ac-act ac-noprint"
              aria-expanded={isEach}
              onClick={() => setEach(!isEach)}
            >
              {isEach ? t('rows.bySum') : t('rows.each', { count: rows.length })}
            </button>
          )}
          {rows.length > 0 && (
            <Go href={listHref} className="ac-act ac-noprint">
              {t('rows.inList')}
            </Go>
          )}
          {rows.length > 0 && <DownloadRows overview={overview} rows={rows} />}
          <CopyLink href={listHref} />
        </>
      }
    />
  )
}

export type RowsNumberProps = RowsPanelProps & {
  /** The number as it is read. */
  readonly children: ReactNode
  /** The whole meaning, beginning with the number. */
  readonly means: string
}

/** A number of communes that opens to them, in the nearest `SourcePlace`. */
export function RowsNumber({ children, means, ...panel }: RowsNumberProps) {
  return (
    <OpenNumber means={means} renderSource={() => <RowsPanel {...panel} />}>
      {children}
    </OpenNumber>
  )
}

/** Day and knowledge of an answer, in the words of the time bar. */
export function useAsOf({ on, known, knownSeq }: Pick<Overview, 'on' | 'known' | 'knownSeq'>): string {
  const t = useStandingText()
  const format = useFormats()
  const day = format.day(on)
  return known === null
    ? t('asOf.knownToday', { day, seq: knownSeq })
    : t('asOf.known', { day, known: format.day(known), seq: knownSeq })
}

function useDistrictParts(
  overview: Overview,
  rows: readonly CommuneRow[],
  filter: RowFilter,
): readonly SourcePart[] {
  const { href } = useMoment()
  const { title } = useNaming()
  return overview.districts.flatMap((district): SourcePart[] => {
    const inside = rows.filter((row) => row.district === district.id)
    if (inside.length === 0) return []
    return [
      {
        key: district.id,
        label: title(district),
        value: (
          <OpenNumber
            inColumn
            href={href('/don-vi', { ...filter, district: district.id })}
            means={`${inside.length}, ${title(district)}`}
          >
            {inside.length}
          </OpenNumber>
        ),
      },
    ]
  })
}

function useRowParts(overview: Overview, rows: readonly CommuneRow[]): readonly SourcePart[] {
  const { href } = useMoment()
  const { title } = useNaming()
  return rows.map((row) => ({
    key: row.id,
    label: <Go href={href(`/don-vi/${row.id}`)}>{title(row)}</Go>,
    value: <MetOf row={row} of={overview.criteria.length} />,
  }))
}

/** "14/19", or "13–15/19" while some are unknown; nothing is known of a commune that no set judges. */
export function MetOf({
  row,
  of,
}: {
  readonly row: Pick<CommuneRow, 'applicable' | 'whole' | 'least' | 'most'>
  readonly of: number
}) {
  const t = useStandingText()
  if (!row.applicable) return <span>{t('rows.notCounted')}</span>
  if (!isJudged(row) || (row.least === 0 && row.most === of)) return <Unknown />
  return (
    <>
      {row.least === row.most ? row.least : `${row.least}–${row.most}`}/{of}
    </>
  )
}
