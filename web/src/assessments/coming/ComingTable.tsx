import { useCallback, useMemo } from 'react'

import { useChange, useExtra } from '../../api/Moment.tsx'
import { Go } from '../../ui/Go.tsx'
import { useFormats } from '../../ui/language.tsx'
import type { Column } from '../../ui/ReadTable.tsx'
import { Unknown } from '../../ui/Verdict.tsx'
import { useNaming } from '../../units/names.ts'
import { isUntold, sumsOf } from '../compare/answers.ts'
import { useUnitHref } from '../compare/unit-href.ts'
import { useUnitWord } from '../compare/unit-word.ts'
import { UnitChanges } from '../compare/UnitChanges.tsx'
import { UnitRows, useDistrictColumns } from '../compare/UnitRows.tsx'
import { keptBy, type Coming, type ComingUnit } from './answers.ts'
import { FirstThing, NearThings } from './NearThings.tsx'
import { useComingText } from './texts.ts'

export type ComingTableProps = { readonly coming: Coming; readonly units: readonly ComingUnit[] }

/** The units with what they keep, lose and should do first; a row opens to all of it. */
export function ComingTable({ coming, units }: ComingTableProps) {
  const t = useComingText()
  const word = useUnitWord(coming)
  const columns = useColumns(coming)
  const says = useCallback(
    (within: readonly ComingUnit[]) => {
      const n = within.length
      const { kept, lost } = sumsOf(within)
      const unknown = within.reduce((sum, { new: side }) => sum + side.unknown, 0)
      return t('fold.says', { n, units: word(n), kept, lost, unknown })
    },
    [t, word],
  )
  return (
    <UnitRows
      caption={t('units.caption')}
      columns={columns}
      units={units}
      says={says}
      areas={coming.areas}
      renderOpened={(unit) => <Opened unit={unit} coming={coming} />}
    />
  )
}

function useColumns(coming: Coming): readonly Column<ComingUnit>[] {
  const t = useComingText()
  const format = useFormats()
  const unitHref = useUnitHref(coming)
  const { areas } = coming
  const { title } = useNaming()
  const districts = useDistrictColumns(areas, t('table.area'))
  return useMemo(() => {
    const change = (key: 'kept' | 'lost', count: (unit: ComingUnit) => number): Column<ComingUnit> => ({
      key,
      head: t(`table.${key}`),
      render: (unit) => (count(unit) === 0 && isUntold(unit) ? <Unknown /> : format.number(count(unit))),
      sortBy: (unit) => (count(unit) === 0 && isUntold(unit) ? undefined : count(unit)),
      isNumber: true,
    })
    return [
      {
        key: 'name',
        head: t('table.unit'),
        render: (unit) => <Go href={unitHref(unit.id)}>{title(unit)}</Go>,
        sortBy: ({ name }) => name,
      },
      ...districts,
      change('kept', keptBy),
      change('lost', ({ lost }) => lost),
      {
        key: 'unknown',
        head: t('table.unknown'),
        render: ({ new: { unknown, of } }) => `${format.number(unknown)}/${format.number(of)}`,
        sortBy: ({ new: { unknown } }) => unknown,
        isNumber: true,
      },
      {
        key: 'first',
        head: t('table.first'),
        render: (unit) => (
          <div className="ac-coming-first">
            <FirstThing unit={unit} />
            <OpenRow unit={unit} />
          </div>
        ),
      },
    ]
  }, [districts, t, format, unitHref, title])
}

function OpenRow({ unit }: { readonly unit: ComingUnit }) {
  const t = useComingText()
  const change = useChange()
  const { title } = useNaming()
  const isOpen = useExtra('open') === unit.id
  return (
    <button
      type="button"
      className="ac-act ac-noprint"
      aria-expanded={isOpen}
      aria-label={t(isOpen ? 'row.closes' : 'row.opens', { unit: title(unit) })}
      onClick={() => change({ open: isOpen ? undefined : unit.id }, { replace: true })}
    >
      {t(isOpen ? 'row.close' : 'row.open')}
    </button>
  )
}

function Opened({ unit, coming }: { readonly unit: ComingUnit; readonly coming: Coming }) {
  return (
    <div className="ac-coming-opened">
      <NearThings unit={unit} coming={coming} />
      <UnitChanges unit={unit} comparison={coming} />
    </div>
  )
}
