import { useMoment } from '../api/Moment.tsx'
import { Go } from '../ui/Go.tsx'
import { useFormats, useLanguage } from '../ui/language.tsx'
import { Illustrative } from '../ui/Verdict.tsx'
import { nameOf, type ShownUnit } from './shown.ts'
import { useUnitsText } from './texts.ts'

/** One line under the sentence: code, the other spelling, and what it became or came from. */
export function UnitNote({
  shown,
  isIllustrative,
}: {
  readonly shown: ShownUnit
  readonly isIllustrative: boolean
}) {
  const t = useUnitsText()
  const { language } = useLanguage()
  const format = useFormats()
  const { href, dayWord } = useMoment()
  const day = shown.on
  const { code, name, nameLocal } = shown.unit
  const later = shown.successors.filter((each) => each.day > day)
  const earlier = shown.predecessors.filter((each) => each.day <= day)
  const [next, before] = [later[0], earlier[0]]
  return (
    <p className="ac-note-text ac-unit-note">
      {code !== null && `${t('note.code', { code })} `}
      {nameLocal !== null && nameLocal !== name && `${t('note.local', { name: nameLocal })} `}
      {next !== undefined && (
        <>
          {t('note.becomes', { day: format.day(next.day) })}{' '}
          {later.map((each, index) => (
            <span key={each.id}>
              {index > 0 && ', '}
              <Go href={href(`/don-vi/${each.id}`, { on: dayWord(each.day) })}>{nameOf(each, language)}</Go>
            </span>
          ))}
          {'. '}
        </>
      )}
      {before !== undefined && `${t('note.made', { day: format.day(before.day), n: earlier.length })} `}
      {isIllustrative && <Illustrative />}
    </p>
  )
}
