import { useLanguage } from '../ui/language.tsx'
import { Sign } from '../ui/Sign.tsx'
import type { ShownDraft } from './draft.ts'
import { issueWords } from './issues.ts'
import { useDraftingText } from './texts.ts'

export type FieldNotesProps = {
  readonly notes: readonly { readonly id: string; readonly text: string }[]
  readonly issues: ShownDraft['issues']
}

/** Doubts about a field, and what the check finds wrong with it. */
export function FieldNotes({ notes, issues }: FieldNotesProps) {
  const t = useDraftingText()
  const { language } = useLanguage()
  if (notes.length + issues.length === 0) return null
  return (
    <ul className="draft-notes">
      {notes.map(({ id, text }) => (
        <li key={id} className="draft-doubt">
          <Sign kind="unknown" />
          <span>{text}</span>
        </li>
      ))}
      {issues.map((issue) => (
        <li key={`${issue.field} ${issue.code}`} className="draft-wrong">
          <Sign kind="unmet" />
          <span>{issueWords(issue, language, t)}</span>
        </li>
      ))}
    </ul>
  )
}
