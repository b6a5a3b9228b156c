import { FigureSentence } from '../../ui/FigureSentence.tsx'
import { useFormats } from '../../ui/language.tsx'
import { withNodes } from '../../ui/words.tsx'
import { useNaming } from '../../units/names.ts'
import type { CarryAnswer } from './rows.ts'
import { useCarryText } from './texts.ts'

/** How many may be carried over, on which grounds, how many may not; and that nothing is by itself. */
export function CarryLead({ answer }: { readonly answer: CarryAnswer }) {
  const t = useCarryText()
  const format = useFormats()
  const { title } = useNaming()
  const { counts, oldSide, newSide, on, unit } = answer
  const not = counts.obstacles.reduce((sum, { count }) => sum + count, 0)
  const sentence =
    counts.carriable === 0
      ? not === 0
        ? 'sentence.nothing'
        : 'sentence.none'
      : not === 0
        ? 'sentence.all'
        : 'sentence'
  const grounds = counts.grounds.map(({ ground, count }) => t(`lead.${ground}`, { n: count }))
  return (
    <>
      <FigureSentence size="work">
        {withNodes(
          t,
          sentence,
          { old: oldSide.name.short, new: newSide.name.short },
          { n: counts.carriable, not },
        )}
      </FigureSentence>
      <p className="ac-lead">
        {t('lead.where', { place: title(unit), day: format.day(on) })}{' '}
        {grounds.length > 0 && `${t('lead.grounds', { grounds: grounds.join('; ') })} `}
        {counts.carriable > 0 && t('lead.byHand')}
      </p>
    </>
  )
}
