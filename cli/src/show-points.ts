import { z } from 'zod'

import { floorOf } from '@ancu/core/criteria'
import type { EndpointAnswer } from '@ancu/core/kernel'
import type { unitStanding } from '@ancu/core/standing'
import { formatNumber, formatPercent, formatScaled, type Language } from '@ancu/core/text'

import type { Say } from './command.ts'

type Standing = EndpointAnswer<typeof unitStanding>
type Criterion = Standing['criteria'][number]
type Score = NonNullable<Standing['score']>

const pointsRule = z.object({
  kind: z.literal('points'),
  passAt: z.int(),
  criterionFloor: z.union([z.object({ percent: z.int() }), z.object({ points: z.int() })]).optional(),
  notApplicable: z.enum(['granted', 'rescaled']),
})

/** Points of the whole and what it takes, where the set counts points. */
export function pointsOfWhole(
  { score, passRule }: Standing,
  say: Say,
  language: Language,
): readonly (readonly [string, string])[] {
  const known = pointsRule.safeParse(passRule)
  if (!known.success) return []
  const { passAt, criterionFloor: floor, notApplicable } = known.data
  const needed = [
    say('points.passAt', { points: points(passAt, language) }),
    ...(floor === undefined
      ? []
      : [
          'percent' in floor
            ? say('points.floorPercent', { percent: formatPercent(floor.percent, language) })
            : say('points.floorPoints', { points: points(floor.points, language) }),
        ]),
    say(`points.${notApplicable}`),
  ]
  return [
    ...(score === null ? [] : [[say('label.points'), pointsOf(score, say, language)] as const]),
    [say('label.pointsNeeded'), needed.join('; ')],
  ]
}

/** Points of a criterion and its floor: "được 7 trên 10 điểm, sàn 5". */
export function pointsOfCriterion(
  { score, indicators }: Criterion,
  { passRule }: Standing,
  say: Say,
  language: Language,
): readonly string[] {
  const known = pointsRule.safeParse(passRule)
  if (score === null || !known.success) return []
  const { criterionFloor, notApplicable } = known.data
  const isWhole =
    notApplicable === 'granted' || indicators.every(({ verdict }) => verdict !== 'notApplicable')
  const told = pointsOf(score, say, language)
  const floor = floorOf({ criterionFloor }, score.max)
  if (floor === undefined || criterionFloor === undefined || !('percent' in criterionFloor || isWhole)) {
    return [told]
  }
  const least = (floor.mark * score.max) / floor.of / 100
  return [told, say('points.floor', { points: formatNumber(least, language, mostDecimals) })]
}

/** Points had, an interval while something is unknown, and how many there are to have. */
export function pointsOf({ least, most, max }: Score, say: Say, language: Language): string {
  const told = { least: points(least, language), most: points(most, language), max: points(max, language) }
  return say(least === most ? 'points.exact' : 'points.between', told)
}

/** Points and percentages have two decimals each. */
const mostDecimals = 4

function points(hundredths: number, language: Language): string {
  return formatScaled(hundredths, 2, language)
}
