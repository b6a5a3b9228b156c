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
export type { PackIssue, PackIssueCode } from './pack/issue.ts'
export { readPack, type RawFile, type RawPack } from './pack/read.ts'
export { openEdition, sealEdition } from './pack/sealed.ts'
export { describe, type Described, type DescribedLine } from './describe.ts'
export { criteriaMessages, type CriteriaMessages } from './messages.ts'
export { addPack, checkPack, listPacks, showPack } from './api.ts'
export { communesOfCountry, compareJudging, type JudgingTimes } from './benchmark.ts'
