export {
  columnOf,
  compileSet,
  criteriaFromIndicators,
  type CompiledIndicator,
  type CompiledSet,
} from './compile.ts'
export * from './criteria.ts'
export * from './decided.ts'
export type { Edition, PackDocument } from './edition.ts'
export { explainIndicator, type Explanation, type Missing, type MissingLevel } from './explanation.ts'
export {
  everyColumn,
  levelFits,
  resolveLevel,
  type KnownLevelDecision,
  type LevelContext,
  type ResolvedLevel,
} from './levels.ts'
export type { ExplainedRule, ExplainFigure } from './rules/explain.ts'
export type { FigureColumns } from './rules/judge.ts'
