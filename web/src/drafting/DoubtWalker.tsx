import { useEffect, useRef, useState } from 'react'

import { useAct, type Doubt, type DraftInHand } from './draft.ts'
import { FaultNote } from './FaultNote.tsx'
import { focusFirst } from './focus.ts'
import { anchorOf } from './anchors.ts'
import { useWords } from './words.ts'

export type DoubtWalkerProps = {
  readonly draft: DraftInHand
  readonly onOpen: (target: string) => void
  /** Told which row the doubt is in. */
  readonly onCurrent: (target: string) => void
}

/**
 * Goes through the doubts one by one: F8 is the next, Shift F8 the one before. The row is brought into sight and the
 * focus stays here, so that Enter settles one after the other.
 */
export function DoubtWalker({ draft, onOpen, onCurrent }: DoubtWalkerProps) {
  const { t, doubt: wordsOf, row } = useWords()
  const { error, isBusy, act } = useAct()
  const [at, setAt] = useState(0)
  const settle = useRef<HTMLButtonElement>(null)
  const { shown } = draft
  const { doubts } = shown.work.draft
  const nth = Math.min(at, doubts.length - 1)
  const current = doubts[nth]

  function look(doubt: Doubt | undefined) {
    if (doubt === undefined) return
    onCurrent(doubt.target)
    document.getElementById(anchorOf(doubt.target))?.scrollIntoView({ block: 'center' })
  }
  function go(step: number) {
    const next = (nth + step + doubts.length) % doubts.length
    setAt(next)
    look(doubts[next])
    settle.current?.focus({ preventScroll: true })
  }
  useF8(go)

  if (current === undefined) return null
  const ofRow = doubts.filter(({ target }) => target === current.target).map(({ id }) => id)
  // Not disabled meanwhile: a button that is loses the focus, and Enter with it.
  function settled(ids: readonly string[]) {
    if (isBusy) return
    act(async () => {
      await draft.write([{ kind: 'settle', doubts: [...ids] }])
      const left = doubts.filter(({ id }) => !ids.includes(id))
      look(left[Math.min(nth, left.length - 1)])
      settle.current?.focus({ preventScroll: true })
    })
  }
  return (
    <section className="draft-walker" aria-label={t('walk.heading')}>
      <p role="status">
        <b>{t('walk.at', { at: nth + 1, all: doubts.length, row: row(current.target, shown) })}</b>{' '}
        {wordsOf(current)}
      </p>
      <p className="draft-walker-acts">
        <button ref={settle} type="button" className="ac-act" onClick={() => settled([current.id])}>
          {t('walk.settle')}
        </button>
        {ofRow.length > 1 && (
          <button type="button" className="ac-act" onClick={() => settled(ofRow)}>
            {t('walk.settleRow')}
          </button>
        )}
        <button
          type="button"
          className="ac-act"
          onClick={() => {
            onOpen(current.target)
            look(current)
            focusFirst(document.querySelector<HTMLElement>(`#${CSS.escape(anchorOf(current.target))} form`))
          }}
        >
          {t('walk.open')}
        </button>
        <button type="button" className="ac-act" onClick={() => go(-1)}>
          {t('walk.previous')}
        </button>
        <button type="button" className="ac-act" onClick={() => go(1)}>
          {t('walk.next')}
        </button>
      </p>
      <FaultNote error={error} />
    </section>
  )
}

function useF8(go: (step: number) => void): void {
  const latest = useRef(go)
  useEffect(() => {
    latest.current = go
  })
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key !== 'F8') return
      event.preventDefault()
      latest.current(event.shiftKey ? -1 : 1)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
