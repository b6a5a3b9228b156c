import { screenPaths } from '@ancu/core/kernel'

import { useMoment } from '../api/Moment.tsx'
import { useScreenText } from '../api/texts.ts'
import { Go } from '../ui/Go.tsx'
import './changes-nav.css'

/** Screens about what does not stay, does not agree or is carried over, in the order of the row. */
const names = ['regressions', 'atRisk', 'disagreements', 'carryOver'] as const

export type ChangesScreen = (typeof names)[number]

export type ChangesNavProps = {
  /** The screen that shows the row. */
  readonly current: ChangesScreen
}

/** One row of links among the screens about changes; each keeps the moment and the area. */
export function ChangesNav({ current }: ChangesNavProps) {
  const t = useScreenText()
  const { href } = useMoment()
  return (
    <nav className="ac-changes-nav ac-noprint" aria-label={t('nav.changesRow')}>
      {names.map((name) => (
        <Go key={name} href={href(screenPaths[name])} isCurrent={name === current}>
          {t(`nav.${name}`)}
        </Go>
      ))}
    </nav>
  )
}
