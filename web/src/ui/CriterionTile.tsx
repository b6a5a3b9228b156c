import type { ReactNode, Ref } from 'react'

import { useUiText } from './language.tsx'
import { Sign, type SignKind } from './Sign.tsx'

/** What a criterion can be in: its verdict, or its verdict from figures that are too old. */
export type TileState = Extract<
  SignKind,
  'met' | 'basicallyMet' | 'unmet' | 'unknown' | 'staleMet' | 'staleUnmet' | 'notApplicable'
>

export type Criterion = {
  readonly code: string
  readonly name: string
  readonly state: TileState
  /** Key when revocation is judged: losing it counts twice as heavily. */
  readonly isKey?: boolean
  /** One line of why, or of the day: "14,6 %, ngưỡng ≤ 7 %", "số 12/2023". */
  readonly why?: ReactNode
}

export type CriterionTileProps = Criterion & {
  readonly isOpen: boolean
  readonly panelId: string
  /** On a phone what is met takes one line: the sign says it, and the word is kept for readers. */
  readonly isBrief: boolean
  readonly onToggle: () => void
  readonly ref?: Ref<HTMLButtonElement>
}

/** One criterion: number, sign, name, verdict, why. The whole tile opens it. */
export function CriterionTile({
  code,
  name,
  state,
  isKey = false,
  why,
  isOpen,
  panelId,
  isBrief,
  onToggle,
  ref,
}: CriterionTileProps) {
  const t = useUiText()
  const isOneLine = isBrief && state === 'met'
  return (
    <button
      ref={ref}
      type="button"
      className="ac-tile"
      data-state={state}
      aria-expanded={isOpen}
      aria-controls={isOpen ? panelId : undefined}
      onClick={onToggle}
    >
      <span className="ac-tile-code">
        {code}
        {isKey && <Sign kind="key" size={13} label={t('sign.key')} />}
      </span>
      <span className="ac-tile-sign">
        <Sign kind={state} size={20} />
      </span>
      <span className="ac-tile-name">{name}</span>
      <span className={isOneLine ? 'ac-sr' : `ac-tile-word ac-word-${state}`}>{t(`sign.${state}`)}</span>
      {why !== undefined && !isOneLine && <span className="ac-tile-why">{why}</span>}
    </button>
  )
}
