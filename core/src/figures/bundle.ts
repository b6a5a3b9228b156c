import { z } from 'zod'

import { decisionFact, documentFact } from '../decisions/index.ts'
import { isoDate } from '../kernel/index.ts'
import { identity, unitFacts, unitId } from '../units/index.ts'
import { figureFact, verdictClaim } from './facts.ts'

/** A level that the province decides, by number, day and article; it fills a delegated or unknown level. */
export const levelDecision = z.strictObject({
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

/**
 * Everything one command may write, section by section: form, file, API and world all end here, so that
 * the same checks, the same history and the same refusals hold for each.
 */
export const factBundle = z.strictObject({
  documents: z.array(documentFact).default([]),
  /** Unit that the province's ledger speaks for: the world's province. Given once, in the first entry. */
  province: z.strictObject({ unit: unitId }).optional(),
  units: unitFacts.optional(),
  /** Editions of packs to publish: identity of the set and number of the edition, read from `packs/`. */
  editions: z.array(z.strictObject({ set: identity, edition: z.int().positive() })).default([]),
  setApplications: z.array(setApplication).default([]),
  levels: z.array(levelDecision).default([]),
  figures: z.array(figureFact).default([]),
  verdicts: z.array(verdictClaim).default([]),
  decisions: z.array(decisionFact).default([]),
})

export type LevelDecision = z.output<typeof levelDecision>
export type LevelDecisionInput = z.input<typeof levelDecision>
export type SetApplication = z.output<typeof setApplication>
export type FactBundle = z.output<typeof factBundle>
export type FactBundleInput = z.input<typeof factBundle>
