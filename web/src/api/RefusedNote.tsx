import { useLanguage } from '../ui/language.tsx'
import { ErrorNote } from '../ui/states.tsx'
import { faultOf } from './fault.ts'
import { useScreenText } from './texts.ts'

export type RefusedNoteProps = {
  readonly error: unknown
  /** The way out of a refusal. */
  readonly todo: string
  /** The way out where the server could not be reached or understood; as for a refusal when left out. */
  readonly later?: string
}

/** Why what was sent was not recorded, in the words of the refusal; nothing where nothing went wrong. */
export function RefusedNote({ error, todo, later = todo }: RefusedNoteProps) {
  const screen = useScreenText()
  const { language } = useLanguage()
  if (error === null || error === undefined) return null
  const fault = faultOf(error)
  return (
    <ErrorNote
      what={fault.kind === 'refused' ? fault.says[language] : screen('fault.unreachable')}
      todo={fault.kind === 'refused' ? todo : later}
      {...(fault.kind === 'notUnderstood' ? { reference: fault.reference } : {})}
    />
  )
}
