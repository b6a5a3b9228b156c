export { backUp, listEntries, restore, showEntry, verifyLedger } from './api.ts'
