import type { z } from 'zod'

import { criteriaMessages, describe, verdictNames, type CompiledSet, type Verdict } from '@ancu/core/criteria'
import type { Rank } from '@ancu/core/decisions'
import type { Counting, KnownClaim } from '@ancu/core/figures'
import type { IsoDate } from '@ancu/core/kernel'
import {
  asCode,
  speakingClaim,
  type conclusion,
  type criterionStanding,
  type CriterionStanding,
  type FigureInUse,
  type figureShown,
  type IndicatorStanding,
  type prerequisiteStanding,
  type PrerequisiteStanding,
  type unitLabel,
  type UnitStanding,
} from '@ancu/core/standing'
import type { Language } from '@ancu/core/text'
import { placesOn, type UnitOnDay } from '@ancu/core/units'

import { claimsIn } from '../figures/image.ts'
import { countingClaims } from './fold.ts'
import type { Question } from './moment.ts'

const letters = { met: 'm', unmet: 'u', unknown: 'k', notApplicable: 'n' } as const satisfies Record<
  Verdict,
  string
>

/** One letter per criterion; `b` where the conclusion that speaks says "cơ bản đạt". */
export function verdictLetters(
  { image, moment, basis }: Question,
  compiled: CompiledSet,
  standing: UnitStanding,
): string {
  const plain = lettersOf(standing.criteria)
  const claims = image.claims.get(claimsIn(standing.unit, compiled.set.id))
  const mayBe = [...(claims?.values() ?? [])].some((list) =>
    list.some((claim) => claim.verdict === 'basicallyMet'),
  )
  if (basis === 'computed' || !mayBe) return plain
  const facts = { claims: countingClaims(image, compiled.set.id, standing.unit, moment) }
  return compiled.set.criteria
    .map((criterion, index) =>
      speakingClaim(facts, criterion)?.verdict === 'basicallyMet' ? 'b' : plain.charAt(index),
    )
    .join('')
}

/** One letter per code, for lists of verdicts. */
export function lettersOf(codes: Uint8Array): string {
  return [...codes].map((code) => letters[verdictNames[asCode(code)]]).join('')
}

export function ranksList(ranks: ReadonlyMap<Rank, unknown> | undefined): Rank[] {
  return [...(ranks?.keys() ?? [])].toSorted()
}

export function shownCriterion(
  one: CriterionStanding,
  compiled: CompiledSet,
  nameOf: (document: string) => string,
): z.output<typeof criterionStanding> {
  return {
    code: one.criterion.code,
    name: one.criterion.name,
    group: one.criterion.group,
    key: one.criterion.key,
    verdict: one.verdict,
    computed: one.computed,
    basicallyMet: one.basicallyMet,
    spokenBy: one.spokenBy,
    conclusions: one.conclusions.map(shownConclusion),
    stale: one.stale,
    disagrees: one.disagrees,
    complete: one.criterion.complete !== false,
    wanted: one.criterion.source
      ? { document: one.criterion.source.document, article: one.criterion.source.article ?? null }
      : null,
    score: one.score ?? null,
    indicators: one.indicators.map((indicator) => ({
      ...shownPart(indicator, indicator.explanation.indicator, nameOf),
      score: indicator.score ?? null,
      owner: ownerOn(one, indicator.code, compiled.context.on),
    })),
  }
}

export function shownPrerequisite(
  one: PrerequisiteStanding,
  nameOf: (document: string) => string,
): z.output<typeof prerequisiteStanding> {
  return shownPart(one, one.prerequisite, nameOf)
}

function shownPart(
  one: IndicatorStanding | PrerequisiteStanding,
  { code, name }: { readonly code: string; readonly name: { readonly vi: string; readonly en: string } },
  nameOf: (document: string) => string,
): z.output<typeof prerequisiteStanding> {
  const { verdict, computed, explanation, stale, disagrees } = one
  return {
    code,
    name,
    verdict,
    computed,
    conclusions: one.conclusions.map(shownConclusion),
    figures: one.figures.map(shownFigure),
    explanation,
    text: { vi: told(explanation, 'vi', nameOf), en: told(explanation, 'en', nameOf) },
    stale,
    disagrees,
    missing: verdict === 'unknown' ? missingOf(explanation.missing) : [],
  }
}

function told(explanation: Explained, language: Language, nameOf: (document: string) => string): Told {
  const { heading, lines } = describe(explanation, criteriaMessages(language), nameOf)
  return { heading, lines: [...lines] }
}

type Told = z.output<typeof prerequisiteStanding>['text']['vi']
type Explained = (IndicatorStanding | PrerequisiteStanding)['explanation']

/** The body that answers for an indicator on a day: its own, else its criterion's. */
function ownerOn(one: CriterionStanding, code: string, on: IsoDate): { vi: string; en: string } | null {
  const own = one.criterion.indicators.find((indicator) => indicator.code === code)?.owners ?? []
  const owners = own.length > 0 ? own : one.criterion.owners
  return (
    owners.find(
      ({ from, until }) => (from === undefined || from <= on) && (until === undefined || on < until),
    )?.name ?? null
  )
}

type Missing = z.output<typeof prerequisiteStanding>['missing']

function missingOf({ measures, levels, units, conclusion }: Explained['missing']): Missing {
  return [
    ...measures.map((key) => ({ kind: 'figure' as const, key })),
    ...levels.map(({ key, set }) => ({ kind: 'level' as const, key, ...(set === undefined ? {} : { set }) })),
    ...units.map(({ of }) => ({ kind: 'units' as const, key: of })),
    ...(conclusion ? [{ kind: 'conclusion' as const, key: '' }] : []),
  ]
}

/** A conclusion as shown, with those that contend with it. */
export function shownConclusion({
  fact: claim,
  contenders,
}: Counting<KnownClaim>): z.output<typeof conclusion> {
  return {
    id: claim.id,
    stage: claim.stage,
    verdict: claim.verdict,
    asOf: claim.asOf,
    reason: claim.reason ?? null,
    document: claim.document ?? null,
    evidence: claim.evidence ?? null,
    carriedFrom: claim.carriedFrom ?? null,
    entrySeq: claim.seq,
    illustrative: claim.illustrative,
    contenders: contenders.map(({ id, verdict, seq }) => ({ id, verdict, entrySeq: seq })),
  }
}

function shownFigure({ fact, contenders, staleFrom, stale }: FigureInUse): z.output<typeof figureShown> {
  return {
    id: fact.id,
    measure: fact.measure,
    period: fact.period,
    lastDay: fact.lastDay,
    num: fact.num ?? null,
    den: fact.den ?? null,
    scaled: fact.scaled ?? null,
    notApplicableReason: fact.notApplicableReason ?? null,
    stage: fact.stage,
    nature: fact.nature,
    document: fact.document ?? null,
    evidence: fact.evidence ?? null,
    entrySeq: fact.seq,
    illustrative: fact.illustrative,
    staleFrom: staleFrom ?? null,
    stale,
    contenders: contenders.map((other) => other.id),
  }
}

/** From where a question was asked, as every answer says it. */
export function momentOf(question: Question): {
  on: IsoDate
  known: IsoDate | null
  knownSeq: number
  set: string | null
  edition: number | null
  setInForce: boolean
  basis: Question['basis']
} {
  const { moment, known, edition, setInForce, basis } = question
  return {
    on: moment.on,
    known: known ?? null,
    knownSeq: moment.knownSeq,
    set: edition?.set.id ?? null,
    edition: edition?.no ?? null,
    setInForce,
    basis,
  }
}

/** A unit as it was called that day. */
export function labelOf(question: Question, unit: UnitOnDay): z.output<typeof unitLabel> {
  const { picture, moment } = question
  return {
    id: unit.id,
    code: unit.code ?? null,
    name: unit.name,
    place: placesOn(picture, unit, moment.on),
    kind: unit.kind,
  }
}
