import type { z } from 'zod'

import {
  changeTotals,
  combined,
  ownerOn,
  reasonWords,
  type changeShown,
  type changeTotalsShown,
  type ComparedPair,
  type ComparedReason,
  type Seen,
  type side,
} from '@ancu/core/assessments'
import type { IsoDate } from '@ancu/core/kernel'
import type { UnitId, UnitOnDay } from '@ancu/core/units'

import type { Question } from '../standing/moment.ts'
import type { AskedSide } from './sides.ts'

type Change = z.output<typeof changeShown>
type Criterion = NonNullable<Change['old']>
type SeenShown = NonNullable<Change['reasons'][number]['old']>
type Owner = Change['owner']

/** What people call a document, on whichever side it is named. */
export type NameOf = (document: string) => string

export function isChanged({ change }: ComparedPair): boolean {
  return change === 'lost' || change === 'gained'
}

/** A pair that was lost or gained, with its reasons. */
export function shownChange(pair: ComparedPair, on: IsoDate, nameOf: NameOf): Change {
  const { change, throughUnknown, causes } = pair
  return {
    change: change === 'gained' ? 'gained' : 'lost',
    old: pair.old ? shownCriterion(pair.old, pair.claims.old) : null,
    new: pair.new ? shownCriterion(pair.new, pair.claims.new) : null,
    throughUnknown,
    cause: combined(causes),
    causes: [...causes],
    owner: ownerOf(pair, on),
    reasons: pair.reasons.map((reason) => shownReason(reason, nameOf)),
  }
}

/** The bodies that answer for a pair on the later side; for a criterion that is gone those it had. */
export function ownerOf({ old, new: current }: ComparedPair, on: IsoDate): Owner {
  const criterion = (current ?? old)?.criterion
  return (criterion && ownerOn(criterion, on)) ?? null
}

/** Totals of pairs as an answer has them. */
export function shownTotals(pairs: readonly ComparedPair[]): z.output<typeof changeTotalsShown> {
  const { causes, ...totals } = changeTotals(pairs)
  return { ...totals, causes: [...causes] }
}

function shownCriterion(
  { criterion, verdict }: NonNullable<ComparedPair['old']>,
  claim: ComparedPair['claims']['old'],
): Criterion {
  return {
    code: criterion.code,
    name: { vi: criterion.name.vi, en: criterion.name.en },
    key: criterion.key,
    verdict,
    claim: claim
      ? {
          id: claim.id,
          verdict: claim.verdict,
          stage: claim.stage,
          asOf: claim.asOf,
          document: claim.document ?? null,
          entrySeq: claim.seq,
          illustrative: claim.illustrative,
        }
      : null,
  }
}

function shownReason(reason: ComparedReason, nameOf: NameOf): Change['reasons'][number] {
  return {
    causes: [...reason.causes],
    old: reason.old ? shownSeen(reason.old) : null,
    new: reason.new ? shownSeen(reason.new) : null,
    text: { vi: reasonWords(reason, 'vi', nameOf), en: reasonWords(reason, 'en', nameOf) },
  }
}

function shownSeen({ indicator, leaf }: Seen): SeenShown {
  const figure = indicator.figures.find(({ fact }) => fact.id === leaf?.figure?.id)
  return {
    indicator: indicator.code,
    name: indicator.explanation.indicator.name,
    verdict: indicator.verdict,
    measure: leaf?.measure?.id ?? null,
    figure: figure
      ? {
          id: figure.fact.id,
          period: figure.fact.period,
          num: figure.fact.num ?? null,
          den: figure.fact.den ?? null,
          scaled: figure.fact.scaled ?? null,
          stale: figure.stale,
          document: figure.fact.document ?? null,
          entrySeq: figure.fact.seq,
          illustrative: figure.fact.illustrative,
        }
      : null,
    level: shownLevel(leaf?.level),
  }
}

function shownLevel(level: NonNullable<Seen['leaf']>['level']): SeenShown['level'] {
  if (level === undefined) return null
  const source =
    level.kind === 'decision'
      ? { document: level.document, article: level.article }
      : { document: level.source?.document, article: level.source?.article }
  return {
    scaled: 'scaled' in level ? level.scaled : null,
    year: level.year ?? null,
    document: source.document ?? null,
    article: source.article ?? null,
    decision: level.kind === 'decision' ? level.decision : null,
  }
}

/** One of the sides, as an answer says it. */
export function shownSide({ question }: AskedSide): z.output<typeof side> {
  const { edition, moment, setInForce } = question
  return {
    on: moment.on,
    set: edition.set.id,
    edition: edition.no,
    name: edition.set.name,
    inForce: setInForce,
  }
}

/** The district a unit lies in on the day; undefined where there is none. */
export function districtOf(unit: UnitOnDay, { picture, moment }: Question): UnitId | undefined {
  return picture.ancestorsOn(unit.id, moment.on).find((above) => picture.levelOf(above.id) === 'district')?.id
}

/** By code points; what is absent comes first. */
export function compareText(one = '', other = ''): number {
  return one < other ? -1 : one > other ? 1 : 0
}
