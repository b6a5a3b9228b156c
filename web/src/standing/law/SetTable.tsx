import { useState } from 'react'

import { useChange, useExtra } from '../../api/Moment.tsx'
import { useFormats, useLanguage } from '../../ui/language.tsx'
import { useIsPhone } from '../../ui/screen.ts'
import { SourcePlace } from '../../ui/SourcePlace.tsx'
import { everyColumn, type ReadCriterion, type Reading } from './answers.ts'
import { busiestColumn, columnIds } from './cells.ts'
import { CriterionRows, PrerequisiteRows } from './SetRows.tsx'
import { useLawText } from './texts.ts'

export type SetTableProps = { readonly reading: Reading; readonly criteria: readonly ReadCriterion[] }

/** The annex: groups, criteria, indicators, and a column of levels for each kind of unit; on a phone one of them. */
export function SetTable({ reading, criteria }: SetTableProps) {
  const t = useLawText()
  const { language } = useLanguage()
  const isPhone = useIsPhone()
  const asked = useExtra('column')
  const [opened, setOpened] = useState<string>()
  const all = columnIds(reading)
  const chosen = all.find((id) => id === asked) ?? busiestColumn(reading)
  const columns = isPhone ? [chosen] : all
  const isWhole = criteria.length === reading.criteria.length
  return (
    <SourcePlace>
      {isPhone && all.length > 1 && <ColumnChoice reading={reading} chosen={chosen} />}
      <table className="ac-annex">
        <caption className="ac-sr">{t('set.caption', { name: reading.name[language] })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('set.indicator')}</th>
            {columns.map((id) => (
              <ColumnHead key={id} reading={reading} id={id} />
            ))}
          </tr>
        </thead>
        {isWhole && <PrerequisiteRows reading={reading} columns={columns} />}
        {criteria.map((criterion, index) => (
          <CriterionRows
            key={criterion.code}
            reading={reading}
            criterion={criterion}
            beginsGroup={criteria[index - 1]?.group.vi !== criterion.group.vi}
            columns={columns}
            opened={opened}
            onOpen={(code) => setOpened(code === opened ? undefined : code)}
          />
        ))}
      </table>
    </SourcePlace>
  )
}

function ColumnHead({ reading, id }: { readonly reading: Reading; readonly id: string }) {
  const t = useLawText()
  const { language } = useLanguage()
  const format = useFormats()
  const column = reading.columns.find((each) => each.id === id)
  if (column === undefined) return <th scope="col">{t('set.level')}</th>
  return (
    <th scope="col" data-idle={column.units === 0 ? true : undefined}>
      {column.name[language]}
      {column.units > 0 && (
        <span className="ac-annex-units">{t('set.units', { n: format.number(column.units) })}</span>
      )}
    </th>
  )
}

/** On a phone one column is read at a time. */
function ColumnChoice({ reading, chosen }: { readonly reading: Reading; readonly chosen: string }) {
  const t = useLawText()
  const { language } = useLanguage()
  const change = useChange()
  if (chosen === everyColumn) return null
  return (
    <label className="ac-annex-choice">
      <span>{t('set.column')}</span>
      <select
        value={chosen}
        onChange={(event) => change({ column: event.currentTarget.value }, { replace: true })}
      >
        {reading.columns.map(({ id, name, units }) => (
          <option key={id} value={id}>
            {units > 0 ? `${name[language]} (${t('set.units', { n: units })})` : name[language]}
          </option>
        ))}
      </select>
    </label>
  )
}
