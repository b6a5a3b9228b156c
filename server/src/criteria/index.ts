export { readPacks, type Pack } from './packs.ts'
