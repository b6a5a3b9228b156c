import { useMemo, type ReactNode } from 'react'

import { useExtra } from '../../api/Moment.tsx'
import { ReadTable, type Column } from '../../ui/ReadTable.tsx'
import type { TableFolds } from '../../ui/table-folds.ts'
import { useNaming } from '../../units/names.ts'
import type { ComparedUnit, Comparison } from './answers.ts'

export type UnitRowsProps<Unit extends ComparedUnit> = {
  readonly caption: string
  readonly columns: readonly Column<Unit>[]
  readonly units: readonly Unit[]
  /** What is said of units that lie folded together. */
  readonly says: (units: readonly Unit[]) => string
  readonly areas: Comparison['areas']
  /** What stands beneath the row that is open. */
  readonly renderOpened: (unit: Unit) => ReactNode
}

/** Units of a comparison, those that lose most first; the one named in the address is open. */
export function UnitRows<Unit extends ComparedUnit>({
  caption,
  columns,
  units,
  says,
  areas,
  renderOpened,
}: UnitRowsProps<Unit>) {
  const openId = useExtra('open')
  const districtOf = useDistricts(areas)
  const folds = useMemo((): TableFolds<Unit> => {
    const groupOf = (unit: Unit) => {
      const name = districtOf(unit)
      return name === undefined ? undefined : { id: unit.district ?? '', name }
    }
    return { groupOf, says }
  }, [districtOf, says])
  const open = units.find(({ id }) => id === openId)
  return (
    <ReadTable
      caption={caption}
      isCaptionHidden
      isWide
      folds={folds}
      columns={columns}
      rows={units}
      rowKey={({ id }) => id}
      sorted={{ by: 'lost', descending: true }}
      {...(open === undefined ? {} : { opened: { key: open.id, content: renderOpened(open) } })}
    />
  )
}

/** In which district a unit lies; none where all lie in the same. */
export function useDistrictColumns(
  areas: Comparison['areas'],
  head: string,
): readonly Column<ComparedUnit>[] {
  const districtOf = useDistricts(areas)
  return useMemo(
    () =>
      areas.length < 2
        ? []
        : [{ key: 'district', head, render: districtOf, sortBy: districtOf, isFoldName: true }],
    [areas, head, districtOf],
  )
}

function useDistricts(areas: Comparison['areas']): (unit: ComparedUnit) => string | undefined {
  const { title } = useNaming()
  return useMemo(() => {
    const districts = new Map<string, string>(areas.map(({ unit }) => [unit.id, title(unit)]))
    return ({ district }) => districts.get(district ?? '')
  }, [areas, title])
}
