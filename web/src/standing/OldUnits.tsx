import { useMoment } from '../api/Moment.tsx'
import { Go } from '../ui/Go.tsx'
import { useFormats } from '../ui/language.tsx'
import { Sign } from '../ui/Sign.tsx'
import { useNaming } from '../units/names.ts'
import { isJudged, wholeOf, type CommuneRow } from './answers.ts'
import { useStandingText } from './texts.ts'
import './standing.css'

/** Units that were merged into one, each with what it held on its last day, on which its page opens. */
export function OldUnits({ units }: { readonly units: CommuneRow['inherits'] }) {
  const t = useStandingText()
  const format = useFormats()
  const { href, dayWord } = useMoment()
  const { named } = useNaming()
  return (
    <ul className="ac-old-units">
      {units.map(({ unit, on, recognised, ...old }) => (
        <li key={unit.id}>
          <Sign kind={wholeOf(old)} size={13} label={t(`old.${wholeOf(old)}`)} />
          <Go href={href(`/don-vi/${unit.id}`, { on: dayWord(on) })}>{named(unit)}</Go>
          {isJudged(old) && old.least === old.most && <span className="ac-so">{old.least}</span>}
          {recognised !== null && (
            <>
              <Sign kind="recognised" size={13} label={t('old.recognised')} />
              <span className="ac-small">
                {t(recognised.dayAssumed ? 'old.decidedAssumed' : 'old.decided', {
                  day: format.day(recognised.day),
                })}
              </span>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
