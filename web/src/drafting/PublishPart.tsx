import { Button } from '@mantine/core'
import { useState } from 'react'

import { packDraft, publishDraft } from '@ancu/core/criteria'

import { ask } from '../api/ask.ts'
import { send } from '../api/send.ts'
import { Go } from '../ui/Go.tsx'
import { Section } from '../ui/Section.tsx'
import { useAct, useRefreshDraft, type DraftInHand } from './draft.ts'
import { FaultNote } from './FaultNote.tsx'
import { Issues } from './Issues.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { useDraftingText } from './texts.ts'

/** What is left to do, the files, and the publishing by a second person. */
export function PublishPart({ draft, who }: { readonly draft: DraftInHand; readonly who: string }) {
  const t = useDraftingText()
  const refresh = useRefreshDraft(draft.shown.id)
  const publishing = useAct()
  const { error, isBusy, act } = useAct()
  const [isAsking, setAsking] = useState(false)
  const { id, version, work, issues, published } = draft.shown
  const { doubts, indicators, head } = work.draft
  const unconfirmed = indicators.filter(({ key }) => work.confirmed[key] === undefined).length
  const isReady = unconfirmed + doubts.length + issues.length === 0
  function publish() {
    publishing.act(async () => {
      await send(publishDraft, { draft: id, commandId: crypto.randomUUID(), seen: version, by: who.trim() })
      setAsking(false)
      await refresh()
      // The button that asked is gone with the draft's being one.
      document.querySelector('main')?.focus()
    })
  }
  return (
    <Section heading={t('publish.heading')} id="cong-bo">
      {published !== null && (
        <p>
          {t('draft.published', published)} <Go href="/bo-tieu-chi">{t('publish.done')}</Go>
        </p>
      )}
      {draft.canChange && <p className="ac-lead">{t('publish.lead')}</p>}
      {published === null && <Issues shown={draft.shown} />}
      {draft.canChange && !isReady && (
        <p>{t('publish.left', { unconfirmed, doubts: doubts.length, issues: issues.length })}</p>
      )}
      <FaultNote error={error} />
      <div className="draft-buttons">
        {draft.canChange && isReady && (
          <Button aria-haspopup="dialog" onClick={() => setAsking(true)}>
            {t('publish.go', { edition: head.edition })}
          </Button>
        )}
        <Button variant="outline" disabled={isBusy} onClick={() => act(() => download(id))}>
          {t('publish.download')}
        </Button>
      </div>
      {isAsking && (
        <PublishDialog
          draft={draft}
          isBusy={publishing.isBusy}
          error={publishing.error}
          onPublish={publish}
          onClose={() => setAsking(false)}
        />
      )}
    </Section>
  )
}

async function download(id: string): Promise<void> {
  const { name, zip } = await ask(packDraft, { draft: id })
  const bytes = Uint8Array.from(atob(zip), (letter) => letter.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/zip' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
