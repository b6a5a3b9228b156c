export { combined } from './causes.ts'
export { compareUnit, type ComparedPair, type ComparedReason, type Side } from './compare.ts'
export { causeCounts, changeTotals } from './totals.ts'
export { ownerOn } from './owner.ts'
export { reasonWords } from './words.ts'
export { assessmentMessages, causeWords, lackWords, type AssessmentMessages } from './messages.ts'
export type { Seen } from './why.ts'
export { nearestCriteria, type Lacking } from './nearest.ts'
export { carriableOf, carryGrounds, carryObstacles, type Carriable } from './carrying.ts'
export * from './api.ts'
export * from './carry-api.ts'
export * from './coming-api.ts'
export * from './disagreements-api.ts'
export {
  claimedOtherwise,
  factsOf,
  partOfMeasure,
  settledBy,
  subjectOf,
  sumOtherwise,
  verdictDisagreements,
  type Disagreement,
} from './disagreements.ts'
export { claimWords, computedWords, figureOfStage, sumWords } from './disagreement-words.ts'
