import { faultOf } from '../api/fault.ts'
import { useScreenText } from '../api/texts.ts'
import { useLanguage } from '../ui/language.tsx'
import { ErrorNote } from '../ui/states.tsx'

/** Why something was not written, and what to do about it. */
export function FaultNote({ error, todo }: { readonly error: unknown; readonly todo: string }) {
  const t = useScreenText()
  const { language } = useLanguage()
  if (error === undefined) return null
  const fault = faultOf(error)
  if (fault.kind === 'refused') return <ErrorNote what={fault.says[language]} todo={todo} />
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
