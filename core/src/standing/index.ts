export { packVerdicts, unpackVerdicts } from './packing.ts'
export {
  asCode,
  bases,
  columnsOf,
  countedAs,
  isOvertaken,
  judgeUnits,
  wholeOf,
  type Basis,
  type CountingFacts,
  type UnitStanding,
  type VerdictCounts,
} from './standing.ts'
export { communeTotals, type Band, type CommuneOnDay, type CommuneTotals } from './totals.ts'
export * from './api.ts'
export * from './unit-api.ts'
export {
  byStage,
  contradicts,
  explainUnit,
  type CriterionStanding,
  type ExplainedStanding,
  type FigureInUse,
  type IndicatorStanding,
  type UnitEvidence,
} from './evidence.ts'
