export { parseYaml } from './pack-file.ts'
export { readPacks, sharedMeasures } from './packs.ts'
export { decideEdition, sealOf } from './publish.ts'
export { checkPackNamed } from './routes.ts'
