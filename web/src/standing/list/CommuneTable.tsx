import { useMemo } from 'react'

import { useMoment } from '../../api/Moment.tsx'
import { Go } from '../../ui/Go.tsx'
import { useFormats } from '../../ui/language.tsx'
import { ReadTable, type Column } from '../../ui/ReadTable.tsx'
import { Sign } from '../../ui/Sign.tsx'
import type { FoldGroup, TableFolds } from '../../ui/table-folds.ts'
import { Illustrative, Verdict } from '../../ui/Verdict.tsx'
import { useNaming } from '../../units/names.ts'
import { isJudged, wholeOf, type CommuneRow, type Overview } from '../answers.ts'
import { inherited } from '../filter.ts'
import { MetOf } from '../RowsPanel.tsx'
import { useStandingText } from '../texts.ts'
import { StitchRow } from './StitchRow.tsx'
import './list.css'

export type CommuneTableProps = { readonly overview: Overview; readonly rows: readonly CommuneRow[] }

/** Communes with what each stands at; the foot adds them up and says what it could not add. */
export function CommuneTable({ overview, rows }: CommuneTableProps) {
  const t = useStandingText()
  const format = useFormats()
  const inOrder = useMemo(() => byDistrict(overview, rows), [overview, rows])
  const totals = useMemo(() => totalsOf(rows), [rows])
  const columns = useColumns(overview, rows, totals)
  const folds = useFolds(overview)
  return (
    <>
      <ReadTable
        caption={t('list.caption')}
        isCaptionHidden
        isWide
        folds={folds}
        columns={columns}
        rows={inOrder}
        rowKey={({ id }) => id}
        total={{
          label: t('list.total', { n: totals.counted, count: format.number(totals.counted) }),
          ...(totals.unknown > 0 ? { incomplete: t('list.incomplete', { n: totals.unknown }) } : {}),
        }}
      />
      {rows.some(({ illustrative }) => illustrative) && (
        <p className="ac-foot">
          <Illustrative />
        </p>
      )}
    </>
  )
}

/** District by district as the province lists them; inside one, as given. */
function byDistrict({ districts }: Overview, rows: readonly CommuneRow[]): readonly CommuneRow[] {
  const placeOf = new Map<string, number>(districts.map(({ id }, index) => [id, index]))
  const place = ({ district }: CommuneRow) => placeOf.get(district ?? '') ?? districts.length
  return rows.toSorted((one, other) => place(one) - place(other))
}

function useFolds({ districts }: Overview): TableFolds<CommuneRow> {
  const t = useStandingText()
  const { title } = useNaming()
  return useMemo(() => {
    const groups = new Map<string, FoldGroup>(
      districts.map((each) => [each.id, { id: each.id, name: title(each) }]),
    )
    return {
      groupOf: ({ district }) => groups.get(district ?? ''),
      says: (within) => {
        const { counted, meeting } = totalsOf(within)
        return t('list.fold', { n: within.length, counted, meeting })
      },
    }
  }, [districts, t, title])
}

type Totals = {
  readonly counted: number
  readonly met: number
  readonly unknown: number
  readonly recognised: number
  readonly meeting: number
}

function totalsOf(rows: readonly CommuneRow[]): Totals {
  const counted = rows.filter(({ applicable }) => applicable)
  const judged = counted.filter(isJudged)
  return {
    counted: counted.length,
    met: judged.reduce((sum, { least }) => sum + least, 0),
    unknown: judged.reduce((sum, { least, most }) => sum + most - least, 0),
    recognised: counted.filter(({ ranks }) => ranks.length > 0).length,
    meeting: counted.filter(({ whole }) => whole === 'met').length,
  }
}

function useColumns(
  overview: Overview,
  rows: readonly CommuneRow[],
  totals: Totals,
): readonly Column<CommuneRow>[] {
  const t = useStandingText()
  const format = useFormats()
  const { href } = useMoment()
  const { title } = useNaming()
  return useMemo(() => {
    const full = overview.criteria.length
    const districts = new Map<string, string>(overview.districts.map((each) => [each.id, title(each)]))
    const district: Column<CommuneRow> = {
      key: 'district',
      head: t('list.district'),
      render: (row) => districts.get(row.district ?? ''),
      sortBy: (row) => districts.get(row.district ?? ''),
      isFoldName: true,
    }
    const old: Column<CommuneRow> = {
      key: 'inherits',
      head: t('list.inherits'),
      render: (row) => {
        const share = inherited(row)
        return share === undefined ? undefined : t('list.inheritsOf', share)
      },
      sortBy: (row) => {
        const share = inherited(row)
        return share === undefined ? undefined : share.met / share.of
      },
    }
    return [
      {
        key: 'name',
        head: t('list.name'),
        render: (row) => <Go href={href(`/don-vi/${row.id}`)}>{title(row)}</Go>,
        sortBy: ({ name }) => name,
      },
      ...(districts.size > 1 ? [district] : []),
      {
        key: 'met',
        head: t('list.met', { full }),
        render: (row) => <MetOf row={row} of={full} />,
        sortBy: (row) => row.least ?? undefined,
        isNumber: true,
        total: `${format.number(totals.met)}/${format.number(totals.counted * full)}`,
        onPhone: 'beside',
      },
      {
        key: 'stitches',
        head: t('list.cloth'),
        render: (row) => (row.verdicts === '' ? undefined : <StitchRow verdicts={row.verdicts} />),
      },
      {
        key: 'whole',
        head: t('list.whole'),
        render: (row) => (row.applicable ? <Verdict kind={wholeOf(row)} /> : undefined),
        sortBy: (row) => ({ met: 0, unknown: 1, unmet: 2, notApplicable: 3 })[wholeOf(row)],
        total: t('list.meeting', { n: totals.meeting }),
      },
      {
        key: 'recognised',
        head: t('list.recognised'),
        render: ({ ranks }) =>
          ranks.length === 0 ? undefined : (
            <span className="ac-ranked">
              <Sign kind="recognised" /> {ranks.map((rank) => t(`rankShort.${rank}`)).join(', ')}
            </span>
          ),
        sortBy: ({ ranks }) => (ranks.length === 0 ? undefined : ranks.join(' ')),
        total: t('list.recognisedTotal', { n: totals.recognised }),
      },
      ...(rows.some((row) => row.inherits.length > 0) ? [old] : []),
    ]
  }, [overview, rows, totals, t, format, href, title])
}
