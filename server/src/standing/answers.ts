import type { z } from 'zod'

import {
  criteriaMessages,
  describe,
  verdictNames,
  type CompiledSet,
  type Explanation,
  type Verdict,
} from '@ancu/core/criteria'
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
  type UnitStanding,
} from '@ancu/core/standing'
import type { Language } from '@ancu/core/text'

import { claimsIn } from '../figures/image.ts'
import { countingFacts } from './fold.ts'
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
  const facts = countingFacts(image, compiled, standing.unit, moment)
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
    indicators: one.indicators.map((indicator) => ({
      code: indicator.code,
      name: indicator.explanation.indicator.name,
      verdict: indicator.verdict,
      computed: indicator.computed,
      conclusions: indicator.conclusions.map(shownConclusion),
      figures: indicator.figures.map(shownFigure),
      explanation: indicator.explanation,
      text: { vi: told(indicator.explanation, 'vi', nameOf), en: told(indicator.explanation, 'en', nameOf) },
      stale: indicator.stale,
      disagrees: indicator.disagrees,
      missing: indicator.verdict === 'unknown' ? missingOf(indicator.explanation.missing) : [],
      owner: ownerOn(one, indicator.code, compiled.context.on),
    })),
  }
}

function told(explanation: Explanation, language: Language, nameOf: (document: string) => string): Told {
  const { heading, lines } = describe(explanation, criteriaMessages(language), nameOf)
  return { heading, lines: [...lines] }
}

type Told = z.output<typeof criterionStanding>['indicators'][number]['text']['vi']

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

type Missing = CriterionStanding['indicators'][number]['explanation']['missing']

function missingOf(missing: Missing): { kind: 'figure' | 'level' | 'conclusion'; key: string }[] {
  return [
    ...missing.measures.map((key) => ({ kind: 'figure' as const, key })),
    ...missing.levels.map((level) => ({ kind: 'level' as const, key: level.key })),
    ...(missing.conclusion ? [{ kind: 'conclusion' as const, key: '' }] : []),
  ]
}

function shownConclusion({ fact: claim, contenders }: Counting<KnownClaim>): z.output<typeof conclusion> {
  return {
    id: claim.id,
    stage: claim.stage,
    verdict: claim.verdict,
    asOf: claim.asOf,
    reason: claim.reason ?? null,
    document: claim.document ?? null,
    evidence: claim.evidence ?? null,
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
    value: fact.value ?? null,
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
