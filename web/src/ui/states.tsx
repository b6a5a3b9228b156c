import { useEffect, useState, type ReactNode } from 'react'

import { useUiText } from './language.tsx'
import './states.css'

export type EmptyStateProps = {
  /** What is not there: "Chưa có số liệu tháng 3 của xã Ia Đal." */
  readonly what: ReactNode
  /** Why it is empty, until when, who should act. */
  readonly why: ReactNode
  /** One button or link. */
  readonly action?: ReactNode
}

/** Nothing is here, and why. */
export function EmptyState({ what, why, action }: EmptyStateProps) {
  return (
    <div className="ac-empty">
      <p>
        <b>{what}</b> {why}
      </p>
      {action !== undefined && <p>{action}</p>}
    </div>
  )
}

export type ErrorNoteProps = {
  /** What did not happen. */
  readonly what: ReactNode
  /** What is safe all the same. */
  readonly safe?: ReactNode
  /** What to do now. */
  readonly todo: ReactNode
  readonly action?: ReactNode
  /** For whoever looks into it; small, last. */
  readonly reference?: string
}

/** Something did not work: what did not happen, what is safe, what to do. */
export function ErrorNote({ what, safe, todo, action, reference }: ErrorNoteProps) {
  const t = useUiText()
  return (
    <div className="ac-note ac-note-error" role="alert">
      <p>
        <b>{what}</b> {safe}
      </p>
      <p>{todo}</p>
      {action !== undefined && <p className="ac-note-action">{action}</p>}
      {reference !== undefined && <p className="ac-note-text">{t('error.reference', { reference })}</p>}
    </div>
  )
}

export type NoteProps = {
  readonly tone: 'care' | 'offline'
  readonly children: ReactNode
}

/** Says something that needs care, or that the network is gone. */
export function Note({ tone, children }: NoteProps) {
  return <div className={tone === 'care' ? 'ac-note' : 'ac-note ac-note-offline'}>{children}</div>
}

export type LoadingProps = {
  /** Said after three seconds: what is being computed and how far. */
  readonly says?: ReactNode
}

/** Nothing for 300 ms; then still grey bars; after 3 s a sentence. Never a spinner over content. */
export function Loading({ says }: LoadingProps) {
  const t = useUiText()
  const stage = useStage()
  return (
    <div className="ac-loading" role="status">
      {stage !== 'nothing' && (
        <div className="ac-loading-bars" aria-hidden>
          <div />
          <div />
          <div />
          <div />
        </div>
      )}
      {stage === 'long' && <p className="ac-small">{says ?? t('loading')}</p>}
    </div>
  )
}

function useStage(): 'nothing' | 'bars' | 'long' {
  const [stage, setStage] = useState<'nothing' | 'bars' | 'long'>('nothing')
  useEffect(() => {
    const timers = [setTimeout(() => setStage('bars'), 300), setTimeout(() => setStage('long'), 3000)]
    return () => timers.forEach((timer) => clearTimeout(timer))
  }, [])
  return stage
}
