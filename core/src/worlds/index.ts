export { loadWorld, worldFile, type WorldFile } from './api.ts'
