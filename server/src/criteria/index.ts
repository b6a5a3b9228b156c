export { parseYaml } from './pack-file.ts'
export { readPacks, sharedMeasures } from './packs.ts'
export { decideEdition } from './publish.ts'
export { checkPackNamed } from './routes.ts'
