export { draftRoutes } from './routes.ts'
export { draftPack } from './to-folder.ts'
