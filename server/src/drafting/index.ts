export { draftRoutes } from './routes.ts'
export { readDrafted } from './drafted.ts'
export { draftPack } from './to-folder.ts'
