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
export { resolveFormerUnit, resolveUnit } from './reference.ts'
