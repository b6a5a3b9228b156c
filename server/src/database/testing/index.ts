export { withStorages, type Given } from './storages.ts'
export { torture, type TortureReport } from './torture.ts'
export { aBareFolder, aFolder, aPostgresDatabase, type OwnPlace } from './places.ts'
