import type { ReactNode } from 'react'

import { useUiText } from './language.tsx'
import './strip.css'

export type StripMark = {
  /** The mark stands before this place, counted from 1: at 6 it says "from the sixth on". */
  readonly at: number
  readonly label: ReactNode
}

export type TristateStripProps = {
  /** The finding, as an interval while anything is unknown. */
  readonly heading: ReactNode
  readonly places: number
  /** Failures stand from the left, unknowns next, the rest is open. */
  readonly unmet: number
  readonly unknown: number
  readonly marks: readonly StripMark[]
  /** What makes the interval, the article, and that only a decision revokes. */
  readonly children?: ReactNode
}

/** A row of N places: how far it is to losing recognition, or to the standard. */
export function TristateStrip({ heading, places, unmet, unknown, marks, children }: TristateStripProps) {
  const t = useUiText()
  const cells = Array.from({ length: places }, (_, index) =>
    index < unmet ? 'unmet' : index < unmet + unknown ? 'unknown' : 'open',
  )
  return (
    <div className="ac-strip">
      <h2>{heading}</h2>
      <div className="ac-strip-labels">
        <span>{t('strip.unmet', { count: unmet })}</span>
        {unknown > 0 && <span>{t('strip.unknown', { count: unknown })}</span>}
      </div>
      <div className="ac-strip-row" role="img" aria-label={t('strip.row', { places, unmet, unknown })}>
        {cells.map((kind, index) => (
          <svg key={index} viewBox="0 0 16 16" className={`ac-place-${kind}`}>
            <path d={kind === 'unmet' ? 'M8 .6 15.4 8 8 15.4.6 8z' : 'M1.8 1.8h12.4v12.4H1.8z'} />
            {kind === 'unknown' && <path d="M4.2 11.8l7.6-7.6M4.2 7.6l3.4-3.4M8.4 11.8l3.4-3.4" />}
          </svg>
        ))}
        {marks.map(({ at }) => (
          <span key={at} className="ac-strip-mark" style={{ left: `${((at - 1) / places) * 100}%` }} />
        ))}
      </div>
      <ul className="ac-strip-says">
        {marks.map(({ at, label }) => (
          <MarkLabel key={at} share={(at - 1) / places}>
            {label}
          </MarkLabel>
        ))}
      </ul>
      {children !== undefined && <div className="ac-small ac-strip-why">{children}</div>}
    </div>
  )
}

/** Begins at its mark; past the middle it ends there, so that it stays inside. */
function MarkLabel({ share, children }: { readonly share: number; readonly children: ReactNode }) {
  const percent = `${share * 100}%`
  return (
    <li data-side={share > 0.5 ? 'before' : 'after'} style={{ '--ac-at': percent }}>
      <span>{children}</span>
    </li>
  )
}
