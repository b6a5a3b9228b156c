import {
  columnOf,
  compileSet,
  isSetFor,
  type CompiledSet,
  type LowerLevel,
  type Verdict,
} from '@ancu/core/criteria'
import {
  countingClaim,
  countingFigure,
  type Counting,
  type KnownClaim,
  type KnownFigure,
  type Moment,
} from '@ancu/core/figures'
import { recognitionsInForce } from '@ancu/core/decisions'
import {
  judgeUnits,
  type Basis,
  type CountingFacts,
  type LowerFacts,
  type Registers,
  type UnitStanding,
} from '@ancu/core/standing'
import { levelOfKind, type UnitId, type UnitOnDay, type UnitsPicture } from '@ancu/core/units'

import { claimsIn, type KnownEdition, type ProvinceImage } from '../figures/image.ts'
import { contextAt } from './context.ts'

/** The province as it is known: its facts and its units. */
export type Ground = { readonly image: ProvinceImage; readonly picture: UnitsPicture }

/** A set ready to judge at one moment, by column of levels; columns are compiled when first needed. */
export type Judge = {
  readonly edition: KnownEdition
  readonly moment: Moment
  compiledFor(unit: UnitOnDay): CompiledSet
  /** What counts of one unit: one figure a measure of the set, one claim a key, and what the unit holds. */
  factsOf(unit: UnitOnDay): CountingFacts
}

export function judgeAt(ground: Ground, edition: KnownEdition, moment: Moment): Judge {
  const { image } = ground
  const context = contextAt(image, edition, moment)
  const measures = new Map(edition.measures.map((measure) => [measure.id, measure]))
  const compiled = new Map<string, CompiledSet>()
  const compiledFor = (unit: UnitOnDay): CompiledSet => {
    const column = columnFor(edition, unit)
    const ready = compiled.get(column)
    if (ready) return ready
    const made = compileSet(edition.set, measures, column, context)
    compiled.set(column, made)
    return made
  }
  return {
    edition,
    moment,
    compiledFor,
    factsOf: (unit) => {
      const { slots, registers, units } = compiledFor(unit)
      return {
        unit: unit.id,
        figures: countingFigures(image, slots, unit.id, moment),
        claims: countingClaims(image, edition.set.id, unit.id, moment),
        registers: registers.length > 0 ? registersOf(image, unit, moment) : undefined,
        lower:
          units.length > 0
            ? (level) =>
                unitsBelow(ground, unit, level, moment).map((one) => lowerFacts(ground, edition, one, moment))
            : undefined,
      }
    },
  }
}

/** Whether the set is for the unit; outside it a unit is "không thuộc đối tượng", which is not unknown. */
export function isFor(edition: KnownEdition, unit: UnitOnDay): boolean {
  return isSetFor(edition.set, { ...unit, groups: groupsOf(unit) })
}

/** Whether the set is for the unit; where none is known, whether it takes part in the programme. */
export function concerns(edition: KnownEdition | undefined, unit: UnitOnDay): boolean {
  return edition ? isFor(edition, unit) : unit.inProgramme
}

/** What every answer says of a unit: its verdict and bounds, or that nothing judges it. */
export function judgementOf(
  edition: KnownEdition | undefined,
  unit: UnitOnDay,
  standing: UnitStanding | undefined,
): { applicable: boolean; whole: Verdict | null; least: number | null; most: number | null } {
  const applicable = concerns(edition, unit)
  return standing && applicable
    ? { applicable, whole: standing.whole, least: standing.least, most: standing.most }
    : { applicable, whole: null, least: null, most: null }
}

/** The column of levels that judges the unit. */
export function columnFor({ set }: KnownEdition, unit: UnitOnDay): string {
  return columnOf(set, { ...unit, groups: groupsOf(unit) })
}

function groupsOf(unit: UnitOnDay): ReadonlySet<string> {
  return new Set(unit.groups.map((each) => each.group))
}

/** Standings of units the set is for, judged together column by column; given back in the order of the units. */
export function foldStandings(
  judge: Judge,
  units: readonly UnitOnDay[],
  basis: Basis,
): ReadonlyMap<UnitId, UnitStanding> {
  const byColumn = Map.groupBy(units, (unit) => judge.compiledFor(unit))
  const standings = new Map<UnitId, UnitStanding>()
  for (const [compiled, together] of byColumn) {
    const facts = together.map((unit) => judge.factsOf(unit))
    for (const standing of judgeUnits(compiled, facts, basis)) standings.set(standing.unit, standing)
  }
  return standings
}

function countingFigures(
  image: ProvinceImage,
  measures: readonly string[],
  unit: UnitId,
  moment: Moment,
): ReadonlyMap<string, Counting<KnownFigure>> {
  const figures = new Map<string, Counting<KnownFigure>>()
  const known = image.figures.get(unit)
  if (!known) return figures
  for (const measure of measures) {
    const counting = countingFigure(known.get(measure) ?? [], moment)
    if (counting) figures.set(measure, counting)
  }
  return figures
}

/** The claims on a unit under a set that count at a moment, by `claimKey`. */
export function countingClaims(
  image: ProvinceImage,
  set: string,
  unit: UnitId,
  moment: Moment,
): ReadonlyMap<string, Counting<KnownClaim>> {
  const claims = new Map<string, Counting<KnownClaim>>()
  for (const [key, ofKey] of image.claims.get(claimsIn(unit, set)) ?? []) {
    const counting = countingClaim(ofKey, moment)
    if (counting) claims.set(key, counting)
  }
  return claims
}

function registersOf(image: ProvinceImage, unit: UnitOnDay, { on, knownSeq }: Moment): Registers {
  const recognitions = recognitionsInForce(image.decisions.get(unit.id) ?? [], on, knownSeq)
  return {
    recognition: new Map(
      [...recognitions].map(([rank, { day, document }]) => [rank, { from: day, document }]),
    ),
    group: new Map(unit.groups.map(({ group, document }) => [group, { from: undefined, document }])),
  }
}

/** Communes in the programme that lie in the unit on the day, or the villages of those and of a commune itself. */
function unitsBelow(
  { picture }: Ground,
  unit: UnitOnDay,
  level: LowerLevel,
  { on }: Moment,
): readonly UnitOnDay[] {
  const communes =
    levelOfKind[unit.kind] === 'commune'
      ? [unit]
      : picture.communesOf(unit.id, on).filter((one) => one.inProgramme)
  return level === 'commune' ? communes : communes.flatMap((one) => picture.villagesOf(one.id, on))
}

/** What counts of a lower unit, each figure looked up when a rule asks for it. */
function lowerFacts({ image }: Ground, edition: KnownEdition, unit: UnitOnDay, moment: Moment): LowerFacts {
  const known = image.figures.get(unit.id)
  return {
    column: columnFor(edition, unit),
    figures: { get: (measure) => countingFigure(known?.get(measure) ?? [], moment) },
    registers: registersOf(image, unit, moment),
  }
}
