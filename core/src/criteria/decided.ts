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
    illustrative: z.boolean().default(false),
  })
  .refine((level) => level.until === undefined || level.from < level.until, { error: 'periodEmpty' })

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
  const known = applications.filter((application) => application.seq <= knownSeq)
  const corrected = new Set(known.flatMap((application) => application.replaces ?? []))
  return known
    .filter((application) => !corrected.has(application.id) && application.from <= on)
    .toSorted((one, other) =>
      one.from < other.from ? 1 : one.from > other.from ? -1 : one.seq - other.seq,
    )[0]
}
