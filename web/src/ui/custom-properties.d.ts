import 'react'

declare module 'react' {
  /** Our own custom properties may be set in place. */
  interface CSSProperties {
    readonly [property: `--ac-${string}`]: string | number | undefined
  }
}
