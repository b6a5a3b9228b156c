import { compileSet, columnOf, type CompiledSet, type KnownLevelDecision } from '@ancu/core/criteria'
import {
  countingClaim,
  countingFigure,
  type Counting,
  type KnownClaim,
  type KnownFigure,
  type Moment,
} from '@ancu/core/figures'
import { judgeUnits, type Basis, type CountingFacts, type UnitStanding } from '@ancu/core/standing'
import type { UnitId, UnitOnDay } from '@ancu/core/units'

import type { DecidedLevel } from '../criteria/store.ts'
import { claimsIn, type KnownEdition, type ProvinceImage } from '../figures/image.ts'

/** A set ready to judge at one moment, by column of levels; columns are compiled when first needed. */
export type Judge = {
  readonly edition: KnownEdition
  readonly moment: Moment
  compiledFor(unit: UnitOnDay): CompiledSet
}

export function judgeAt(image: ProvinceImage, edition: KnownEdition, moment: Moment): Judge {
  const decisions = levelsAt(image.levels, edition.set.id, moment)
  const measures = new Map(edition.measures.map((measure) => [measure.id, measure]))
  const compiled = new Map<string, CompiledSet>()
  return {
    edition,
    moment,
    compiledFor(unit) {
      const column = columnOf(edition.set, new Set(unit.groups.map((each) => each.group)))
      const ready = compiled.get(column)
      if (ready) return ready
      const made = compileSet(edition.set, measures, column, { on: moment.on, decisions })
      compiled.set(column, made)
      return made
    },
  }
}

/** Whether the set is for the unit; outside it a unit is "không thuộc đối tượng", which is not unknown. */
export function isFor(edition: KnownEdition, unit: UnitOnDay): boolean {
  return edition.set.forKinds.includes(unit.kind) && (unit.inProgramme || !edition.set.programmeOnly)
}

/** Standings of units the set is for, judged together column by column; given back in the order of the units. */
export function foldStandings(
  image: ProvinceImage,
  judge: Judge,
  units: readonly UnitOnDay[],
  basis: Basis,
): ReadonlyMap<UnitId, UnitStanding> {
  const byColumn = Map.groupBy(units, (unit) => judge.compiledFor(unit))
  const standings = new Map<UnitId, UnitStanding>()
  for (const [compiled, together] of byColumn) {
    const facts = together.map((unit) => countingFacts(image, compiled, unit.id, judge.moment))
    for (const standing of judgeUnits(compiled, facts, basis)) standings.set(standing.unit, standing)
  }
  return standings
}

/** What counts of one unit at one moment: one figure a measure of the set, one claim a key. */
export function countingFacts(
  image: ProvinceImage,
  compiled: CompiledSet,
  unit: UnitId,
  moment: Moment,
): CountingFacts {
  const figures = new Map<string, Counting<KnownFigure>>()
  const known = image.figures.get(unit)
  if (known) {
    for (const measure of compiled.slots) {
      const counting = countingFigure(known.get(measure) ?? [], moment)
      if (counting) figures.set(measure, counting)
    }
  }
  const claims = new Map<string, Counting<KnownClaim>>()
  for (const [key, ofKey] of image.claims.get(claimsIn(unit, compiled.set.id)) ?? []) {
    const counting = countingClaim(ofKey, moment)
    if (counting) claims.set(key, counting)
  }
  return { unit, figures, claims }
}

/** Level decisions of a set known at the moment, oldest first, corrected; of two corrections of one the older counts. */
function levelsAt(
  levels: readonly DecidedLevel[],
  set: string,
  moment: Moment,
): readonly KnownLevelDecision[] {
  const known = levels.filter((level) => level.set === set && level.seq <= moment.knownSeq)
  const replaced = new Set(known.flatMap((level) => level.replaces ?? []))
  const first = new Map(known.toReversed().map((level) => [level.replaces, level.id]))
  return known.filter(
    (level) =>
      !replaced.has(level.id) && (level.replaces === undefined || first.get(level.replaces) === level.id),
  )
}
