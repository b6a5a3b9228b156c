import { z } from 'zod'

import { formatPercent, formatScaled, type Language } from '@ancu/core/text'

import type { Standing } from './answers.ts'
import type { StandingSay } from './texts.ts'

type Score = NonNullable<Standing['score']>

const passRules = z.union([
  z.object({ kind: z.literal('atLeastCriteria'), count: z.int(), required: z.array(z.string()) }),
  z.object({
    kind: z.literal('points'),
    passAt: z.int(),
    criterionFloor: z.union([z.object({ percent: z.int() }), z.object({ points: z.int() })]).optional(),
    notApplicable: z.enum(['granted', 'rescaled']),
  }),
])

/** "Được từ 60 đến 75 trên 100 điểm. Cần 80 điểm.": how a set is met that does not ask for every criterion. */
export function passWords(
  { score, passRule }: Pick<Standing, 'score' | 'passRule'>,
  t: StandingSay,
  language: Language,
): readonly string[] {
  const known = passRules.safeParse(passRule)
  if (!known.success) return []
  const rule = known.data
  if (rule.kind === 'atLeastCriteria') {
    const required =
      rule.required.length > 0 ? [t('passRule.required', { codes: rule.required.join(', ') })] : []
    return [t('passRule.atLeastCriteria', { count: rule.count }), ...required]
  }
  const { criterionFloor: floor } = rule
  return [
    ...(score === null ? [] : [scoreWords(score, t, language)]),
    t('points.passAt', { points: points(rule.passAt, language) }),
    ...(floor === undefined
      ? []
      : [
          'percent' in floor
            ? t('points.floorPercent', { percent: formatPercent(floor.percent, language) })
            : t('points.floorPoints', { points: points(floor.points, language) }),
        ]),
    t(`points.${rule.notApplicable}`),
  ]
}

/** Points had, as an interval while something is unknown, and how many there are to have. */
export function scoreWords({ least, most, max }: Score, t: StandingSay, language: Language): string {
  const all = { least: points(least, language), most: points(most, language), max: points(max, language) }
  return t(least === most ? 'points.exact' : 'points.between', all)
}

/** The same where there is little room: "6–8 điểm". */
export function scoreShort({ least, most }: Score, t: StandingSay, language: Language): string {
  if (least === most) return t('points.short', { points: points(least, language) })
  return t('points.shortBetween', { least: points(least, language), most: points(most, language) })
}

function points(hundredths: number, language: Language): string {
  return formatScaled(hundredths, 2, language)
}
