import { z } from 'zod'

import { levelDecision, setApplication } from '../criteria/index.ts'
import { decisionFact, documentFact } from '../decisions/index.ts'
import { identity, unitFacts } from '../units/index.ts'
import { figureFact, verdictClaim } from './facts.ts'
import { reconciliationFact } from './reconciliation.ts'

/**
 * Everything one command may write, section by section: form, file, API and world all end here, so that
 * the same checks, the same history and the same refusals hold for each.
 */
export const factBundle = z.strictObject({
  documents: z.array(documentFact).default([]),
  units: unitFacts.optional(),
  /** Editions of packs to publish: identity of the set and number of the edition, read from `packs/`. */
  editions: z.array(z.strictObject({ set: identity, edition: z.int().positive() })).default([]),
  setApplications: z.array(setApplication).default([]),
  levels: z.array(levelDecision).default([]),
  figures: z.array(figureFact).default([]),
  verdicts: z.array(verdictClaim).default([]),
  decisions: z.array(decisionFact).default([]),
  reconciliations: z.array(reconciliationFact).default([]),
})

export type FactBundle = z.output<typeof factBundle>
export type FactBundleInput = z.input<typeof factBundle>
