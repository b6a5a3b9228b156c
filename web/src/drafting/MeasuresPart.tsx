import { Button } from '@mantine/core'
import { useState } from 'react'

import { Section } from '../ui/Section.tsx'
import { TextField } from '../ui/TextField.tsx'
import { anchorOf } from './anchors.ts'
import { useAct, type DraftInHand } from './draft.ts'
import { FaultNote } from './FaultNote.tsx'
import { RowNotes } from './RowNotes.tsx'
import { useDraftingText } from './texts.ts'

/** Measures that only this set has, as far as the check finds something missing in them. */
export function MeasuresPart({ draft }: { readonly draft: DraftInHand }) {
  const { work, issues } = draft.shown
  const wanting = work.draft.measures.filter(({ id }) =>
    issues.some(({ target }) => target === `measure:${id}`),
  )
  if (!draft.canChange) return null
  return wanting.map((measure) => <MeasurePart key={measure.id} measure={measure} draft={draft} />)
}

type Measure = DraftInHand['shown']['work']['draft']['measures'][number]

function MeasurePart({ measure, draft }: { readonly measure: Measure; readonly draft: DraftInHand }) {
  const t = useDraftingText()
  const target = `measure:${measure.id}`
  const [name, setName] = useState(measure.name)
  const [quantity, setQuantity] = useState(measure.quantity)
  const { error, isBusy, act } = useAct()
  return (
    <Section heading={t('row.measure', { name: measure.name })} id={anchorOf(target)}>
      <RowNotes target={target} draft={draft} />
      <form
        className="draft-form"
        onSubmit={(event) => {
          event.preventDefault()
          const patch = { name: name.trim(), quantity: quantity.trim() }
          act(() => draft.write([{ kind: 'measure', id: measure.id, patch }]))
        }}
      >
        <TextField label={t('field.measure')} value={name} onValue={setName} letters={60} />
        <TextField
          label={t('field.unit')}
          hint={t('field.unitHint')}
          value={quantity}
          onValue={setQuantity}
        />
        <FaultNote error={error} todo={t('write.todo')} />
        <div className="draft-buttons">
          <Button type="submit" disabled={isBusy}>
            {t('field.save')}
          </Button>
        </div>
      </form>
    </Section>
  )
}
