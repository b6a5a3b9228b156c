export { settleMoment, type AskedWhen, type SettledMoment } from './moment.ts'
export { projectUnits, rebuildUnits } from './projection.ts'
export {
  findUnits,
  findUnitsInDatabase,
  insertUnitFacts,
  loadPartFor,
  loadPicture,
  loadPictureFor,
  loadPictureOf,
} from './use-cases.ts'
export { verifyUnits } from './verify.ts'
