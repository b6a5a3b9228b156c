import { z } from 'zod'

import { isoDate } from '../../kernel/index.ts'
import { draftColumn, draftCriterion, draftHead, draftIndicator, draftMeasure } from './draft.ts'

const keys = z.array(z.string().max(40)).min(1).max(999)

/** Null takes the day away. */
const noDay = isoDate.nullable().optional()

/** What may be done to a draft. A change names the row that it is about; the rest of the draft stays as it is. */
export const draftChange = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('head'),
    patch: draftHead.partial().extend({ from: noDay, until: noDay }),
  }),
  z.strictObject({
    kind: z.literal('column'),
    id: z.string(),
    patch: draftColumn.pick({ name: true, groups: true }).partial(),
  }),
  z.strictObject({ kind: z.literal('addColumn'), name: z.string().trim().min(1).max(200) }),
  z.strictObject({ kind: z.literal('removeColumn'), id: z.string() }),
  z.strictObject({ kind: z.literal('group'), id: z.string(), name: z.string().trim().min(1).max(300) }),
  z.strictObject({
    kind: z.literal('criterion'),
    key: z.string(),
    patch: draftCriterion.omit({ key: true, from: true }).partial(),
  }),
  z.strictObject({ kind: z.literal('addCriterion') }),
  z.strictObject({ kind: z.literal('removeCriterion'), key: z.string() }),
  z.strictObject({
    kind: z.literal('indicator'),
    key: z.string(),
    patch: draftIndicator
      .omit({ key: true, from: true, points: true })
      .partial()
      .extend({
        /** Null takes the points away. */
        points: z.number().min(0).max(1000).nullable().optional(),
      }),
  }),
  z.strictObject({ kind: z.literal('addIndicator'), criterion: z.string() }),
  z.strictObject({ kind: z.literal('removeIndicator'), key: z.string() }),
  z.strictObject({
    kind: z.literal('measure'),
    id: z.string(),
    patch: draftMeasure.omit({ id: true }).partial(),
  }),
  z.strictObject({ kind: z.literal('addMeasure'), measure: draftMeasure }),
  z.strictObject({ kind: z.literal('settle'), doubts: z.array(z.string().max(40)).min(1).max(2000) }),
  z.strictObject({ kind: z.literal('confirm'), indicators: keys }),
  z.strictObject({ kind: z.literal('unconfirm'), indicators: keys }),
  /** Lays the draft aside; nothing of it is lost, and nothing else is done to it until it is taken up again. */
  z.strictObject({ kind: z.literal('discard') }),
  z.strictObject({ kind: z.literal('restore') }),
])

export type DraftChange = z.output<typeof draftChange>
