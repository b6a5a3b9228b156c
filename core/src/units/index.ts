export { identity, shortText, unitFacts, unitId, type UnitFacts, type UnitFactsInput } from './facts.ts'
export {
  changeKinds,
  levelOfKind,
  ownProvinceGroup,
  unitKinds,
  type ChangeKind,
  type ChangePart,
  type Spelling,
  type UnitAspect,
  type UnitChange,
  type UnitGroup,
  type UnitId,
  type UnitKind,
  type UnitLevel,
  type UnitOnDay,
} from './unit.ts'
export * from './api.ts'
export { rankOfLevel, type Areas } from './areas.ts'
export { checkUnitFacts } from './check.ts'
export { nameKeys, namesFrom, queryToFit, type FittedQuery } from './fit.ts'
export type { ChangeSource, Heir, Lineage, LineageChain, LineageStep, MeasuredWeight } from './lineage.ts'
export { unitsPicture, type UnitRecord, type UnitsPicture } from './picture.ts'
export { namedUnit, placeText, unitMessages } from './place.ts'
export { mostRefusals, type UnitRefusal, type UnitSection } from './refusal.ts'
export { resolveFormerUnit, resolveUnit } from './reference.ts'
export {
  knownAt,
  noUnits,
  type AspectRows,
  type ChangeRow,
  type CodeRow,
  type GroupRow,
  type KindRow,
  type NameRow,
  type ParentRow,
  type PointRow,
  type ProgrammeRow,
  type Remembered,
  type UnitHistory,
  type UnitRow,
  type UnitRows,
} from './rows.ts'
export { searchUnits, type UnitHit, type UnitMatch } from './search.ts'
export type { Weight } from './weight.ts'
export { planUnitFacts, sectionOf, writeUnitFacts, type UnitWrite } from './write.ts'
