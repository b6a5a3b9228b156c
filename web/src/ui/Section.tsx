import { useId, type ReactNode } from 'react'

import './section.css'

/** The woven thread under the header: once per page. */
export function Thread() {
  return <div className="ac-thread" aria-hidden />
}

export type SectionProps = {
  /** The finding, not a label. */
  readonly heading: ReactNode
  /** At the right of the heading: what is shown, or a link to all of it. */
  readonly aside?: ReactNode
  readonly children: ReactNode
  readonly id?: string
}

/** A part of a page: a rule of ink, a heading that says what was found. */
export function Section({ heading, aside, children, id }: SectionProps) {
  const headingId = useId()
  return (
    <section className="ac-section" aria-labelledby={headingId} id={id}>
      <div className="ac-section-head">
        <h2 id={headingId}>{heading}</h2>
        {aside !== undefined && <div className="ac-small ac-section-aside">{aside}</div>}
      </div>
      {children}
    </section>
  )
}
