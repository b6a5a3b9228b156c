export { packVerdicts, unpackVerdicts } from './packing.ts'
export {
  asCode,
  bases,
  judgeUnits,
  speakingClaim,
  type Basis,
  type CountingFacts,
  type UnitStanding,
} from './standing.ts'
export { communeTotals, type CommuneTotals } from './totals.ts'
export * from './api.ts'
export * from './unit-api.ts'
export { explainUnit, type CriterionStanding, type FigureInUse, type UnitEvidence } from './evidence.ts'
