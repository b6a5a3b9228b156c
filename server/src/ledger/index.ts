export { getEntry, listEntries, mostEntries, type Entry } from './entries.ts'
export {
  verifyLedger,
  type Finding,
  type LedgerCheck,
  type LedgerFault,
  type Verification,
  type VerifyOptions,
  type VerifyProgress,
} from './verify.ts'
