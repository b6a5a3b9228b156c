import { z } from 'zod'

import { isoDate } from '../kernel/index.ts'
import { changeKinds, unitKinds, type UnitId } from './unit.ts'

/** An identity made by the client: letters, digits, `-`, `_`, `.`; at most 80 characters; it means nothing. */
export const identity = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/, 'notAnIdentity')

export const unitId = identity.transform((id) => id as UnitId)

/** Text for people: NFC, trimmed, well-formed, no control characters, at most 500 characters. */
export const shortText = z
  .string()
  .max(500)
  .transform((text) => text.normalize('NFC').trim())
  .refine((text) => text.length > 0 && text.isWellFormed() && !/\p{Cc}/u.test(text), 'notShortText')

const period = { from: isoDate, until: isoDate.optional() }

/**
 * Facts about units, one section per aspect. Endings are applied before the new rows: every row of the
 * unit and aspect that is open on `until` then ends there; the older knowledge stays answerable.
 */
export const unitFacts = z.strictObject({
  units: z.array(z.strictObject({ id: unitId })).default([]),
  endings: z
    .array(
      z.strictObject({
        unit: unitId,
        aspects: z.array(z.enum(['name', 'kind', 'code', 'parent', 'group', 'programme'])).min(1),
        until: isoDate,
      }),
    )
    .default([]),
  names: z
    .array(
      z.strictObject({
        unit: unitId,
        name: shortText,
        spelling: z.enum(['statistics', 'local']),
        illustrative: z.boolean().default(false),
        ...period,
      }),
    )
    .default([]),
  kinds: z.array(z.strictObject({ unit: unitId, kind: z.enum(unitKinds), ...period })).default([]),
  codes: z
    .array(
      z.strictObject({
        unit: unitId,
        scheme: z.literal('gso'),
        code: z.string().regex(/^\d{2,8}$/),
        ...period,
      }),
    )
    .default([]),
  parents: z
    .array(
      z.strictObject({ unit: unitId, hierarchy: z.literal('administrative'), parent: unitId, ...period }),
    )
    .default([]),
  groups: z
    .array(
      z.strictObject({
        unit: unitId,
        group: identity,
        document: identity.optional(),
        illustrative: z.boolean().default(false),
        ...period,
      }),
    )
    .default([]),
  /** Taking part in the programme: a xã does, a phường or thị trấn does not. */
  programme: z.array(z.strictObject({ unit: unitId, ...period })).default([]),
  /** One point inside the unit, degrees WGS 84, for the diagram that is not a map. */
  points: z
    .array(
      z.strictObject({
        unit: unitId,
        longitude: z.number().min(-180).max(180),
        latitude: z.number().min(-90).max(90),
        source: shortText,
      }),
    )
    .default([]),
  changes: z
    .array(
      z.strictObject({
        id: identity,
        day: isoDate,
        kind: z.enum(changeKinds),
        document: identity.optional(),
        clause: shortText.optional(),
        parts: z
          .array(
            z.strictObject({
              old: unitId.optional(),
              new: unitId.optional(),
              measure: identity.default('whole'),
              num: z.int().nonnegative().default(1),
              den: z.int().positive().default(1),
            }),
          )
          .min(1),
      }),
    )
    .default([]),
})

export type UnitFacts = z.output<typeof unitFacts>
export type UnitFactsInput = z.input<typeof unitFacts>
