import { useMoment } from '../api/Moment.tsx'
import { useFormats } from '../ui/language.tsx'
import { Note } from '../ui/states.tsx'
import type { Overview } from './answers.ts'
import { useStandingText } from './texts.ts'
import './standing.css'

/** Says where no set is known that day, or where the one applied is not the law of that day. */
export function SetNote({ overview }: { readonly overview: Pick<Overview, 'set' | 'setInForce' | 'on'> }) {
  const t = useStandingText()
  const format = useFormats()
  const { world } = useMoment()
  if (overview.set === null) return <Note tone="care">{t('set.none', { day: format.day(overview.on) })}</Note>
  if (overview.setInForce) return null
  const set = world.sets.find(({ id }) => id === overview.set)
  const name = set?.name.short ?? overview.set
  if (set?.until !== undefined && set.until !== null && set.until <= overview.on) {
    return <Note tone="care">{t('set.ended', { set: name, day: format.day(set.until) })}</Note>
  }
  return <Note tone="care">{t('set.notYet', { set: name, day: format.day(set?.from ?? overview.on) })}</Note>
}
