import { FigureSentence } from '../../ui/FigureSentence.tsx'
import { useFormats } from '../../ui/language.tsx'
import { SourcePlace } from '../../ui/SourcePlace.tsx'
import { Illustrative } from '../../ui/Verdict.tsx'
import { withNodes } from '../../ui/words.tsx'
import { useNaming } from '../../units/names.ts'
import type { Comparison } from './answers.ts'
import { Clauses, useRecognisedClauses } from './clauses.tsx'
import { CauseNumber, MetNumber } from './LeadNumbers.tsx'
import { useUnitWord } from './unit-word.ts'
import { useCompareText } from './texts.ts'

/** What the other set would change, in one sentence whose numbers open, and how far it is known. */
export function CompareLead({ comparison }: { readonly comparison: Comparison }) {
  const t = useCompareText()
  const format = useFormats()
  const { title } = useNaming()
  const { unit, units, oldSide, newSide, kept, stillNot, lostToUnknown, meeting } = comparison
  const { old, new: current } = comparison
  const isAllKnown = old.unknown + current.unknown === 0
  const day = format.day(newSide.on)
  const word = useUnitWord(comparison)
  if (units.length === 0) {
    return <FigureSentence size="work">{t('sentence.nothing', { place: title(unit), day })}</FigureSentence>
  }
  const out = [oldSide, newSide].filter(({ inForce }) => !inForce).map(({ name }) => name.short)
  return (
    <SourcePlace>
      <FigureSentence size="work">
        <Sentence comparison={comparison} />
      </FigureSentence>
      <p className="ac-lead">
        {t('lead', { old: oldSide.name.short, new: newSide.name.short, day })}{' '}
        {t(isAllKnown ? 'lead.units' : 'lead.unitsUnknown', {
          n: units.length,
          units: word(units.length),
          kept,
          stillNot,
        })}{' '}
        {!isAllKnown && <>{t('lead.unknown', { old: old.unknown, new: current.unknown })} </>}
        {t('lead.meeting', { old: meeting.old, new: meeting.new, units: word(meeting.new) })}{' '}
        {lostToUnknown > 0 && <>{t('lead.lostToUnknown', { n: lostToUnknown, lost: comparison.lost })} </>}
        {out.length > 0 && <>{t('lead.notInForce', { day, sets: out.join(', ') })} </>}
        {comparison.illustrative && <Illustrative />}
      </p>
    </SourcePlace>
  )
}

function Sentence({ comparison }: { readonly comparison: Comparison }) {
  const t = useCompareText()
  const format = useFormats()
  const { title } = useNaming()
  const { unit, old, new: current, newSide } = comparison
  const clauses = [
    withNodes(
      t,
      old.of === current.of ? 'sentence.met' : 'sentence.metOf',
      {
        old: <MetNumber comparison={comparison} side="old" />,
        new: <MetNumber comparison={comparison} side="new" />,
      },
      {
        place: title(unit),
        day: format.day(newSide.on),
        oldOf: format.number(old.of),
        of: format.number(current.of),
      },
    ),
    ...(current.unknown > 0 ? [t('sentence.unknown', { n: current.unknown })] : []),
    withNodes(t, 'sentence.changes', {
      lost: <CauseNumber comparison={comparison} what="lost" />,
      gained: <CauseNumber comparison={comparison} what="gained" />,
    }),
    ...useRecognisedClauses(comparison),
  ]
  return <Clauses clauses={clauses} />
}
