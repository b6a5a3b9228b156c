import { Go } from '../ui/Go.tsx'
import { useLanguage } from '../ui/language.tsx'
import { Sign } from '../ui/Sign.tsx'
import { anchorOf } from './anchors.ts'
import type { ShownDraft } from './draft.ts'
import { issueWords } from './issues.ts'
import { useWords } from './words.ts'
import './drafting.css'

export type IssuesProps = {
  readonly shown: ShownDraft
  /** Address of the page of the draft, where it is not the one in sight. */
  readonly on?: string
}

/** What the check finds wrong, each with the way to its row. */
export function Issues({ shown, on }: IssuesProps) {
  const { t, row } = useWords()
  const { language } = useLanguage()
  const { issues } = shown
  if (issues.length === 0) return <p>{t('issues.none')}</p>
  return (
    <>
      <p>{t('issues.heading', { count: issues.length })}</p>
      <ul className="draft-notes">
        {issues.map((issue) => (
          <li key={`${issue.target} ${issue.field} ${issue.code}`} className="draft-wrong">
            <Sign kind="unmet" />
            <span>
              <ToRow at={`#${anchorOf(issue.target)}`} on={on}>
                {row(issue.target, shown)}
              </ToRow>
              : {issueWords(issue, language, t)}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

type ToRowProps = { readonly at: string; readonly on: string | undefined; readonly children: string }

function ToRow({ at, on, children }: ToRowProps) {
  return on === undefined ? <a href={at}>{children}</a> : <Go href={on + at}>{children}</Go>
}
