import { Fragment, type ReactNode } from 'react'

import './facts.css'

export type Fact = { readonly label: string; readonly value: ReactNode }

/** What explains a figure or a verdict, in a fixed order: a label, and what stands behind it. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="ac-facts">
      {facts.map(({ label, value }) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
