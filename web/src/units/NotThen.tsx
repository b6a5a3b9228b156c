import { useMoment } from '../api/Moment.tsx'
import { FigureSentence } from '../ui/FigureSentence.tsx'
import { Go } from '../ui/Go.tsx'
import { useFormats } from '../ui/language.tsx'
import { useNaming } from './names.ts'
import { dayBefore, lifeOf, type ShownUnit } from './shown.ts'
import { useUnitsText } from './texts.ts'
import { UnitFacts } from './UnitFacts.tsx'

/** A unit that does not exist on the day: when it did, and who continues it. */
export function NotThen({ shown }: { readonly shown: ShownUnit }) {
  const t = useUnitsText()
  const format = useFormats()
  const { title } = useNaming()
  const { href, dayWord } = useMoment()
  // The day of the answer: while another is asked for, this one still speaks of its own.
  const day = shown.on
  const life = lifeOf(shown)
  const name = title(shown.unit)
  const path = `/don-vi/${shown.unit.id}`
  const isOver = life !== undefined && life.until !== null && life.until <= day
  const there =
    life === undefined ? undefined : isOver && life.until !== null ? dayBefore(life.until) : life.from
  return (
    <>
      <FigureSentence>{t('notThen.sentence', { name, day: format.day(day) })}</FigureSentence>
      {life !== undefined && (
        <p className="ac-lead">
          {life.until === null
            ? t('notThen.from', { from: format.day(life.from) })
            : t('notThen.between', {
                from: format.day(life.from),
                until: format.day(dayBefore(life.until)),
              })}{' '}
          {there !== undefined && (
            <Go href={href(path, { on: dayWord(there) })}>
              {t(isOver ? 'notThen.lastDay' : 'notThen.firstDay', { day: format.day(there) })}
            </Go>
          )}
        </p>
      )}
      <UnitFacts shown={shown} />
    </>
  )
}
