import { useCallback, useMemo } from 'react'

import { useChange, useExtra } from '../../api/Moment.tsx'
import { Go } from '../../ui/Go.tsx'
import { useFormats } from '../../ui/language.tsx'
import { OpenNumber } from '../../ui/OpenNumber.tsx'
import type { Column } from '../../ui/ReadTable.tsx'
import { Sign } from '../../ui/Sign.tsx'
import { Unknown } from '../../ui/Verdict.tsx'
import { useNaming } from '../../units/names.ts'
import { isRecognisedNoLonger, isUntold, sumsOf, type ComparedUnit, type Comparison } from './answers.ts'
import { useCompareText, type CompareKey } from './texts.ts'
import { useUnitHref } from './unit-href.ts'
import { useUnitWord } from './unit-word.ts'
import { UnitChanges } from './UnitChanges.tsx'
import { UnitRows, useDistrictColumns } from './UnitRows.tsx'

export type UnitTableProps = { readonly comparison: Comparison; readonly units: readonly ComparedUnit[] }

/** The units with what each loses and gains; a number opens to the criteria, one by one, with the reasons. */
export function UnitTable({ comparison, units }: UnitTableProps) {
  const t = useCompareText()
  const word = useUnitWord(comparison)
  const columns = useColumns(comparison)
  const says = useCallback(
    (within: readonly ComparedUnit[]) => {
      const n = within.length
      if (within.every(isUntold)) return t('fold.untold', { n, units: word(n) })
      const { lost, gained } = sumsOf(within)
      return t('fold.says', { n, units: word(n), lost, gained })
    },
    [t, word],
  )
  return (
    <UnitRows
      caption={t('units.caption')}
      columns={columns}
      units={units}
      says={says}
      areas={comparison.areas}
      renderOpened={(unit) => <UnitChanges unit={unit} comparison={comparison} />}
    />
  )
}

function useColumns(comparison: Comparison): readonly Column<ComparedUnit>[] {
  const t = useCompareText()
  const format = useFormats()
  const unitHref = useUnitHref(comparison)
  const { areas } = comparison
  const { title } = useNaming()
  const districts = useDistrictColumns(areas, t('table.area'))
  return useMemo(() => {
    const met = (key: 'old' | 'new'): Column<ComparedUnit> => ({
      key,
      head: t(`table.${key}`),
      render: ({ [key]: { met, of, unknown } }) =>
        unknown === of ? <Unknown /> : `${format.number(met)}/${format.number(of)}`,
      sortBy: ({ [key]: { met, of, unknown } }) => (unknown === of ? undefined : met),
      isNumber: true,
      ...(key === 'new' ? { onPhone: 'beside' } : {}),
    })
    return [
      {
        key: 'name',
        head: t('table.unit'),
        render: (unit) => <Go href={unitHref(unit.id)}>{title(unit)}</Go>,
        sortBy: ({ name }) => name,
      },
      ...districts,
      met('old'),
      met('new'),
      {
        key: 'lost',
        head: t('table.lost'),
        render: (unit) => <OpeningNumber unit={unit} what="lost" />,
        sortBy: ({ lost }) => lost,
        isNumber: true,
      },
      {
        key: 'gained',
        head: t('table.gained'),
        render: (unit) => <OpeningNumber unit={unit} what="gained" />,
        sortBy: ({ gained }) => gained,
        isNumber: true,
      },
      {
        key: 'whole',
        head: t('table.whole'),
        render: (unit) => {
          const word = wholeWord(unit)
          return word === undefined ? undefined : (
            <span className="ac-ranked">
              {unit.ranks.length > 0 && <Sign kind="recognised" label={t('whole.recognisedSign')} />}{' '}
              {t(word)}
            </span>
          )
        },
        sortBy: (unit) => (isRecognisedNoLonger(unit) ? 0 : unit.ranks.length > 0 ? 1 : undefined),
      },
    ]
  }, [districts, t, format, unitHref, title])
}

/** What the unit loses or gains; opens the criteria beneath its row. */
function OpeningNumber({ unit, what }: { readonly unit: ComparedUnit; readonly what: 'lost' | 'gained' }) {
  const t = useCompareText()
  const format = useFormats()
  const { title } = useNaming()
  const change = useChange()
  const isOpen = useExtra('open') === unit.id
  const n = unit[what]
  if (n === 0) return isUntold(unit) ? <Unknown /> : '0'
  return (
    <OpenNumber
      inColumn
      means={t(`unit.opens.${what}`, { n: format.number(n), unit: title(unit) })}
      isOpen={isOpen}
      onOpen={() => change({ open: isOpen ? undefined : unit.id }, { replace: true })}
    >
      {format.number(n)}
    </OpenNumber>
  )
}

/** What became of the whole set, where there is something to say; undefined of a unit that never met it. */
function wholeWord(unit: ComparedUnit): CompareKey | undefined {
  const { old, new: current, ranks } = unit
  if (old.whole === 'met') {
    if (current.whole === 'met') return 'whole.still'
    return current.whole === 'unknown' ? 'whole.nowUnknown' : 'whole.noLonger'
  }
  if (current.whole === 'met') return 'whole.newly'
  return ranks.length > 0 ? 'whole.recognised' : undefined
}
