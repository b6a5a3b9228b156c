export { StorageError, type StorageProblem } from './problem.ts'
export type { Database, Engine, OpenOptions, OpenStep, Place, Storage } from './storage.ts'
