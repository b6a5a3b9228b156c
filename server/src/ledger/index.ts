export { backup, type BackupOptions, type BackupProgress, type BackupSummary } from './backup.ts'
export { getEntry, listEntries, mostEntries, type Entry } from './entries.ts'
export type { ArchiveRefusal, BackupRefusal, FileRefusal, RestoreRefusal } from './refusals.ts'
export { restore, type RestoreOptions, type RestoreProgress, type RestoreSummary } from './restore.ts'
export {
  verifyLedger,
  type Finding,
  type LedgerCheck,
  type LedgerFault,
  type Verification,
  type VerifyOptions,
  type VerifyProgress,
} from './verify.ts'
