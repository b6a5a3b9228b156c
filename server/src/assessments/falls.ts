import { causeCounts, type ComparedPair, type listRegressions } from '@ancu/core/assessments'
import type { EndpointAnswer } from '@ancu/core/kernel'
import type { UnitOnDay } from '@ancu/core/units'

import { labelOf, ranksList } from '../standing/answers.ts'
import type { Question } from '../standing/moment.ts'
import { ranksOf } from '../standing/totals.ts'
import { compareText, districtOf, ownerOf } from './answers.ts'
import { compareSides, type AskedSide, type Comparison } from './sides.ts'

type Answer = EndpointAnswer<typeof listRegressions>
type Fallen = Pick<Answer, 'lost' | 'lostToUnknown' | 'causes'>

/** From one day to the next. */
export type Step = { readonly old: AskedSide; readonly current: AskedSide; readonly comparison: Comparison }

/** A criterion of one unit that fell in a step. */
export type Loss = Step & { readonly unit: UnitOnDay; readonly pair: ComparedPair }

export function stepsOf(sides: readonly AskedSide[]): readonly Step[] {
  return sides.slice(1).flatMap((current, at): Step[] => {
    const old = sides[at]
    return old ? [{ old, current, comparison: compareSides(old, current) }] : []
  })
}

export function lossesIn(step: Step): readonly Loss[] {
  return step.comparison.units.flatMap(({ unit, pairs }) =>
    pairs.filter((pair) => pair.change === 'lost').map((pair) => ({ ...step, unit, pair })),
  )
}

/** How many fell, and from which causes. */
export function fallen(losses: readonly Loss[]): Fallen {
  const pairs = losses.map(({ pair }) => pair)
  return {
    lost: pairs.length,
    lostToUnknown: pairs.filter((pair) => pair.throughUnknown).length,
    causes: causeCounts(pairs).map(({ cause, count }) => ({ cause, count })),
  }
}

/** Per criterion, body, district and unit; where most fell comes first. `question` is that of the last day. */
export function rollUps(
  losses: readonly Loss[],
  question: Question,
): Pick<Answer, 'criteria' | 'departments' | 'areas' | 'units'> {
  const { picture, moment } = question
  const criteria = grouped(losses, ({ pair }) => codeOf(pair)).map(([code, [first, ...others]]) => {
    const named = (first.pair.new ?? first.pair.old)?.criterion.name
    return {
      code,
      name: { vi: named?.vi ?? code, en: named?.en ?? code },
      owner: ownerOf(first.pair, first.current.question.moment.on),
      ...fallen([first, ...others]),
    }
  })
  const departments = grouped(
    losses,
    ({ pair, current }) => ownerOf(pair, current.question.moment.on)?.vi ?? '',
  ).map(([, [first, ...others]]) => ({
    owner: ownerOf(first.pair, first.current.question.moment.on),
    ...fallen([first, ...others]),
  }))
  const areas = grouped(losses, ({ unit }) => districtOf(unit, question)).flatMap(([district, together]) => {
    const unit = picture.unitOn(district, moment.on)
    return unit ? [{ unit: labelOf(question, unit), ...fallen(together) }] : []
  })
  const units = grouped(losses, ({ unit }) => unit.id).map(([, [first, ...others]]) => ({
    ...labelOf(question, first.unit),
    district: districtOf(first.unit, question) ?? null,
    ranks: ranksList(ranksOf(question, first.unit.id)),
    ...fallen([first, ...others]),
  }))
  return { criteria, departments, areas, units }
}

function codeOf({ old, new: current }: ComparedPair): string {
  return (current ?? old)?.criterion.code ?? ''
}

type Together = readonly [Loss, ...Loss[]]

/** Losses by a key, most first; those without a key are in no group. */
function grouped<Key extends string>(
  losses: readonly Loss[],
  keyOf: (loss: Loss) => Key | undefined,
): readonly (readonly [Key, Together])[] {
  return [...Map.groupBy(losses, keyOf)]
    .flatMap(([key, [first, ...others]]): (readonly [Key, Together])[] =>
      key === undefined || first === undefined ? [] : [[key, [first, ...others]]],
    )
    .toSorted((one, other) => other[1].length - one[1].length || compareText(one[0], other[0]))
}
