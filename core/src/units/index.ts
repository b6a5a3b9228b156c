export { identity, shortText, unitFacts, unitId, type UnitFacts, type UnitFactsInput } from './facts.ts'
export {
  levelOfKind,
  ownProvinceGroup,
  unitKinds,
  type ChangeKind,
  type ChangePart,
  type Spelling,
  type UnitId,
  type UnitKind,
  type UnitLevel,
  type UnitOnDay,
} from './unit.ts'
export * from './api.ts'
export { checkUnitFacts } from './check.ts'
export { nameKeys, namesFrom, queryToFit, type FittedQuery } from './fit.ts'
export type { LineageStep } from './lineage.ts'
export { placesOn, unitsPicture, type UnitsPicture } from './picture.ts'
export { namedUnit, unitMessages } from './place.ts'
export { withUnitNames, type NamedUnitRefusal } from './refusal.ts'
export { missingOn, resolveArea, resolveReference } from './reference.ts'
export {
  knownAt,
  noUnits,
  type AspectRows,
  type ChangeRow,
  type PointRow,
  type UnitHistory,
  type UnitRow,
  type UnitRows,
} from './rows.ts'
export { searchUnits, type UnitHit } from './search.ts'
export { planUnitFacts, writeUnitFacts, type UnitWrite } from './write.ts'
