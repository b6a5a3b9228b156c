export * from './criteria.ts'
export * from './decided.ts'
