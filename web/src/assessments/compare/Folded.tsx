import type { ReactNode } from 'react'

import { useChange, useExtra } from '../../api/Moment.tsx'
import { Section } from '../../ui/Section.tsx'
import { useCompareText } from './texts.ts'

export type FoldedProps = {
  /** Name in the address, where it says that this part is open. */
  readonly name: string
  readonly heading: string
  readonly children: ReactNode
}

const between = ','

/** A part of the screen that opens when asked; which parts are open stands in the address. */
export function Folded({ name, heading, children }: FoldedProps) {
  const t = useCompareText()
  const change = useChange()
  const open = (useExtra('show') ?? '').split(between).filter((each) => each !== '')
  const isOpen = open.includes(name)
  const toggled = isOpen ? open.filter((each) => each !== name) : [...open, name]
  return (
    <Section
      heading={heading}
      aside={
        <button
          type="button"
          className="ac-act ac-noprint"
          aria-expanded={isOpen}
          aria-label={t(isOpen ? 'fold.hideNamed' : 'fold.showNamed', { heading })}
          onClick={() =>
            change({ show: toggled.length === 0 ? undefined : toggled.join(between) }, { replace: true })
          }
        >
          {isOpen ? t('fold.hide') : t('fold.show')}
        </button>
      }
    >
      {isOpen && children}
    </Section>
  )
}
