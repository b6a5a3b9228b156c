import { z } from 'zod'

import { isoDate, type Endpoint } from '../kernel/index.ts'
import { unitId } from './facts.ts'
import { changeKinds, unitKinds } from './unit.ts'

const moment = {
  on: isoDate.optional(),
  known: isoDate.optional(),
  knownSeq: z.coerce.number().int().nonnegative().optional(),
}

/** "xã Đắk Hà, huyện Tu Mơ Rông", "Đắk Hà commune, Tu Mơ Rông district": tells units of one name apart. */
export const placeShown = z.object({ vi: z.string(), en: z.string() })

/** A unit as it stands on the day asked. */
const unitShown = z.object({
  id: unitId,
  code: z.string().nullable(),
  name: z.string(),
  nameLocal: z.string().nullable(),
  /** With all it lies in: "xã Đắk Hà, huyện Tu Mơ Rông, tỉnh Kon Tum". */
  place: placeShown,
  kind: z.enum(unitKinds),
  level: z.enum(['province', 'district', 'commune', 'village']),
  parent: unitId.nullable(),
  inProgramme: z.boolean(),
  groups: z.array(
    z.object({ group: z.string(), document: z.string().nullable(), illustrative: z.boolean() }),
  ),
  /** A name that was made up for the demo ("Thôn số 3 (minh hoạ)"). */
  nameIllustrative: z.boolean(),
})

/** A unit in lists: with the number of villages in it that day. */
const unitListed = unitShown.extend({ villages: z.int() })

export const findUnits = {
  method: 'GET',
  path: '/units/search',
  summary: 'Units whose present or former name, code or place fits, accents and spelling forgiven',
  query: z.strictObject({
    query: z.string().max(200),
    ...moment,
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  answer: z.object({
    on: isoDate,
    knownSeq: z.int(),
    units: z.array(
      unitShown.extend({
        /** The name that matched, where it is not the day's name. */
        matched: z.string().nullable(),
        /** False: it does not exist on the day; `from`/`until` say when it did. */
        existsOn: z.boolean(),
        from: isoDate,
        until: isoDate.nullable(),
      }),
    ),
  }),
} as const satisfies Endpoint

export const listUnits = {
  method: 'GET',
  path: '/units',
  summary: 'Units inside an area on a day',
  query: z.strictObject({
    area: z.string().max(120).optional(),
    level: z.enum(['province', 'district', 'commune', 'village']).optional(),
    ...moment,
  }),
  answer: z.object({ on: isoDate, knownSeq: z.int(), units: z.array(unitListed) }),
} as const satisfies Endpoint

const related = z.object({
  id: unitId,
  name: z.string(),
  place: placeShown,
  day: isoDate,
  kind: z.enum(changeKinds),
  document: z.string().nullable(),
  /** What people call the document: its number, else its title. */
  documentName: z.string().nullable(),
  clause: z.string().nullable(),
  measure: z.string(),
  num: z.int(),
  den: z.int(),
})

const dated = { from: isoDate, until: isoDate.nullable() }

export const showUnit = {
  method: 'GET',
  path: '/units/:unit',
  summary:
    'One unit: its names, codes, kinds, parents and groups over time, and what it came from and became',
  params: z.strictObject({ unit: z.string().min(1).max(120) }),
  query: z.strictObject(moment),
  answer: z.object({
    on: isoDate,
    knownSeq: z.int(),
    unit: unitListed,
    existsOn: z.boolean(),
    ancestors: z.array(z.object({ id: unitId, name: z.string() })),
    names: z.array(
      z.object({
        name: z.string(),
        spelling: z.enum(['statistics', 'local']),
        illustrative: z.boolean(),
        ...dated,
      }),
    ),
    codes: z.array(z.object({ scheme: z.string(), code: z.string(), ...dated })),
    kinds: z.array(z.object({ kind: z.enum(unitKinds), ...dated })),
    parents: z.array(z.object({ id: unitId, name: z.string(), ...dated })),
    predecessors: z.array(related),
    successors: z.array(related),
  }),
} as const satisfies Endpoint
