import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'

import { withdrawVerdicts } from '@ancu/core/figures'

import { faultOf } from '../../api/fault.ts'
import { send } from '../../api/send.ts'
import { useScreenText } from '../../api/texts.ts'
import { useLanguage } from '../../ui/language.tsx'
import { ErrorNote } from '../../ui/states.tsx'
import { useStandingText } from '../texts.ts'

export type TakeBackProps = {
  /** Id of the conclusion that was carried over. */
  readonly claim: string
  /** Short name of the set it came from. */
  readonly from: string
}

/** The way to take back a conclusion that was carried over, asked once more before anything is written. */
export function TakeBack(props: TakeBackProps) {
  const t = useStandingText()
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <button
        type="button"
        className="ac-act ac-noprint"
        aria-haspopup="dialog"
        onClick={() => setAsking(true)}
      >
        {t('takeBack')}
      </button>
      {isAsking && <AskTakeBack {...props} onClose={() => setAsking(false)} />}
    </>
  )
}

function AskTakeBack({ claim, from, onClose }: TakeBackProps & { readonly onClose: () => void }) {
  const t = useStandingText()
  const queries = useQueryClient()
  const heading = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  // Sent twice as it is, it is written once.
  const [command] = useState(() => ({
    commandId: crypto.randomUUID(),
    claims: [{ id: crypto.randomUUID(), claim }],
  }))
  const withdrawing = useMutation({
    networkMode: 'always',
    mutationFn: () => send(withdrawVerdicts, command),
  })
  const { data: done, isPending } = withdrawing
  useEffect(() => {
    dialog.current?.showModal()
    dialog.current?.querySelector('h2')?.focus()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="ac-dialog ac-take-back"
      aria-labelledby={heading}
      onCancel={(event) => {
        if (isPending) event.preventDefault()
      }}
      onClose={() => {
        onClose()
        if (done === undefined) return
        // The button that opened it goes with what was taken back.
        document.querySelector('main')?.focus()
        void queries.invalidateQueries()
      }}
    >
      <h2 key={String(done === undefined)} ref={focused} id={heading} tabIndex={-1}>
        {done === undefined
          ? t('takeBack.heading', { set: from })
          : t('takeBack.done', { seq: String(done.seq) })}
      </h2>
      <p>{t(done === undefined ? 'takeBack.what' : 'takeBack.now')}</p>
      <NotTakenBack error={withdrawing.error} />
      <p className="ac-take-back-acts">
        {done === undefined && (
          <Button loading={isPending} onClick={() => withdrawing.mutate()}>
            {t('takeBack.go')}
          </Button>
        )}
        <button type="button" className="ac-act" disabled={isPending} onClick={() => dialog.current?.close()}>
          {t(done === undefined ? 'takeBack.keep' : 'takeBack.close')}
        </button>
      </p>
    </dialog>
  )
}

/** What was written is read out; the button that wrote it is gone. */
function focused(heading: HTMLElement | null): void {
  heading?.focus()
}

function NotTakenBack({ error }: { readonly error: unknown }) {
  const t = useStandingText()
  const screen = useScreenText()
  const { language } = useLanguage()
  if (error === null) return null
  const fault = faultOf(error)
  return (
    <ErrorNote
      what={fault.kind === 'refused' ? fault.says[language] : screen('fault.unreachable')}
      todo={t(fault.kind === 'refused' ? 'takeBack.refused' : 'takeBack.later')}
    />
  )
}
