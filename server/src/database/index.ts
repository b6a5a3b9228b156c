export { holderOf, type Holder } from './folder-lock.ts'
export { openStorage } from './open.ts'
export { StorageError, type StorageProblem } from './problem.ts'
export type { Database, Engine, OpenOptions, OpenStep, Place, Storage } from './storage.ts'
