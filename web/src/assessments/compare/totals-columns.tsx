import { useMemo } from 'react'

import { useFormats } from '../../ui/language.tsx'
import type { Column } from '../../ui/ReadTable.tsx'
import { useCauseWords } from '../causes.ts'
import type { Totals } from './answers.ts'
import { useCompareText } from './texts.ts'

/**
 * Met before and now, lost, gained and why: the same columns behind whatever names the row. What is unknown has a
 * column where anything is.
 */
export function useTotalsColumns({ new: { unknown: unknownNow } }: Totals): readonly Column<Totals>[] {
  const t = useCompareText()
  const format = useFormats()
  const causeWords = useCauseWords()
  return useMemo(() => {
    const unknownColumn: Column<Totals> = {
      key: 'unknown',
      head: t('table.unknown'),
      render: ({ new: { unknown } }) => (unknown === 0 ? undefined : format.number(unknown)),
      sortBy: ({ new: { unknown } }) => unknown,
      isNumber: true,
    }
    return [
      {
        key: 'old',
        head: t('table.old'),
        render: ({ old }) => `${format.number(old.met)}/${format.number(old.of)}`,
        sortBy: ({ old }) => old.met,
        isNumber: true,
      },
      {
        key: 'new',
        head: t('table.new'),
        render: ({ new: current }) => `${format.number(current.met)}/${format.number(current.of)}`,
        sortBy: ({ new: current }) => current.met,
        isNumber: true,
        onPhone: 'beside',
      },
      {
        key: 'lost',
        head: t('table.lost'),
        render: ({ lost }) => format.number(lost),
        sortBy: ({ lost }) => lost,
        isNumber: true,
      },
      {
        key: 'gained',
        head: t('table.gained'),
        render: ({ gained }) => format.number(gained),
        sortBy: ({ gained }) => gained,
        isNumber: true,
      },
      ...(unknownNow === 0 ? [] : [unknownColumn]),
      {
        key: 'cause',
        head: t('table.cause'),
        render: ({ causes: [first] }) =>
          first === undefined ? undefined : (
            <span>
              {causeWords(first.cause)} <span className="ac-so">({format.number(first.count)})</span>
            </span>
          ),
      },
    ]
  }, [t, format, causeWords, unknownNow])
}
