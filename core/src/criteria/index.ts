export { columnOf, isSetFor, judgesCommunes } from './applies.ts'
export { compileSet, type CompiledSet } from './compile.ts'
export * from './criteria.ts'
export * from './decided.ts'
export type { Edition } from './edition.ts'
export {
  explainIndicator,
  explainPrerequisite,
  type Explanation,
  type PrerequisiteExplanation,
} from './explanation.ts'
export type { KnownLevelDecision, LevelContext, ResolvedLevel } from './levels.ts'
export { everyColumn, levelFits, levelScale, measureOfLevelled, signFits } from './levels.ts'
export { answersOf, columnsOf, type Answers, type KnownUnit } from './rules/answers.ts'
export {
  visitExplained,
  type ExplainedOf,
  type ExplainedRule,
  type ExplainedVisitor,
  type ExplainFigure,
  type Held,
} from './rules/explained.ts'
export { correspondenceOf, swapped, type Correspondence } from './correspondence.ts'
export { measuresOf } from './rules/visit.ts'
export {
  levelledIn,
  looksBeyondFigures,
  rulesIn,
  rulesOf,
  setsNamedBy,
  type Levelled,
} from './rules/visit.ts'
export { checkGroups } from './pack/check-groups.ts'
export type { PackIssueCode } from './pack/issue.ts'
export { readPack, type RawFile, type RawPack } from './pack/read.ts'
export { openEdition, sealEdition } from './pack/sealed.ts'
export { describe } from './describe.ts'
export { figureWords, levelWords } from './words.ts'
export { ranks, type Rank } from './ranks.ts'
export { judgeSet, type Concluded, type Scores } from './judge-set.ts'
export { floorOf, type Score } from './points.ts'
export { criteriaMet } from './whole.ts'
export { criteriaMessages } from './messages.ts'
export { addPack, checkPack, listGroups, listPacks, showPack } from './api.ts'
export { compareJudging } from './benchmark.ts'
export {
  beginDraft,
  changeDraftRows,
  listDrafts,
  mostAnnexBytes,
  packDraft,
  publishDraft,
  showDraft,
} from './draft/api.ts'
export { changeDraft, laidAsideBy, whenIn } from './draft/change.ts'
export { checkDraft, pathOf } from './draft/check.ts'
export { simpleRules, type DraftFiles } from './draft/forms.ts'
export { measuresIn } from './draft/known.ts'
export { levelText, readLevel } from './draft/level-text.ts'
export { newMeasureId } from './draft/measures.ts'
export { draftMessages } from './draft/messages.ts'
export type { DraftChange } from './draft/changes.ts'
export { draftForm, type Draft, type DraftDoubt } from './draft/draft.ts'
export { mostIndicators, recognise } from './draft/recognise.ts'
export type { SourceCell, SourceFile, SourceTable } from './draft/source.ts'
export { draftWork, personKey, type DraftWork } from './draft/work.ts'
export { countLevels, ownersOn, readIndicator, readRule, readingDay, type ReadTerm } from './reading.ts'
