import { z } from 'zod'

import type { Endpoint } from '../../kernel/index.ts'
import { identity } from '../../units/index.ts'
import { draftChange } from './changes.ts'
import { draftForm } from './draft.ts'
import { draftWork } from './work.ts'

/** Most bytes of an annex; it is refused before anything of it is read. */
export const mostAnnexBytes = 20 * 1024 * 1024

/** Names of people until they sign in: typed, kept with what they did. */
const person = z.string().trim().min(2).max(120).regex(/\p{L}/u)

const issue = z.object({
  target: z.string(),
  field: z.string(),
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})

const state = {
  id: z.string(),
  version: z.int(),
  /** The edition that it became; null while it is worked on. */
  published: z.object({ set: z.string(), edition: z.int(), seq: z.int() }).nullable(),
  work: draftWork,
  /** The edition of its code and number is published already: it needs another code, or the next number. */
  taken: z.boolean(),
  /** What the check of packs finds wrong, at the field that it is about. */
  issues: z.array(issue),
}

export const beginDraft = {
  method: 'POST',
  path: '/drafts',
  summary:
    'Reads the annex of a decision, a Word or Excel file or what was pasted, into a draft of a criteria set',
  body: z.strictObject({
    commandId: identity,
    by: person,
    fileName: z.string().trim().max(200).default(''),
    /** The file in base64. */
    file: z.string().optional(),
    /** What was pasted: HTML as Word and Excel put it on the clipboard, or lines with tabs. */
    pasted: z.string().max(2_000_000).optional(),
    /** Which of several sets of criteria in the file, from 0. */
    part: z.int().min(0).max(50).default(0),
  }),
  answer: z.object({ id: z.string(), version: z.int(), repeated: z.boolean() }),
} as const satisfies Endpoint

export const listDrafts = {
  method: 'GET',
  path: '/drafts',
  summary: 'Drafts of criteria sets, the last changed first, with how far each has been checked',
  answer: z.object({
    drafts: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        fileName: z.string(),
        drafter: z.string(),
        by: z.string(),
        at: z.string(),
        published: state.published,
        discarded: z.boolean(),
        indicators: z.int(),
        confirmed: z.int(),
        doubts: z.int(),
      }),
    ),
  }),
} as const satisfies Endpoint

const sourceTable = z.object({
  name: z.string().optional(),
  rows: z
    .array(z.array(z.object({ text: z.string(), rowSpan: z.int(), colSpan: z.int() })).readonly())
    .readonly(),
})

export const showDraft = {
  method: 'GET',
  path: '/drafts/:draft',
  summary: 'A draft whole, beside the tables of its source and the measures that there are',
  params: z.strictObject({ draft: identity }),
  answer: z.object({
    ...state,
    fileName: z.string(),
    /** How many sets of criteria the source has. */
    parts: z.int(),
    part: z.int(),
    tables: z.array(sourceTable).readonly(),
    measures: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        kind: draftForm.shape.measures.element.shape.kind,
        quantity: z.string(),
      }),
    ),
  }),
} as const satisfies Endpoint

export const changeDraftRows = {
  method: 'POST',
  path: '/drafts/:draft/changes',
  summary:
    'Changes rows of a draft, all or none; refused where another has changed one of them since it was seen',
  params: z.strictObject({ draft: identity }),
  body: z.strictObject({
    commandId: identity,
    /** Version of the draft that the person had before them. */
    seen: z.int().min(1),
    by: person,
    changes: z.array(draftChange).min(1).max(1000),
  }),
  answer: z.object(state),
} as const satisfies Endpoint

export const packDraft = {
  method: 'GET',
  path: '/drafts/:draft/files',
  summary:
    'A draft as the folder of a pack, in a zip file (base64), with its doubts beside the lines they are about',
  params: z.strictObject({ draft: identity }),
  answer: z.object({ name: z.string(), zip: z.string() }),
} as const satisfies Endpoint

export const publishDraft = {
  method: 'POST',
  path: '/drafts/:draft/publish',
  summary: 'Publishes a draft as an edition, once a second person has held every row against the source',
  params: z.strictObject({ draft: identity }),
  body: z.strictObject({ commandId: identity, seen: z.int().min(1), by: person }),
  answer: z.object({
    seq: z.int(),
    repeated: z.boolean(),
    set: z.string(),
    edition: z.int(),
    digest: z.string(),
  }),
} as const satisfies Endpoint
