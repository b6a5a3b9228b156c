export { checkWorld, renderExpected, type Language, type WorldCheck } from './check.ts'
export type {
  CommuneTotals,
  Expected,
  ExpectedArea,
  ExpectedDay,
  ExpectedRecognised,
  VillageTotals,
} from './expected.ts'
export type { Conflict, Disagreement, Facts, Regression, WorldEntry } from './types.ts'
export { defaultSeed, expectedOf, makeWorld, opensOn, type World } from './world.ts'
