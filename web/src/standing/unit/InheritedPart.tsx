import { overview } from '@ancu/core/standing'

import { useAnswer } from '../../api/answers.ts'
import { Answered } from '../../api/FaultPage.tsx'
import { useMoment } from '../../api/Moment.tsx'
import { useFormats } from '../../ui/language.tsx'
import { Section } from '../../ui/Section.tsx'
import { dayBefore, type ShownUnit } from '../../units/shown.ts'
import { inherited } from '../filter.ts'
import { OldUnits } from '../OldUnits.tsx'
import { useStandingText } from '../texts.ts'

/** What a unit made of others starts from; a verdict of theirs is never its own. */
export function InheritedPart({ shown }: { readonly shown: ShownUnit }) {
  const t = useStandingText()
  const format = useFormats()
  const { asked } = useMoment()
  const made = shown.predecessors.filter((each) => each.day <= shown.on && each.id !== shown.unit.id)
  const [first] = made
  const query = useAnswer(overview, { ...asked, unit: shown.unit.id }, { enabled: first !== undefined })
  if (first === undefined) return null
  return (
    <Answered query={query}>
      {({ rows }) => {
        const row = rows.find(({ id }) => id === shown.unit.id)
        const old = row === undefined ? undefined : inherited(row)
        if (row === undefined || old === undefined) return null
        return (
          <Section heading={t('old.heading', { of: old.of, n: old.met })}>
            <OldUnits units={row.inherits} />
            <p className="ac-small ac-foot">{t('old.why', { day: format.day(dayBefore(first.day)) })}</p>
          </Section>
        )
      }}
    </Answered>
  )
}
