import { useFormats } from '../../../ui/language.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useLawText } from '../texts.ts'
import type { Draft, DraftFault } from './draft.ts'
import { fieldId, useFaultAt } from './faults.ts'

export type DecisionFieldsProps = {
  readonly draft: Draft
  readonly faults: readonly DraftFault[]
  readonly today: string
  readonly onDraft: (draft: Draft) => void
}

/** Number, day and issuer of the decision, and from when its levels hold. */
export function DecisionFields({ draft, faults, today, onDraft }: DecisionFieldsProps) {
  const t = useLawText()
  const format = useFormats()
  const faultAt = useFaultAt(faults, { last: format.day(today) })
  const field = (name: 'number' | 'day' | 'issuer' | 'name' | 'from') => ({
    id: fieldId(name),
    label: t(`fill.${name}`),
    hint: t(`fill.${name}Hint`),
    value: draft[name],
    error: faultAt(name),
    onValue: (value: string) => onDraft({ ...draft, [name]: value }),
  })
  return (
    <fieldset className="ac-fill-decision">
      <legend className="ac-fill-head">{t('fill.decision')}</legend>
      <TextField {...field('number')} letters={24} />
      <TextField {...field('day')} letters={12} />
      <TextField {...field('issuer')} letters={32} />
      <TextField {...field('name')} letters={60} isOptional />
      <TextField {...field('from')} letters={12} isOptional />
    </fieldset>
  )
}
