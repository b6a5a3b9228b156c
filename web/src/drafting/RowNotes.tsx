import type { DraftInHand } from './draft.ts'
import { FieldNotes } from './FieldNotes.tsx'
import { useWords } from './words.ts'

export type RowNotesProps = {
  readonly target: string
  readonly draft: DraftInHand
  /** Fields whose notes stand elsewhere. */
  readonly without?: readonly string[]
}

/** What is in doubt about a row as a whole, and what the check finds wrong with it. */
export function RowNotes({ target, draft, without = [] }: RowNotesProps) {
  const { doubt: wordsOf } = useWords()
  const { work, issues } = draft.shown
  const isHere = (one: { readonly target: string; readonly field: string }): boolean =>
    one.target === target && !without.includes(one.field)
  const doubts = work.draft.doubts.filter(isHere)
  return (
    <FieldNotes
      notes={doubts.map((doubt) => ({ id: doubt.id, text: wordsOf(doubt) }))}
      issues={issues.filter(isHere)}
    />
  )
}
