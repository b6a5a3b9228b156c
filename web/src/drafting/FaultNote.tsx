import { faultOf } from '../api/fault.ts'
import { useScreenText } from '../api/texts.ts'
import { useLanguage } from '../ui/language.tsx'
import { ErrorNote } from '../ui/states.tsx'
import { useDraftingText } from './texts.ts'

export type FaultNoteProps = {
  readonly error: unknown
  /** What to do where the refusal does not say so itself. */
  readonly todo?: string
}

/** Why something was not written, and what to do about it. */
export function FaultNote({ error, todo }: FaultNoteProps) {
  const t = useScreenText()
  const drafting = useDraftingText()
  const { language } = useLanguage()
  if (error === undefined) return null
  const fault = faultOf(error)
  if (fault.kind === 'refused') {
    if (fault.code === 'inputWrong' && fault.facts['field'] === 'by')
      return <ErrorNote what={drafting('write.noName')} todo={drafting('write.needName')} />
    return <ErrorNote what={fault.says[language]} todo={todo} />
  }
  if (fault.kind === 'unreachable')
    return <ErrorNote what={t('fault.unreachable')} todo={t('fault.unreachableTodo')} />
  return (
    <ErrorNote
      what={t('fault.notUnderstood')}
      todo={t('fault.notUnderstoodTodo')}
      reference={fault.reference}
    />
  )
}
