import type { ReactNode } from 'react'

import { useUiText } from './language.tsx'
import { Sign, type SignKind } from './Sign.tsx'

export type VerdictProps = {
  readonly kind: SignKind
  /** The word, where it is not the usual one ("chưa có ý kiến"). */
  readonly children?: ReactNode
  readonly size?: 13 | 16 | 20
}

/** A sign with its word, in the colour of its meaning. */
export function Verdict({ kind, children, size = 16 }: VerdictProps) {
  const t = useUiText()
  return (
    <span className={`ac-verdict ac-word-${kind}`}>
      <Sign kind={kind} size={size} />
      <span>{children ?? t(`sign.${kind}`)}</span>
    </span>
  )
}

/** Stands where a figure would: nothing is known. Never a dash, a zero or an empty cell. */
export function Unknown({ children }: { readonly children?: ReactNode }) {
  const t = useUiText()
  return (
    <span className="ac-unknown">
      <span>{children ?? t('unknown')}</span>
    </span>
  )
}

/** Marks, once at the end of a paragraph or figure, that its numbers are generated and not published. */
export function Illustrative() {
  const t = useUiText()
  return <span className="ac-illustrative">{t('illustrative')}</span>
}

/** A level that nobody has compared with the text of the law yet. */
export function Unchecked({ children }: { readonly children: ReactNode }) {
  const t = useUiText()
  return (
    <span className="ac-unchecked">
      {children}
      <span className="ac-sr"> ({t('unchecked')})</span>
    </span>
  )
}
