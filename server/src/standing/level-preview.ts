import { verdictNames, type CriteriaSet, type Verdict } from '@ancu/core/criteria'
import { checkFacts, factBundle, levelsOnScale } from '@ancu/core/figures'
import { accepted, refused, type EndpointAnswer, type EndpointInput, type Result } from '@ancu/core/kernel'
import { asCode, type Basis, type previewLevels, type UnitStanding } from '@ancu/core/standing'
import type { Refusal } from '@ancu/core/text'
import type { UnitId, UnitOnDay } from '@ancu/core/units'

import type { Officer, Program } from '../commands/index.ts'
import type { DecidedLevel } from '../criteria/store.ts'
import { findEdition, knownLaw, knownProvince } from '../figures/province.ts'
import { labelOf } from './answers.ts'
import { foldStandings, isFor, judgeAt } from './fold.ts'
import { aboutArea, type Area, type Question } from './moment.ts'

type Preview = EndpointAnswer<typeof previewLevels>
type Becoming = Record<Verdict, number>

/** What an area's verdicts would be with the levels decided, held against what they are; nothing is written. */
export async function previewOf(
  program: Program,
  officer: Officer,
  { levels, documents, ...asked }: EndpointInput<typeof previewLevels>,
): Promise<Result<Preview, Refusal>> {
  return aboutArea(program, officer, asked, async (question, area) => {
    const { image, picture, moment } = question
    const scaled = levelsOnScale(levels, knownLaw(image, question.reader.knownSeq))
    if (!scaled.ok) return refused({ code: 'factsRefused', refusals: scaled.refusal })
    const facts = factBundle.parse({ documents, levels: scaled.value })
    const refusals = checkFacts(facts, await knownProvince(question.reader, image, picture, facts, []))
    if (refusals.length > 0) return refused({ code: 'factsRefused', refusals })
    const decided = facts.levels.map((level) => ({ ...level, seq: moment.knownSeq }))
    const sets = [...new Set(decided.map((level) => level.set))]
    return accepted({
      on: moment.on,
      knownSeq: moment.knownSeq,
      unit: labelOf(question, area.unit),
      sets: sets.flatMap((set) => changesOf(question, area, set, decided) ?? []),
    })
  })
}

function changesOf(
  question: Question,
  area: Area,
  id: string,
  decided: readonly DecidedLevel[],
): Preview['sets'][number] | undefined {
  const { image, moment } = question
  const edition = findEdition(image, id, moment.knownSeq)
  if (edition === undefined) return undefined
  const units = [...area.communes, ...area.villages, ...area.districts].filter((unit) => isFor(edition, unit))
  const after = { ...question, image: { ...image, levels: [...image.levels, ...decided] } }
  const judged = (ground: Question, basis: Basis) =>
    foldStandings(judgeAt(ground, edition, moment), units, basis)
  const sides = (basis: Basis): Sides => ({
    units,
    before: judged(question, basis),
    after: judged(after, basis),
  })
  const computed = sides('computed')
  return {
    set: id,
    units: units.length,
    computed: changed(computed),
    official: changed(sides('official')),
    indicators: changedIndicators(edition.set, computed),
  }
}

type Sides = {
  readonly units: readonly UnitOnDay[]
  readonly before: ReadonlyMap<UnitId, UnitStanding>
  readonly after: ReadonlyMap<UnitId, UnitStanding>
}

function changed(sides: Sides): Preview['sets'][number]['computed'] {
  return {
    indicators: becoming(sides, (standing) => standing.indicators),
    criteria: becoming(sides, (standing) => standing.criteria),
    whole: becomingOf(
      pairsOf(sides).flatMap(([one, other]) => (one.whole === other.whole ? [] : [other.whole])),
    ),
  }
}

function changedIndicators(set: CriteriaSet, sides: Sides): Preview['sets'][number]['indicators'] {
  return set.criteria
    .flatMap((criterion) => criterion.indicators)
    .map(({ code, name }, place) => {
      const only = (standing: UnitStanding) => standing.indicators.subarray(place, place + 1)
      return { code, name, ...becoming(sides, only) }
    })
    .filter(({ met, unmet, unknown, notApplicable }) => met + unmet + unknown + notApplicable > 0)
}

function becoming(sides: Sides, codesOf: (standing: UnitStanding) => Uint8Array): Becoming {
  return becomingOf(
    pairsOf(sides).flatMap(([one, other]) => {
      const before = codesOf(one)
      return [...codesOf(other)].flatMap((code, at) =>
        code === before[at] ? [] : [verdictNames[asCode(code)]],
      )
    }),
  )
}

function pairsOf({ units, before, after }: Sides): readonly (readonly [UnitStanding, UnitStanding])[] {
  return units.flatMap(({ id }) => {
    const [one, other] = [before.get(id), after.get(id)]
    return one && other ? [[one, other] as const] : []
  })
}

function becomingOf(verdicts: readonly Verdict[]): Becoming {
  const counts = { met: 0, unmet: 0, unknown: 0, notApplicable: 0 }
  for (const verdict of verdicts) counts[verdict] += 1
  return counts
}
