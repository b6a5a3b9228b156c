import { Button } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useId, useRef, useState, type ClipboardEvent, type DragEvent } from 'react'

import { beginDraft, mostAnnexBytes } from '@ancu/core/criteria'

import { send } from '../api/send.ts'
import { TextField } from '../ui/TextField.tsx'
import { useAct, useWho } from './draft.ts'
import { FaultNote } from './FaultNote.tsx'
import { useDraftingText } from './texts.ts'

/** Who drafts, and the annex: a file, dropped or chosen, or a pasted table. */
export function AnnexForm() {
  const t = useDraftingText()
  const router = useRouter()
  const [who, setWho] = useWho()
  const [file, setFile] = useState<File>()
  const [pasted, setPasted] = useState('')
  const [part, setPart] = useState('1')
  const [missing, setMissing] = useState<'name' | 'annex' | 'size'>()
  const { error, isBusy, act } = useAct()

  function choose(chosen: File | undefined) {
    setMissing(chosen !== undefined && chosen.size > mostAnnexBytes ? 'size' : undefined)
    setFile(chosen !== undefined && chosen.size <= mostAnnexBytes ? chosen : undefined)
  }

  function go() {
    if (who.trim().length < 2) return setMissing('name')
    if (file === undefined && pasted.trim() === '') return setMissing('annex')
    setMissing(undefined)
    act(async () => {
      const annex = file === undefined ? { pasted } : { file: await base64Of(file), fileName: file.name }
      const nth = /^[1-9]\d?$/.test(part.trim()) ? Number(part) - 1 : 0
      const { id } = await send(beginDraft, {
        commandId: crypto.randomUUID(),
        by: who.trim(),
        part: nth,
        ...annex,
      })
      await router.navigate({ to: '/bo-tieu-chi/soan/$draftId', params: { draftId: id } })
    })
  }

  return (
    <form
      className="draft-form"
      onSubmit={(event) => {
        event.preventDefault()
        go()
      }}
    >
      <TextField
        label={t('begin.drafter')}
        hint={t('begin.drafterHint')}
        value={who}
        onValue={setWho}
        error={missing === 'name' ? t('begin.needName') : undefined}
      />
      <FileField file={file} onFile={choose} isTooLarge={missing === 'size'} />
      <PasteField pasted={pasted} onPasted={setPasted} />
      <TextField
        label={t('begin.part')}
        hint={t('begin.partHint')}
        value={part}
        onValue={setPart}
        letters={3}
        inputMode="numeric"
      />
      {missing === 'annex' && (
        <p role="alert" className="draft-fault">
          {t('begin.needAnnex')}
        </p>
      )}
      <FaultNote error={error} todo={t('begin.todo')} />
      <div className="draft-buttons">
        <Button type="submit" disabled={isBusy}>
          {isBusy ? t('begin.reading') : t('begin.go')}
        </Button>
      </div>
    </form>
  )
}

type FileFieldProps = {
  readonly file: File | undefined
  readonly onFile: (file: File | undefined) => void
  readonly isTooLarge: boolean
}

function FileField({ file, onFile, isTooLarge }: FileFieldProps) {
  const t = useDraftingText()
  const id = useId()
  const [isOver, setOver] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    onFile(event.dataTransfer.files[0])
  }
  return (
    <div
      className="draft-drop"
      data-over={isOver ? true : undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label htmlFor={id}>{t('begin.file')}</label>
      <input
        ref={field}
        id={id}
        type="file"
        className="ac-sr"
        tabIndex={-1}
        accept=".docx,.xlsx"
        onChange={(event) => onFile(event.currentTarget.files?.[0])}
      />
      <p>
        <button type="button" className="ac-act" onClick={() => field.current?.click()}>
          {t('begin.choose')}
        </button>{' '}
        <span className="ac-small">{t('begin.drop')}</span>
      </p>
      <p role="status">{file !== undefined && t('begin.chosen', { name: file.name })}</p>
      {isTooLarge && (
        <p role="alert" className="draft-fault">
          {t('begin.tooLarge')}
        </p>
      )}
    </div>
  )
}

type PasteFieldProps = { readonly pasted: string; readonly onPasted: (text: string) => void }

/** Keeps the table behind the text: Word and Excel put both on the clipboard. */
function PasteField({ pasted, onPasted }: PasteFieldProps) {
  const t = useDraftingText()
  const id = useId()
  const isTable = /<table[\s>]/i.test(pasted)
  function paste(event: ClipboardEvent) {
    const html = event.clipboardData.getData('text/html')
    if (!/<table[\s>]/i.test(html)) return
    event.preventDefault()
    onPasted(html)
  }
  return (
    <div className="draft-paste">
      <label htmlFor={id}>{t('begin.paste')}</label>
      <p className="ac-small" id={`${id}hint`}>
        {t('begin.pasteHint')}
      </p>
      <textarea
        id={id}
        rows={3}
        aria-describedby={`${id}hint`}
        value={isTable ? t('begin.pasted') : pasted}
        onPaste={paste}
        onChange={(event) => onPasted(event.currentTarget.value)}
      />
    </div>
  )
}

/** The content of a file in base64. */
async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += 0x8000) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)))
  }
  return btoa(pieces.join(''))
}
