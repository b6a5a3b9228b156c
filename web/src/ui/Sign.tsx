import './sign.css'

/** The signs of the program: told apart by silhouette first, then by word, then by colour. */
export type SignKind =
  | 'met'
  | 'basicallyMet'
  | 'unmet'
  | 'unknown'
  | 'staleMet'
  | 'staleUnmet'
  | 'notApplicable'
  | 'key'
  | 'recognised'
  | 'agrees'
  | 'differs'

export type SignProps = {
  readonly kind: SignKind
  /** Edge in CSS pixels of a 16 px root: 16 in text, 20 on a tile, 26 alone. */
  readonly size?: 13 | 16 | 20 | 26
  /** Accessible name where no word stands beside the sign; without it the sign is hidden from readers. */
  readonly label?: string
}

/** A sign alone. Where there is room use `Verdict`, which says its word as well. */
export function Sign({ kind, size = 16, label }: SignProps) {
  const name = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <svg className={`ac-sign ac-sign-${kind}`} data-size={size} viewBox="0 0 16 16" {...name}>
      {shapes[kind]}
    </svg>
  )
}

const staleSquare = 'M2 2h12v12H2zM8 4.8V8.4l2.6 1.7'
const staleDiamond = 'M8 1 15 8 8 15 1 8zM8 4.8V8.4l2.2 1.4'

const shapes = {
  met: (
    <>
      <path d="M1.5 1.5h13v13h-13z" />
      <path className="ac-sign-inner" d="M4.4 8.3l2.5 2.5 4.8-5.4" />
    </>
  ),
  basicallyMet: (
    <>
      <path d="M1.5 1.5h13v6.8l-6.2 6.2H1.5z" />
      <path className="ac-sign-inner" d="M4 7.6l2.3 2.3 4.3-4.8" />
    </>
  ),
  unmet: (
    <>
      <path d="M8 .4 15.6 8 8 15.6.4 8z" />
      <path className="ac-sign-inner" d="M4.9 8h6.2" />
    </>
  ),
  unknown: (
    <>
      <path strokeDasharray="2.2 1.9" d="M2 2h12v12H2z" />
      <path d="M4.2 11.8l7.6-7.6M4.2 7.6l3.4-3.4M8.4 11.8l3.4-3.4" />
    </>
  ),
  staleMet: <path d={staleSquare} />,
  staleUnmet: <path d={staleDiamond} />,
  notApplicable: <path d="M2.5 8h11" />,
  key: <path d="M5.2 1Q8 2.4 10.8 1L15.6 14.6H.4z" />,
  recognised: (
    <>
      <circle cx="8" cy="8" r="6.6" />
      <circle cx="8" cy="8" r="3.2" />
    </>
  ),
  agrees: <path d="M2 5.5h12M2 10.5h12" />,
  differs: <path d="M2 5.5h12M2 10.5h12M11 1.5L5 14.5" />,
} as const satisfies Record<SignKind, React.ReactElement>
