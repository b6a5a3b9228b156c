import { useState, type ReactNode } from 'react'

import { listUnits } from '@ancu/core/units'

import { useAnswer } from '../../api/answers.ts'
import { Answered } from '../../api/FaultPage.tsx'
import { useMoment } from '../../api/Moment.tsx'
import { Go } from '../../ui/Go.tsx'
import { Sign } from '../../ui/Sign.tsx'
import { Illustrative } from '../../ui/Verdict.tsx'
import { useNaming } from '../../units/names.ts'
import type { CommuneRow, Overview } from '../answers.ts'
import { MetOf } from '../RowsPanel.tsx'
import { useStandingText } from '../texts.ts'

/** Province, districts, communes, villages: each opens to what lies in it; villages are asked for when opened. */
export function UnitTree({ overview }: { readonly overview: Overview }) {
  const { title } = useNaming()
  const { districts, unit, rows } = overview
  const without = rows.filter((row) => !districts.some(({ id }) => id === row.district))
  return (
    <ul className="ac-tree">
      <Branch label={<UnitLink id={unit.id} name={title(unit)} />} name={title(unit)} isOpenAtFirst>
        {districts.map((district) => (
          <DistrictBranch key={district.id} overview={overview} district={district} />
        ))}
        {without.map((row) => (
          <CommuneBranch key={row.id} overview={overview} row={row} />
        ))}
      </Branch>
    </ul>
  )
}

function DistrictBranch({
  overview,
  district,
}: {
  readonly overview: Overview
  readonly district: Overview['districts'][number]
}) {
  const t = useStandingText()
  const { title } = useNaming()
  const rows = overview.rows.filter((row) => row.district === district.id)
  const counted = rows.filter(({ applicable }) => applicable)
  return (
    <Branch
      label={<UnitLink id={district.id} name={title(district)} />}
      name={title(district)}
      note={t('tree.meeting', {
        met: counted.filter(({ whole }) => whole === 'met').length,
        of: counted.length,
      })}
    >
      {rows.map((row) => (
        <CommuneBranch key={row.id} overview={overview} row={row} />
      ))}
    </Branch>
  )
}

function CommuneBranch({ overview, row }: { readonly overview: Overview; readonly row: CommuneRow }) {
  const { title } = useNaming()
  return (
    <Branch
      label={<UnitLink id={row.id} name={title(row)} />}
      name={title(row)}
      note={
        <>
          {row.applicable && <MetOf row={row} of={overview.criteria.length} />}{' '}
          {row.ranks.length > 0 && <Sign kind="recognised" />}
        </>
      }
    >
      <Villages commune={row.id} />
    </Branch>
  )
}

function Villages({ commune }: { readonly commune: string }) {
  const t = useStandingText()
  const { title } = useNaming()
  const { askedWhen } = useMoment()
  const query = useAnswer(listUnits, { ...askedWhen, area: commune, level: 'village' })
  return (
    <Answered query={query}>
      {({ units }) =>
        units.length === 0 ? (
          <li className="ac-small">{t('tree.noVillages')}</li>
        ) : (
          units.map((village) => (
            <li key={village.id} className="ac-tree-leaf">
              <UnitLink id={village.id} name={title(village)} />{' '}
              {village.nameIllustrative && <Illustrative />}
            </li>
          ))
        )
      }
    </Answered>
  )
}

type BranchProps = {
  readonly label: ReactNode
  readonly name: string
  readonly note?: ReactNode
  readonly isOpenAtFirst?: boolean
  readonly children: ReactNode
}

/** What lies in a branch is made only once it is open. */
function Branch({ label, name, note, isOpenAtFirst = false, children }: BranchProps) {
  const t = useStandingText()
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  return (
    <li>
      <div className="ac-tree-line">
        <button
          type="button"
          className="ac-toggle ac-tree-toggle"
          aria-expanded={isOpen}
          aria-label={t(isOpen ? 'tree.close' : 'tree.open', { name })}
          onClick={() => setOpen(!isOpen)}
        />
        {label}
        {note !== undefined && <span className="ac-small ac-so">{note}</span>}
      </div>
      {isOpen && <ul>{children}</ul>}
    </li>
  )
}

function UnitLink({ id, name }: { readonly id: string; readonly name: string }) {
  const { href } = useMoment()
  return <Go href={href(`/don-vi/${id}`)}>{name}</Go>
}
