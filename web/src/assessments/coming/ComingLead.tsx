import { screenPaths } from '@ancu/core/kernel'

import { useMoment } from '../../api/Moment.tsx'
import { FigureSentence } from '../../ui/FigureSentence.tsx'
import { Go } from '../../ui/Go.tsx'
import { useFormats } from '../../ui/language.tsx'
import { SourcePlace } from '../../ui/SourcePlace.tsx'
import { Illustrative } from '../../ui/Verdict.tsx'
import { withNodes } from '../../ui/words.tsx'
import { useNaming } from '../../units/names.ts'
import { Clauses, useRecognisedClauses } from '../compare/clauses.tsx'
import { CauseNumber } from '../compare/LeadNumbers.tsx'
import { useUnitWord } from '../compare/unit-word.ts'
import { afterBo, isMostlyUntold, type Coming } from './answers.ts'
import { useComingText } from './texts.ts'

/** What the set would change; where little of it is known, that comes first. */
export function ComingLead({ coming }: { readonly coming: Coming }) {
  const t = useComingText()
  const format = useFormats()
  const { oldSide, newSide, illustrative } = coming
  const { unknown, of } = coming.new
  const isUntold = isMostlyUntold(coming)
  const [on, day, set] = [format.day(oldSide.on), format.day(newSide.on), afterBo(newSide.name.short)]
  return (
    <SourcePlace>
      <FigureSentence size="work">
        {isUntold ? <Untold coming={coming} /> : <Finding coming={coming} />}
      </FigureSentence>
      <Waiting coming={coming} />
      <p className="ac-lead">
        {isUntold && (
          <>
            <Finding coming={coming} />{' '}
          </>
        )}
        {!isUntold && unknown > 0 && `${t('lead.unknown', { set, n: unknown, of: format.number(of) })} `}
        {t(oldSide.on === newSide.on ? 'lead.now' : 'lead.later', { on, day })}{' '}
        {!newSide.inForce && `${t('lead.notInForce', { day, set })} `}
        {illustrative && <Illustrative />}
      </p>
    </SourcePlace>
  )
}

function Untold({ coming }: { readonly coming: Coming }) {
  const t = useComingText()
  const format = useFormats()
  const { title } = useNaming()
  const word = useUnitWord(coming)
  const { unit, units, newSide } = coming
  const { unknown, of } = coming.new
  return t(unknown === of ? 'sentence.untold' : 'sentence.mostlyUntold', {
    place: title(unit),
    set: afterBo(newSide.name.short),
    n: format.number(unknown),
    of: format.number(of),
    units: t('sentence.units', { n: units.length, units: word(units.length) }),
  })
}

function Finding({ coming }: { readonly coming: Coming }) {
  const t = useComingText()
  const format = useFormats()
  const { title } = useNaming()
  const { unit, oldSide, newSide, kept, lostToUnknown } = coming
  const changes = withNodes(
    t,
    lostToUnknown > 0 ? 'sentence.toUnknown' : 'sentence',
    {
      lost: <CauseNumber comparison={coming} what="lost" />,
      gained: <CauseNumber comparison={coming} what="gained" />,
    },
    {
      place: title(unit),
      old: oldSide.name.short,
      new: afterBo(newSide.name.short),
      day: format.day(newSide.on),
      kept: format.number(kept),
      n: format.number(lostToUnknown),
    },
  )
  return <Clauses clauses={[changes, ...useRecognisedClauses(coming)]} />
}

/** How much no work of anybody here would settle, and which documents would. */
function Waiting({ coming: { units, newSide, draft } }: { readonly coming: Coming }) {
  const t = useComingText()
  const { href } = useMoment()
  const n = units.reduce((sum, { waiting }) => sum + waiting, 0)
  if (n === 0) return null
  return (
    <p className="ac-lead">
      {t('lead.waiting', { n })}{' '}
      {draft === undefined && (
        <Go href={href(screenPaths.missing, { set: newSide.set })}>{t('lead.missing')}</Go>
      )}
    </p>
  )
}
