import { useMoment } from '../api/Moment.tsx'
import { Go } from '../ui/Go.tsx'
import { Sign } from '../ui/Sign.tsx'
import { useNaming } from '../units/names.ts'
import type { CommuneRow } from './answers.ts'
import { useStandingText } from './texts.ts'
import './standing.css'

export type OldUnitsProps = {
  readonly units: CommuneRow['inherits']
  /** Their last day, where it is known; their pages open on it. */
  readonly lastDay?: string
}

/** Units that were merged into one, each with what it held on its last day. */
export function OldUnits({ units, lastDay }: OldUnitsProps) {
  const t = useStandingText()
  const { href, dayWord } = useMoment()
  const { named } = useNaming()
  return (
    <ul className="ac-old-units">
      {units.map(({ unit, whole, ranks, least, most }) => (
        <li key={unit.id}>
          <Sign kind={whole} size={13} label={t(`old.${whole}`)} />
          <Go href={href(`/don-vi/${unit.id}`, lastDay === undefined ? {} : { on: dayWord(lastDay) })}>
            {named(unit)}
          </Go>
          {whole !== 'notApplicable' && least === most && <span className="ac-so">{least}</span>}
          {ranks.length > 0 && <Sign kind="recognised" size={13} label={t('old.recognised')} />}
        </li>
      ))}
    </ul>
  )
}
