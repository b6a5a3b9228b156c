import { z } from 'zod'

import { isoDate, type IsoDate } from '../kernel/index.ts'
import { identity } from '../units/index.ts'

/** A level that the province decides, by number, day and article; it fills a delegated or unknown level. */
export const levelDecision = z
  .strictObject({
    id: identity,
    set: identity,
    /** Key of the rule's levels in the pack, by default the indicator's code. */
    key: z.string().max(40),
    /** Column of the set, or `*`. */
    column: z.string().max(40).default('*'),
    year: z.int().min(2009).max(2100).optional(),
    /** On the scale of the measure; a share in percent times 100. */
    scaled: z.int(),
    document: identity,
    article: z.string().max(200).optional(),
    from: isoDate,
    until: isoDate.optional(),
    replaces: identity.optional(),
    /** Takes back the level it replaces, which then counts no more; nothing stands in its place. */
    withdrawn: z.boolean().optional(),
    illustrative: z.boolean().default(false),
  })
  .refine((level) => level.until === undefined || level.from < level.until, { error: 'periodEmpty' })
  .refine((level) => level.withdrawn !== true || level.replaces !== undefined, { error: 'withdrawsNothing' })

/** From which day the province judges by a set; the law's own period is in the set. */
export const setApplication = z.strictObject({
  id: identity,
  set: identity,
  from: isoDate,
  document: identity.optional(),
  assumed: z.boolean().default(false),
  note: z.string().max(500).optional(),
  replaces: identity.optional(),
})

export type LevelDecision = z.output<typeof levelDecision>
export type SetApplication = z.output<typeof setApplication>

export type KnownSetApplication = SetApplication & { readonly seq: number }

/**
 * The application in force: by which set the province judges on a day, as known at a ledger number. The law's
 * own period is another thing: Kon Tum still judged by the set of 2016-2020 months after QĐ 318 was in force.
 */
export function applicationOn(
  applications: readonly KnownSetApplication[],
  on: IsoDate,
  knownSeq: number,
): KnownSetApplication | undefined {
  return applicationsKnown(applications, knownSeq)
    .filter((application) => application.from <= on)
    .toSorted((one, other) =>
      one.from < other.from ? 1 : one.from > other.from ? -1 : one.seq - other.seq,
    )[0]
}

/**
 * The sets that the province applies on a day, in the order given: each from its application on, until a set that
 * replaces it is applied.
 */
export function setsApplied<One extends { readonly id: string; readonly replaces: string | undefined }>(
  sets: readonly One[],
  applications: readonly KnownSetApplication[],
  on: IsoDate,
  knownSeq: number,
): readonly One[] {
  const begun = new Set(
    applicationsKnown(applications, knownSeq).flatMap(({ set, from }) => (from <= on ? [set] : [])),
  )
  const applied = sets.filter((set) => begun.has(set.id))
  return applied.filter((set) => !applied.some(({ replaces }) => replaces === set.id))
}

/** The applications that count at a moment of knowledge: those that a later one corrects are left out. */
export function applicationsKnown(
  applications: readonly KnownSetApplication[],
  knownSeq: number,
): readonly KnownSetApplication[] {
  const known = applications.filter((application) => application.seq <= knownSeq)
  const corrected = new Set(known.flatMap((application) => application.replaces ?? []))
  return known.filter((application) => !corrected.has(application.id))
}

/**
 * The level decisions of a set that count at a moment of knowledge, in the order given, which is that in which
 * they became known: corrected and withdrawn ones are left out, and of two corrections of one the older counts.
 */
export function levelsKnown<Known extends LevelDecision & { readonly seq: number }>(
  levels: readonly Known[],
  set: string,
  knownSeq: number,
): readonly Known[] {
  const known = levels.filter((level) => level.set === set && level.seq <= knownSeq)
  const replaced = new Set(known.flatMap((level) => level.replaces ?? []))
  const first = new Map(known.toReversed().map((level) => [level.replaces, level.id]))
  return known.filter(
    (level) =>
      !replaced.has(level.id) &&
      level.withdrawn !== true &&
      (level.replaces === undefined || first.get(level.replaces) === level.id),
  )
}
