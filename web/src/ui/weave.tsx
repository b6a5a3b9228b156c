import type { ReactNode } from 'react'

/** How a unit is drawn: by how much it meets, the fuller the more; told by fill and by pattern. */
export type Weave = 'full' | 'high' | 'half' | 'low' | 'bare' | 'unknown' | 'outside'

/** The patterns, once per page: `AppShell` brings them. */
export function WeaveDefs() {
  return (
    <svg className="ac-weave-defs" aria-hidden>
      <defs>
        <Pattern weave="full" size={[8, 8]} ground="var(--ac-b19)" />
        <Pattern weave="high" size={[9, 9]} ground="var(--ac-b15)">
          <path d="M4.5 2.4l2.1 2.1-2.1 2.1-2.1-2.1z" fill="var(--ac-ground)" opacity=".75" />
        </Pattern>
        <Pattern weave="half" size={[9, 7]} ground="var(--ac-b10)">
          <path d="M1 2h4M5.5 5.5h3.5" stroke="var(--ac-ink)" opacity=".42" />
        </Pattern>
        <Pattern weave="low" size={[8, 8]} ground="var(--ac-b5)">
          <circle cx="2" cy="2" r="1.25" fill="var(--ac-bazan)" />
          <circle cx="6" cy="6" r="1.25" fill="var(--ac-bazan)" />
        </Pattern>
        <Pattern weave="bare" size={[8, 8]} ground="var(--ac-b0)">
          <path d="M1.5 1.5l5 5M6.5 1.5l-5 5" stroke="var(--ac-bazan)" strokeWidth="1.5" />
        </Pattern>
        <Pattern weave="unknown" size={[6, 6]} ground="var(--ac-suong-bg)" turn={45}>
          <path d="M0 0v6" stroke="var(--ac-suong)" strokeWidth="2" opacity=".7" />
        </Pattern>
        <Pattern weave="outside" size={[8, 8]} ground="var(--ac-na)" />
      </defs>
    </svg>
  )
}

export function fillOf(weave: Weave): string {
  return `url(#ac-weave-${weave})`
}

export type WeaveSwatchProps = { readonly weave: Weave | 'ring' }

/** A sample of a pattern beside its word. */
export function WeaveSwatch({ weave }: WeaveSwatchProps) {
  return (
    <svg className="ac-swatch" viewBox="0 0 30 20" aria-hidden>
      {weave === 'ring' ? (
        <circle cx="15" cy="10" r="8" fill="none" stroke="var(--ac-ink)" strokeWidth="1.5" />
      ) : (
        <rect width="30" height="20" fill={fillOf(weave)} />
      )}
    </svg>
  )
}

type PatternProps = {
  readonly weave: Weave
  readonly size: readonly [width: number, height: number]
  readonly ground: string
  readonly turn?: number
  readonly children?: ReactNode
}

function Pattern({ weave, size: [width, height], ground, turn, children }: PatternProps) {
  return (
    <pattern
      id={`ac-weave-${weave}`}
      width={width}
      height={height}
      patternUnits="userSpaceOnUse"
      patternTransform={turn === undefined ? undefined : `rotate(${turn})`}
    >
      <rect width={width} height={height} fill={ground} />
      {children}
    </pattern>
  )
}
