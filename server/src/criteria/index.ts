export { readPacks, type Pack } from './packs.ts'
export { checkPackNamed } from './routes.ts'
