import { useState } from 'react'

import { newMeasureId } from '@ancu/core/criteria'
import { fold } from '@ancu/core/text'

import { SearchBox, type SearchAnswer } from '../ui/SearchBox.tsx'
import { useAct, type DraftInHand } from './draft.ts'
import { FaultNote } from './FaultNote.tsx'
import { focusFirst, focusSelf } from './focus.ts'
import { useDraftingText } from './texts.ts'
import { measureName } from './words.ts'

export type MeasureFieldProps = {
  readonly measure: string
  /** Only a count can be none. */
  readonly isCount: boolean
  readonly draft: DraftInHand
  readonly name: string
  readonly onMeasure: (measure: string) => void
}

/** Whether the search is open, and whether somebody has just asked for it or chosen by it: the focus follows them. */
type Step = 'closed' | 'open' | 'asked' | 'chosen'

/** The measure of a rule: found among those there are, without accents, or a new one of the indicator's name. */
export function MeasureField({ measure, isCount, draft, name, onMeasure }: MeasureFieldProps) {
  const t = useDraftingText()
  const { shown } = draft
  const [step, setStep] = useState<Step>(measure === '' ? 'open' : 'closed')
  const isFinding = step === 'open' || step === 'asked'
  const { error, isBusy, act } = useAct()
  const all = [...shown.work.draft.measures, ...shown.measures]

  async function find(text: string): Promise<SearchAnswer> {
    const wanted = fold(text)
    const options = all
      .filter(
        ({ kind, name: one }) =>
          kind !== 'pass' && (!isCount || kind === 'count') && fold(one).includes(wanted),
      )
      .slice(0, 8)
      .map(({ id, name: one, quantity }) => ({ id, name: one, place: quantity, note: id }))
    return { options }
  }

  function addNew() {
    act(async () => {
      const id = newMeasureId(name, new Set(all.map((one) => one.id)))
      const isShare = /^\s*(?:tỷ|tỉ) lệ/iu.test(name)
      const kind = isCount ? 'count' : isShare ? 'share' : 'amount'
      const made = {
        id,
        name: name.slice(0, 500),
        nameEn: '',
        kind,
        quantity: '',
        scale: kind === 'amount' ? 2 : 0,
        time: 'instant',
        overUnits: kind === 'amount' ? 'reweight' : 'add',
      } as const
      await draft.write([{ kind: 'addMeasure', measure: made }])
      onMeasure(id)
      setStep('chosen')
    })
  }

  return (
    <div className="draft-measure">
      <p>
        {t('field.measureKeep', { name: measureName(measure, shown, t) })}{' '}
        {!isFinding && (
          <button
            ref={step === 'chosen' ? focusSelf : undefined}
            type="button"
            className="ac-act"
            onClick={() => setStep('asked')}
          >
            {t('field.measureFind')}
          </button>
        )}
      </p>
      {isFinding && (
        <div ref={step === 'asked' ? focusFirst : undefined}>
          <SearchBox
            label={t('field.measureFind')}
            hint={t('field.measureHint')}
            find={find}
            onPick={({ id }) => {
              onMeasure(id)
              setStep('chosen')
            }}
          />
          <p>
            <button type="button" className="ac-act" disabled={isBusy || name.trim() === ''} onClick={addNew}>
              {t('field.measureNew')}
            </button>
          </p>
          <FaultNote error={error} todo={t('write.todo')} />
        </div>
      )}
    </div>
  )
}
