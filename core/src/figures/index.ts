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
  staleFrom,
  type Counting,
  type KnownClaim,
  type KnownFigure,
  type Moment,
} from './counting.ts'
export { parsePeriod, type PeriodText } from './period.ts'
export * from './api.ts'
export { checkFacts, type FactRefusal, type KnownProvince } from './check.ts'
