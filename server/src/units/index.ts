export { projectUnits, rebuildUnits } from './projection.ts'
export {
  findUnits,
  findUnitsInDatabase,
  insertUnitFacts,
  loadPicture,
  loadPictureFor,
  type UnitSearch,
} from './use-cases.ts'
export { verifyUnits, type UnitFinding } from './verify.ts'
