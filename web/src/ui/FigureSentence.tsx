import type { ReactNode } from 'react'

import './open-number.css'

export type FigureSentenceProps = {
  /** The sentence with its numbers that open inside. */
  readonly children: ReactNode
  /** 40 px on the overview, 36 on other screens, 30 where people work. */
  readonly size?: 'overview' | 'screen' | 'work'
}

/** Opens a screen with what is true, in words: the heading of the page. */
export function FigureSentence({ children, size = 'screen' }: FigureSentenceProps) {
  return (
    <h1 className="ac-sentence" data-size={size}>
      {children}
    </h1>
  )
}
