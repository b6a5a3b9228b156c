import { Fragment } from 'react'

import { noBreak } from '@ancu/core/text'

import { useMoment } from '../api/Moment.tsx'
import { Go } from '../ui/Go.tsx'
import { useLanguage } from '../ui/language.tsx'
import { capitalised } from './names.ts'
import { useUnitsText } from './texts.ts'
import './units.css'

export type CrumbsProps = {
  /** What the unit lies in, the nearest first. */
  readonly ancestors: readonly { readonly id: string; readonly name: string }[]
  /** The unit with all it lies in: tells "huyện Kon Tum" and "tỉnh Kon Tum" apart. */
  readonly place: { readonly vi: string; readonly en: string }
}

/** The way down to a unit; every step is a page. */
export function Crumbs({ ancestors, place }: CrumbsProps) {
  const t = useUnitsText()
  const { href } = useMoment()
  const { language } = useLanguage()
  const words = place[language].split(', ').slice(1)
  const steps = ancestors.map(({ id, name }, index) => ({ id, words: words[index] ?? name })).toReversed()
  return (
    <nav className="ac-crumbs ac-small" aria-label={t('crumbs')}>
      <Go href={href('/don-vi')}>{t('allUnits')}</Go>
      {steps.map(({ id, words }) => (
        <Fragment key={id}>
          <span aria-hidden> › </span>
          <Go href={href(`/don-vi/${id}`)}>{capitalised(noBreak(words))}</Go>
        </Fragment>
      ))}
    </nav>
  )
}
