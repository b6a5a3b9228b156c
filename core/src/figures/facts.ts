import { z } from 'zod'

import { isoDate } from '../kernel/index.ts'
import { identity, shortText, unitId } from '../units/index.ts'
import { periodText } from './period.ts'

/** Whose figure or verdict it is, rising: tự đánh giá, thẩm tra, thẩm định, and a statistics office's figure. */
export const figureStages = ['claimed', 'verified', 'appraised', 'statistical'] as const
export type FigureStage = (typeof figureStages)[number]

/** Stages of an attested verdict, rising: tự đánh giá, thẩm tra, thẩm định, quyết định. */
export const claimStages = ['selfAssessed', 'verified', 'appraised', 'decided'] as const
export type ClaimStage = (typeof claimStages)[number]

/** Largest numerator, denominator or scaled value; products with a level stay below 2^53. */
export const largestQuantity = 100_000_000_000

const quantity = z.int().min(-largestQuantity).max(largestQuantity)

/**
 * One figure: unit × measure × period. A share has `num` and `den`, anything else `scaled`, a whole number on
 * the measure's scale; a pass figure is 1 or 0. It is never overwritten: a correction names the figure it replaces.
 */
export const figureFact = z
  .strictObject({
    id: identity,
    unit: unitId,
    measure: identity,
    period: periodText,
    stage: z.enum(figureStages),
    nature: z.enum(['actual', 'estimate']).default('actual'),
    num: quantity.nonnegative().optional(),
    den: quantity.positive('denNotPositive').optional(),
    scaled: quantity.optional(),
    notApplicableReason: shortText.optional(),
    document: identity.optional(),
    evidence: shortText.optional(),
    replaces: identity.optional(),
    batch: identity.optional(),
    illustrative: z.boolean().default(false),
  })
  .refine(hasOneQuantity, { error: 'figureFactHasOneQuantity' })

/** A figure has a number, a share, or a reason why there is none. */
export function hasOneQuantity(figure: {
  readonly num?: number | undefined
  readonly den?: number | undefined
  readonly scaled?: number | undefined
  readonly notApplicableReason?: string | undefined
}): boolean {
  const isShare = figure.num !== undefined && figure.den !== undefined
  const given = [figure.scaled !== undefined, isShare, figure.notApplicableReason !== undefined]
  return given.filter(Boolean).length === 1 && (figure.num === undefined) === (figure.den === undefined)
}

/** What a body with the duty says of an indicator, a criterion or the whole set; it makes up no other verdict. */
export const verdictClaim = z
  .strictObject({
    id: identity,
    unit: unitId,
    set: identity,
    scope: z.enum(['indicator', 'criterion', 'whole']),
    /** Code of the indicator, prerequisite (as an indicator) or criterion; absent for the whole set. */
    code: z
      .string()
      .regex(/^(\d{1,2}(\.\d{1,2})?|[A-Z]{1,4}\d{1,2})$/)
      .optional(),
    verdict: z.enum(['met', 'basicallyMet', 'unmet', 'notApplicable']),
    asOf: isoDate,
    stage: z.enum(claimStages),
    reason: shortText.optional(),
    document: identity.optional(),
    evidence: shortText.optional(),
    replaces: identity.optional(),
    /** Takes back what it replaces and says nothing itself. */
    withdrawn: z.boolean().optional(),
    /** The conclusion under another set that somebody has confirmed to count under this one too. */
    carriedFrom: identity.optional(),
    batch: identity.optional(),
    illustrative: z.boolean().default(false),
  })
  .refine((claim) => (claim.scope === 'whole') === (claim.code === undefined), {
    error: 'claimCodeFitsScope',
  })
  .refine((claim) => claim.verdict !== 'notApplicable' || claim.reason !== undefined, {
    error: 'notApplicableNeedsReason',
  })
  .refine((claim) => claim.withdrawn !== true || claim.replaces !== undefined, { error: 'withdrawsNothing' })

export type FigureFact = z.output<typeof figureFact>
export type VerdictClaim = z.output<typeof verdictClaim>
export type AttestedVerdict = VerdictClaim['verdict']
