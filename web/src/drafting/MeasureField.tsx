import { useState } from 'react'

import { newMeasureId } from '@ancu/core/criteria'
import { fold } from '@ancu/core/text'

import { SearchBox, type SearchAnswer } from '../ui/SearchBox.tsx'
import { useAct, type DraftInHand } from './draft.ts'
import { FaultNote } from './FaultNote.tsx'
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

/** The measure of a rule: found among those there are, without accents, or a new one of the indicator's name. */
export function MeasureField({ measure, isCount, draft, name, onMeasure }: MeasureFieldProps) {
  const t = useDraftingText()
  const { shown } = draft
  const [isFinding, setFinding] = useState(measure === '')
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
      setFinding(false)
    })
  }

  return (
    <div className="draft-measure">
      <p>
        {t('field.measureKeep', { name: measureName(measure, shown, t) })}{' '}
        {!isFinding && (
          <button type="button" className="ac-act" onClick={() => setFinding(true)}>
            {t('field.measureFind')}
          </button>
        )}
      </p>
      {isFinding && (
        <>
          <SearchBox
            label={t('field.measureFind')}
            hint={t('field.measureHint')}
            find={find}
            onPick={({ id }) => {
              onMeasure(id)
              setFinding(false)
            }}
          />
          <p>
            <button type="button" className="ac-act" disabled={isBusy || name.trim() === ''} onClick={addNew}>
              {t('field.measureNew')}
            </button>
          </p>
          <FaultNote error={error} todo={t('write.todo')} />
        </>
      )}
    </div>
  )
}
