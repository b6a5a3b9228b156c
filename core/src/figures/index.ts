export { factBundle, type FactBundle, type FactBundleInput } from './bundle.ts'
export {
  claimStages,
  figureFact,
  figureStages,
  verdictClaim,
  type AttestedVerdict,
  type FigureFact,
  type VerdictClaim,
} from './facts.ts'
export {
  claimKey,
  claimStageRank,
  countingClaim,
  countingFigure,
  countingOfStages,
  staleFrom,
  type Counting,
  type KnownClaim,
  type KnownFigure,
  type Moment,
} from './counting.ts'
export {
  disagreementKinds,
  newestNote,
  reconciliationFact,
  type KnownReconciliation,
  type Reconciliation,
} from './reconciliation.ts'
export { parsePeriod, type PeriodText } from './period.ts'
export * from './api.ts'
export { checkFacts } from './check.ts'
export { measureOfLevel } from './check-levels.ts'
export { enteredFigure, enteredLevel, figuresOnScale, levelsOnScale } from './entered.ts'
export type { KnownLaw, KnownProvince } from './known.ts'
export type { FactRefusal, FactSection } from './refusal.ts'
