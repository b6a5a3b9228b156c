import type { ReactNode } from 'react'

import { useUiText } from './language.tsx'
import { OpenNumber } from './OpenNumber.tsx'
import { fillOf, WeaveSwatch, type Weave } from './weave.tsx'
import './band-bar.css'

export type Band = {
  readonly key: string
  readonly weave: Weave
  /** "Đủ 19 tiêu chí", "15–18 tiêu chí". */
  readonly label: string
  readonly count: number
  /** Absent where there is nothing to open. */
  readonly onOpen?: () => void
}

export type BandBarProps = {
  /** What is shared out: "85 xã theo số tiêu chí đạt". */
  readonly name: string
  readonly bands: readonly Band[]
  /** Rows of the list that are no part of the bar: wards and towns, the ring. */
  readonly others?: readonly (Omit<Band, 'weave'> & { readonly weave: Weave | 'ring' })[]
  /** What is counted, after its number: "xã"; "commune" or "communes". */
  readonly unit: (count: number) => string
}

/** The key of the diagram, which is a chart too: the units by band, then the list with its counts. */
export function BandBar({ name, bands, others = [], unit }: BandBarProps) {
  const t = useUiText()
  const summary = bands
    .map(({ label, count }) => t('bands.one', { label, count, unit: unit(count) }))
    .join('; ')
  return (
    <div className="ac-bands">
      <div className="ac-bands-bar" role="img" aria-label={`${name}: ${summary}`}>
        {bands
          .filter(({ count }) => count > 0)
          .map(({ key, weave, count }) => (
            <svg key={key} style={{ flexGrow: count }}>
              <rect width="100%" height="100%" fill={fillOf(weave)} />
            </svg>
          ))}
      </div>
      <ul className="ac-bands-list">
        {[...bands, ...others].map((band) => (
          <li key={band.key}>
            <WeaveSwatch weave={band.weave} />
            <span>{band.label}</span>
            <Count {...band} unit={unit} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Count({
  label,
  count,
  onOpen,
  unit,
}: Omit<Band, 'weave'> & { readonly unit: BandBarProps['unit'] }): ReactNode {
  const t = useUiText()
  const words = `${count}\u00a0${unit(count)}`
  if (onOpen === undefined || count === 0) return <b className="ac-so">{words}</b>
  return (
    <OpenNumber means={t('bands.open', { count, unit: unit(count), label })} onOpen={onOpen}>
      <span className="ac-so">{words}</span>
    </OpenNumber>
  )
}
