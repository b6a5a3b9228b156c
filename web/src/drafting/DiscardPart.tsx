import { Button } from '@mantine/core'

import { useFormats } from '../ui/language.tsx'
import { Section } from '../ui/Section.tsx'
import { Note } from '../ui/states.tsx'
import { dayIn } from './days.ts'
import { useAct, type DraftInHand } from './draft.ts'
import { FaultNote } from './FaultNote.tsx'
import { useDraftingText } from './texts.ts'

type DiscardPartProps = { readonly draft: DraftInHand; readonly onDone: () => void }

/** The way to lay a draft aside that is no longer wanted. */
export function DiscardPart({ draft, onDone }: DiscardPartProps) {
  const t = useDraftingText()
  const { error, isBusy, act } = useAct()
  if (!draft.canChange) return null
  return (
    <Section heading={t('discard.heading')} id="cat-ban-soan">
      <p className="ac-lead">{t('discard.lead')}</p>
      <FaultNote error={error} />
      <Button
        variant="outline"
        disabled={isBusy}
        onClick={() => act(() => draft.write([{ kind: 'discard' }]).then(onDone))}
      >
        {t('discard.go')}
      </Button>
    </Section>
  )
}

/** Says of a draft that was laid aside by whom, with the way to take it up again. */
export function DiscardedNote({ draft }: { readonly draft: DraftInHand }) {
  const t = useDraftingText()
  const format = useFormats()
  const { error, isBusy, act } = useAct()
  const { discarded } = draft.shown.work
  if (!discarded) return null
  return (
    <div className="draft-aside">
      <Note tone="care">{t('discard.done', { by: discarded.by, day: format.day(dayIn(discarded.at)) })}</Note>
      <FaultNote error={error} />
      <Button disabled={isBusy} onClick={() => act(() => draft.write([{ kind: 'restore' }]))}>
        {t('discard.restore')}
      </Button>
    </div>
  )
}
