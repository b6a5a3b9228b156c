export { factBundle, type FactBundle, type FactBundleInput } from './bundle.ts'
export {
  claimStages,
  figureFact,
  figureStages,
  largestQuantity,
  verdictClaim,
  type AttestedVerdict,
  type ClaimStage,
  type FigureFact,
  type FigureFactInput,
  type FigureStage,
  type VerdictClaim,
  type VerdictClaimInput,
} from './facts.ts'
export {
  claimKey,
  claimStageRank,
  countingClaim,
  countingFigure,
  staleFrom,
  type Counting,
  type Known,
  type KnownClaim,
  type KnownFigure,
  type Moment,
} from './counting.ts'
export { parsePeriod, periodText, type DescribedPeriod, type PeriodText } from './period.ts'
export * from './api.ts'
export { checkFacts, type FactRefusal, type KnownProvince } from './check.ts'
