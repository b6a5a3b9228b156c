export { packVerdicts, unpackVerdicts } from './packing.ts'
export { asCode, bases, judgeUnits, speakingClaim, type Basis, type UnitStanding } from './standing.ts'
export type { CountingFacts, LowerFacts, Registers } from './counted.ts'
export { communeTotals, type CommuneTotals } from './totals.ts'
export * from './api.ts'
export * from './unit-api.ts'
export * from './law-api.ts'
export { listSets, readSet, setHead } from './sets-api.ts'
export {
  contradicts,
  explainUnit,
  type CriterionStanding,
  type ExplainedStanding,
  type FigureInUse,
  type IndicatorStanding,
  type PrerequisiteStanding,
  type UnitEvidence,
} from './evidence.ts'
export { mostFirst, wantedDocuments, type WantedDocument } from './wanted.ts'
