import { verdictCodes, type Criterion } from '@ancu/core/criteria'
import { recognitionsInForce, type KnownDecision, type Rank } from '@ancu/core/decisions'
import {
  revocationRisk,
  revocationRuleOn,
  type RevocationRisk,
  type RevocationRule,
} from '@ancu/core/recognition'
import type { UnitStanding } from '@ancu/core/standing'
import type { UnitId, UnitOnDay } from '@ancu/core/units'

import type { KnownEdition } from '../figures/image.ts'
import { findEdition } from '../figures/province.ts'
import { foldStandings, isFor, judgeAt } from '../standing/fold.ts'
import type { Area, Question } from '../standing/moment.ts'

/** What the risk of revocation needs of a question: no set, because the rule names its own. */
export type AskedRisk = Pick<Question, 'image' | 'picture' | 'moment' | 'basis'>

/** One recognition in force, and how near the unit is to the conditions of its revocation. */
export type Risk = {
  readonly unit: UnitOnDay
  readonly rank: Rank
  readonly decision: KnownDecision
  /** Undefined where no rule is known of the rank on the day. */
  readonly rule: (RevocationRule & { readonly set: string }) | undefined
  /** Undefined where the set is not at hand, or not for the unit: nothing is known of its criteria. */
  readonly judged: JudgedRisk | undefined
}

export type JudgedRisk = RevocationRisk & {
  readonly edition: KnownEdition
  readonly unmet: readonly Criterion[]
  readonly unknown: readonly Criterion[]
}

/** Every recognition in force of the units of an area, by the rule of the day. */
export function risksOf(asked: AskedRisk, rules: readonly RevocationRule[], area: Area): readonly Risk[] {
  const { image, moment } = asked
  const held = [area.unit, ...area.districts, ...area.communes, ...area.villages].flatMap((unit) => {
    const decisions = image.decisions.get(unit.id) ?? []
    const inForce = recognitionsInForce(decisions, moment.on, moment.knownSeq)
    return [...inForce].map(([rank, decision]) => {
      const rule = revocationRuleOn(rules, moment.on, { kind: unit.kind, rank })
      return { unit, rank, decision, rule }
    })
  })
  const sets = new Set(held.flatMap(({ rule }) => rule?.set ?? []))
  const judges = new Map(
    [...sets].map((set) => {
      const concerned = held.filter(({ rule }) => rule?.set === set).map(({ unit }) => unit)
      return [set, judgedBy(asked, set, concerned)] as const
    }),
  )
  return held.map((one) => ({
    ...one,
    judged: one.rule && judges.get(one.rule.set)?.(one.unit.id, one.rule),
  }))
}

type Judgement = (unit: UnitId, rule: RevocationRule) => JudgedRisk | undefined

/** The units are judged together, as `status` judges them. */
function judgedBy(asked: AskedRisk, set: string, units: readonly UnitOnDay[]): Judgement {
  const edition = findEdition(asked.image, set, asked.moment.knownSeq)
  if (edition === undefined) return () => undefined
  const judged = [...new Set(units)].filter((unit) => isFor(edition, unit))
  const standings = foldStandings(judgeAt(asked, edition, asked.moment), judged, asked.basis)
  return (unit, rule) => {
    const standing = standings.get(unit)
    return standing && judgedRisk(edition, standing, rule)
  }
}

function judgedRisk(edition: KnownEdition, standing: UnitStanding, rule: RevocationRule): JudgedRisk {
  const { criteria } = edition.set
  const having = (code: number): readonly Criterion[] =>
    criteria.filter((_, at) => standing.criteria[at] === code)
  const keyOf = (some: readonly Criterion[]): number => some.filter((criterion) => criterion.key).length
  const [unmet, unknown] = [having(verdictCodes.unmet), having(verdictCodes.unknown)]
  const risk = revocationRisk(rule.conditions, {
    of: criteria.length,
    unmet: unmet.length,
    unknown: unknown.length,
    key: { of: keyOf(criteria), unmet: keyOf(unmet), unknown: keyOf(unknown) },
  })
  return { ...risk, edition, unmet, unknown }
}
