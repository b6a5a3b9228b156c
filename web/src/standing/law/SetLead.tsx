import { z } from 'zod'

import { useMoment } from '../../api/Moment.tsx'
import { useFormats } from '../../ui/language.tsx'
import { OpenNumber } from '../../ui/OpenNumber.tsx'
import { Note } from '../../ui/states.tsx'
import { withNodes } from '../../ui/words.tsx'
import { termsRead, type Reading } from './answers.ts'
import { usePeriod } from './period.ts'
import { countIndicators } from './reading-filter.ts'
import { useLawText } from './texts.ts'

/** When the set holds, since when the province applies it, how it is met, and how far its levels are known. */
export function SetLead({ reading }: { readonly reading: Reading }) {
  const t = useLawText()
  const format = useFormats()
  const period = usePeriod()
  const { applied, inForce, on, readOn, declaredIndicators, basicallyMetCounts } = reading
  return (
    <>
      <p className="ac-lead">
        {t('set.inForce', { period: period(inForce) })}{' '}
        {applied === null
          ? t('set.notApplied')
          : t(applied.assumed ? 'set.appliedAssumed' : 'set.applied', { day: format.day(applied.from) })}{' '}
        <PassRule reading={reading} /> {t(basicallyMetCounts ? 'set.basically' : 'set.basicallyNot')}
      </p>
      <States reading={reading} />
      {readOn !== on && <Note tone="care">{t('set.readOn', { day: format.day(readOn) })}</Note>}
      {declaredIndicators !== null && (
        <Note tone="care">
          {declaredIndicators === 'unknown'
            ? t('set.partlyUnknown', { n: countIndicators(reading.criteria) })
            : t('set.partly', { n: countIndicators(reading.criteria), all: declaredIndicators })}
        </Note>
      )}
    </>
  )
}

const passRules = z.union([
  z.object({ kind: z.literal('allCriteria') }),
  z.object({
    kind: z.literal('atLeastCriteria'),
    count: z.int(),
    required: z.array(z.string()),
  }),
  z.object({ kind: z.literal('points'), passAt: z.int() }),
])

function PassRule({ reading: { passRule } }: { readonly reading: Reading }) {
  const t = useLawText()
  const format = useFormats()
  const known = passRules.safeParse(passRule)
  if (!known.success) return null
  const rule = known.data
  switch (rule.kind) {
    case 'allCriteria':
      return t('set.allCriteria')
    case 'atLeastCriteria':
      return [
        t('set.atLeastCriteria', { count: rule.count }),
        ...(rule.required.length > 0 ? [t('set.required', { codes: rule.required.join(', ') })] : []),
      ].join(' ')
    case 'points':
      return t('set.points', { points: format.number(rule.passAt / 100, 2) })
  }
}

/** How many levels are known and how many are wanted; each number opens to its rows. */
function States({ reading }: { readonly reading: Reading }) {
  const t = useLawText()
  const format = useFormats()
  const { href } = useMoment()
  const levels = reading.criteria.flatMap(({ indicators }) =>
    indicators.flatMap((indicator) => termsRead(indicator).flatMap((term) => term.levels)),
  )
  if (levels.length === 0) return null
  const count = (wanted: string) => levels.filter(({ state }) => state === wanted).length
  const number = (state: 'stated' | 'decided' | 'delegated' | 'unknown', only: string | undefined) => {
    const n = count(state)
    if (only === undefined || n === 0) return format.number(n)
    return (
      <OpenNumber
        href={href(`/bo-tieu-chi/${reading.set}`, { only })}
        means={t('set.stateOpens', { n: format.number(n) })}
      >
        {format.number(n)}
      </OpenNumber>
    )
  }
  return (
    <p className="ac-lead">
      {withNodes(t, 'set.states', {
        stated: number('stated', undefined),
        decided: number('decided', 'decided'),
        delegated: number('delegated', 'missing'),
        unknown: number('unknown', 'missing'),
      })}
    </p>
  )
}
