import { compareUnit, type ComparedPair, type Side } from '@ancu/core/assessments'
import { correspondenceOf, type Verdict } from '@ancu/core/criteria'
import { explainUnit, type ExplainedStanding } from '@ancu/core/standing'
import type { UnitId, UnitOnDay } from '@ancu/core/units'

import type { KnownEdition } from '../figures/image.ts'
import { evidenceOf } from '../standing/evidence.ts'
import { foldStandings, isFor, judgeAt } from '../standing/fold.ts'
import type { Area, Question } from '../standing/moment.ts'

/** A question whose set is known. */
export type JudgedQuestion = Question & { readonly edition: KnownEdition }

/** What judging needs of a question. */
export type Judged = Pick<JudgedQuestion, 'image' | 'picture' | 'moment' | 'basis' | 'edition'>

/** One of two sides: what is asked, of which area, and how its units are judged. */
export type AskedSide<Asked extends Judged = JudgedQuestion> = {
  readonly question: Asked
  readonly area: Area
  /** Units of the area, itself included, that the set is for, in the order of the area. */
  readonly units: ReadonlyMap<UnitId, UnitOnDay>
  /** A unit as it is judged there; undefined for one the set is not for. */
  readonly sideOf: (unit: UnitId) => Side | undefined
}

/** A unit judged on both sides, with what became of each criterion. */
export type ComparedUnit = {
  /** As it is on the later side. */
  readonly unit: UnitOnDay
  readonly oldWhole: Verdict
  readonly newWhole: Verdict
  readonly pairs: readonly ComparedPair[]
}

export type Comparison<Asked extends Judged = JudgedQuestion> = {
  readonly units: readonly ComparedUnit[]
  /** Units that one of the sides alone judges, as they are there. */
  readonly notCompared: readonly { readonly question: Asked; readonly unit: UnitOnDay }[]
}

/** Judges the units of an area as `status` does, all together; who has changed is explained when asked for. */
export function judgedSide<Asked extends Judged>(question: Asked, area: Area): AskedSide<Asked> {
  const { edition, moment, basis } = question
  const all = [area.unit, ...area.districts, ...area.communes, ...area.villages]
  const units = new Map(all.filter((unit) => isFor(edition, unit)).map((unit) => [unit.id, unit]))
  const judge = judgeAt(question, edition, moment)
  const standings = foldStandings(judge, [...units.values()], basis)
  const explained = new Map<UnitId, ExplainedStanding>()
  const explainOnce = (unit: UnitOnDay): ExplainedStanding => {
    const before = explained.get(unit.id)
    if (before) return before
    const evidence = evidenceOf(question, judge, unit)
    const made = explainUnit(judge.compiledFor(unit), evidence, basis, moment.on)
    explained.set(unit.id, made)
    return made
  }
  const sideOf = (id: UnitId): Side | undefined => {
    const [unit, standing] = [units.get(id), standings.get(id)]
    if (unit === undefined || standing === undefined) return undefined
    return { compiled: judge.compiledFor(unit), standing, explained: () => explainOnce(unit) }
  }
  return { question, area, units, sideOf }
}

/** Compares every unit that both sides judge. */
export function compareSides<Asked extends Judged>(
  old: AskedSide<Asked>,
  current: AskedSide<Asked>,
): Comparison<Asked> {
  const correspondence = correspondenceOf(old.question.edition.set, current.question.edition.set)
  const units = [...current.units.values()].flatMap((unit): ComparedUnit[] => {
    const [then, now] = [old.sideOf(unit.id), current.sideOf(unit.id)]
    if (then === undefined || now === undefined) return []
    const [oldWhole, newWhole] = [then.standing.whole, now.standing.whole]
    return [{ unit, oldWhole, newWhole, pairs: compareUnit(then, now, correspondence) }]
  })
  return { units, notCompared: [...onlyIn(old, current), ...onlyIn(current, old)] }
}

function onlyIn<Asked extends Judged>(
  one: AskedSide<Asked>,
  other: AskedSide<Asked>,
): Comparison<Asked>['notCompared'] {
  return [...one.units.values()]
    .filter((unit) => !other.units.has(unit.id))
    .map((unit) => ({ question: one.question, unit }))
}
