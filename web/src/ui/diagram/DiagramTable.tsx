import { useMemo } from 'react'

import { Go } from '../Go.tsx'
import { useUiText } from '../language.tsx'
import { ReadTable, type Column } from '../ReadTable.tsx'
import { Sign } from '../Sign.tsx'
import { WeaveSwatch } from '../weave.tsx'
import type { DiagramGroup, DiagramUnit } from './units.ts'

export type DiagramTableProps = {
  readonly name: string
  readonly units: readonly DiagramUnit[]
  readonly groups: readonly DiagramGroup[]
  readonly unitHref: (unitId: string) => string
}

/** The rows of the diagram in words. */
export function DiagramTable({ name, units, groups, unitHref }: DiagramTableProps) {
  const t = useUiText()
  const columns = useMemo((): readonly Column<DiagramUnit>[] => {
    const groupOf = (unit: DiagramUnit) => groups.find(({ id }) => id === unit.group)?.name ?? ''
    return [
      {
        key: 'unit',
        head: t('cloth.unit'),
        render: (unit) => <Go href={unitHref(unit.id)}>{unit.fullName}</Go>,
        sortBy: ({ name }) => name,
      },
      { key: 'group', head: t('cloth.group'), render: groupOf, sortBy: groupOf },
      {
        key: 'says',
        head: t('diagram.standing'),
        render: (unit) => (
          <span className="ac-diagram-row">
            <WeaveSwatch weave={unit.weave} />
            <span>{unit.says}</span>
          </span>
        ),
      },
      {
        key: 'recognised',
        head: t('sign.recognised'),
        render: ({ isRecognised }) => (isRecognised ? <Sign kind="recognised" label={t('yes')} /> : t('no')),
        sortBy: ({ isRecognised }) => (isRecognised ? 0 : 1),
      },
    ]
  }, [groups, unitHref, t])
  return (
    <div className="ac-diagram-table">
      <ReadTable caption={name} isCaptionHidden columns={columns} rows={units} rowKey={({ id }) => id} />
    </div>
  )
}
