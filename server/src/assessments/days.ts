import type { listRegressions } from '@ancu/core/assessments'
import { day, type EndpointInput, type IsoDate } from '@ancu/core/kernel'

import { claimsIn } from '../figures/image.ts'
import type { AskedSide } from './sides.ts'

type Step = EndpointInput<typeof listRegressions>['step']

/** The first day and those on which the time up to the last is cut; the last day itself is left out. */
export function daysBetween(last: AskedSide, from: IsoDate, to: IsoDate, step: Step): readonly IsoDate[] {
  const cuts = { ends: () => [], year: () => yearEnds(from, to), change: () => daysOfChange(last) }[step]()
  return [from, ...cuts.filter((on) => from < on && on < to)]
}

function yearEnds(from: IsoDate, to: IsoDate): readonly IsoDate[] {
  const [first, last] = [from, to].map((on) => Number(on.slice(0, 4)))
  return Array.from({ length: (last ?? 0) - (first ?? 0) + 1 }, (_, at) => day(`${(first ?? 0) + at}-12-31`))
}

/** Days from which a figure, a conclusion, a level, a provision or another set may judge a unit of the area. */
function daysOfChange({ question, units }: AskedSide): readonly IsoDate[] {
  const { image, moment } = question
  const isKnown = ({ seq }: { readonly seq: number }): boolean => seq <= moment.knownSeq
  const sets = image.editions.filter(isKnown).map((edition) => edition.set)
  const days = [
    ...[...units.keys()].flatMap((unit) => [
      ...[...(image.figures.get(unit)?.values() ?? [])]
        .flat()
        .filter(isKnown)
        .map((figure) => figure.lastDay),
      ...sets.flatMap((set) =>
        [...(image.claims.get(claimsIn(unit, set.id))?.values() ?? [])]
          .flat()
          .filter(isKnown)
          .map((claim) => claim.asOf),
      ),
    ]),
    ...image.applications.filter(isKnown).map((application) => application.from),
    ...image.levels.filter(isKnown).flatMap((level) => [level.from, level.until ?? []].flat()),
    ...sets.flatMap((set) =>
      set.criteria.flatMap((criterion) =>
        criterion.indicators.flatMap((one) => one.provisions.map((provision) => provision.from)),
      ),
    ),
  ]
  return [...new Set(days)].toSorted()
}
