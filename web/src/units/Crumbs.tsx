import { Fragment } from 'react'

import { noBreak } from '@ancu/core/text'

import { useMoment } from '../api/Moment.tsx'
import { Go } from '../ui/Go.tsx'
import { capitalised } from './names.ts'
import { useUnitsText } from './texts.ts'
import './units.css'

export type CrumbsProps = {
  /** What the unit lies in, the widest first. */
  readonly ancestors: readonly { readonly id: string; readonly name: string }[]
}

/** The way down to a unit; every step is a page. */
export function Crumbs({ ancestors }: CrumbsProps) {
  const t = useUnitsText()
  const { href } = useMoment()
  return (
    <nav className="ac-crumbs ac-small" aria-label={t('crumbs')}>
      <Go href={href('/don-vi')}>{t('allUnits')}</Go>
      {ancestors.map(({ id, name }) => (
        <Fragment key={id}>
          <span aria-hidden> › </span>
          <Go href={href(`/don-vi/${id}`)}>{capitalised(noBreak(name))}</Go>
        </Fragment>
      ))}
    </nav>
  )
}
