export { backup } from './backup.ts'
export { getEntry, listEntries } from './entries.ts'
export { checkArchive, restore } from './restore.ts'
export { verifyLedger, type Finding, type LedgerCheck } from './verify.ts'
