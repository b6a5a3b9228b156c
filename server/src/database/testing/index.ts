export {
  aBareFolder,
  aCopiedFolder,
  aFolder,
  aMigratedFolder,
  aPostgresDatabase,
  digestOf,
  type OwnPlace,
} from './places.ts'
export { plannedRows } from './planned-rows.ts'
export { codeOf, problemOf } from './problem-of.ts'
export { anOldServer, aServer } from './servers.ts'
export { withCopies, withStorages, type Given } from './storages.ts'
export type { Template } from './template.ts'
export { torture } from './torture.ts'
