export * from './criteria.ts'
