export { projectUnits, rebuildUnits } from './projection.ts'
export { findUnits, findUnitsInDatabase, insertUnitFacts, loadPicture, loadPictureFor } from './use-cases.ts'
export { verifyUnits } from './verify.ts'
