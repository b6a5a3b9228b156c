export { readPacks } from './packs.ts'
export { checkPackNamed } from './routes.ts'
