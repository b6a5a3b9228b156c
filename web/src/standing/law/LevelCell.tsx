import type { ReactNode } from 'react'

import { useLanguage } from '../../ui/language.tsx'
import { OpenNumber } from '../../ui/OpenNumber.tsx'
import { Illustrative, Unchecked, Unknown } from '../../ui/Verdict.tsx'
import { everyColumn } from './answers.ts'
import { sourceOf } from './cells.ts'
import { LevelPanel } from './LevelPanel.tsx'
import { levelWords, plainWords } from './level-words.ts'
import type { LevelPlace } from './place.ts'
import { useLawText } from './texts.ts'

/** One place of the annex; it opens to the document, the article, and what the province decided. */
export function LevelCell({ place, isAlone }: { readonly place: LevelPlace; readonly isAlone: boolean }) {
  const t = useLawText()
  const { cell } = place
  const words = useCellWords(place)
  const columns = useColumnNames(place)
  if (cell.kind === 'notApplicable') {
    return (
      <td colSpan={cell.columns.length} className="ac-annex-level ac-annex-none">
        {t('level.notApplicable')}
      </td>
    )
  }
  return (
    <td
      colSpan={cell.columns.length}
      className="ac-annex-level"
      data-merged={isAlone ? undefined : cell.columns.length}
    >
      <OpenNumber
        inColumn
        means={t('level.opens', { code: place.subject.code, column: columns, level: words.said })}
        renderSource={() => <LevelPanel place={place} said={words.said} columns={columns} />}
      >
        {words.shown}
      </OpenNumber>
    </td>
  )
}

/** What a place says, as it is read aloud and as it is shown. */
function useCellWords({ reading, term, cell }: LevelPlace): {
  readonly said: string
  readonly shown: ReactNode
} {
  const t = useLawText()
  const { language } = useLanguage()
  if (cell.kind !== 'level') {
    const said = cell.kind === 'plain' ? plainWords(term, language, t) : t('level.notApplicable')
    return { said, shown: marked(said, term.source?.checked) }
  }
  const { level } = cell
  const telling = { measures: reading.measures, language, t }
  const bound = levelWords(term, level, telling)
  if (level.state === 'delegated' || level.state === 'unknown') {
    return { said: bound, shown: <Unknown>{bound}</Unknown> }
  }
  const said = levelWords(term, level, { ...telling, withUnit: true })
  if (level.state !== 'decided') return { said, shown: marked(bound, sourceOf(term, cell)?.checked) }
  return {
    said: `${said}, ${t('level.decided')}`,
    shown: (
      <>
        {bound}
        <span className="ac-annex-decided">
          {t('level.decided')}{' '}
          {reading.levels[level.decision ?? '']?.illustrative === true && <Illustrative />}
        </span>
      </>
    ),
  }
}

function marked(text: string, checked: string | undefined): ReactNode {
  return checked === undefined || checked === 'text' ? text : <Unchecked>{text}</Unchecked>
}

/** "cột Tây Nguyên, Bắc Trung Bộ", or that it is every column. */
function useColumnNames({ reading, cell }: LevelPlace): string {
  const t = useLawText()
  const { language } = useLanguage()
  const { columns } = reading
  const isEvery = cell.columns.length === columns.length || cell.columns[0] === everyColumn
  if (isEvery && columns.length !== 1) return t('level.everyColumn')
  return columns
    .filter(({ id }) => cell.columns.includes(id))
    .map(({ name }) => name[language])
    .join(', ')
}
