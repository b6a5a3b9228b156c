export { withStorages, type Given } from './storages.ts'
export { torture, type TortureReport } from './torture.ts'
export { aFolder, aPostgresDatabase } from './places.ts'
