import type { DraftChange } from '@ancu/core/criteria'

import { useAct, type DraftInHand } from './draft.ts'
import { FaultNote } from './FaultNote.tsx'
import { useDraftingText } from './texts.ts'

export type ChangeButtonProps = {
  readonly draft: DraftInHand
  readonly changes: readonly DraftChange[]
  readonly children: string
  readonly onDone?: () => void
}

/** One press, one change; why it was refused stands below. */
export function ChangeButton({ draft, changes, children, onDone }: ChangeButtonProps) {
  const { error, isBusy, act } = useAct()
  return (
    <>
      <button
        type="button"
        className="ac-act"
        disabled={isBusy}
        onClick={() => act(() => draft.write(changes).then(onDone))}
      >
        {children}
      </button>
      <FaultNote error={error} />
    </>
  )
}

/** A criterion that the annex has and that was not recognised. */
export function AddRow({ draft }: { readonly draft: DraftInHand }) {
  const t = useDraftingText()
  if (!draft.canChange) return null
  return (
    <p className="draft-add">
      <ChangeButton draft={draft} changes={[{ kind: 'addCriterion' }]}>
        {t('read.addCriterion')}
      </ChangeButton>
    </p>
  )
}
