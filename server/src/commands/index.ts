export { command, type CommandOutcome, type CommandRequest, type Decision } from './command.ts'
export { keep } from './keep.ts'
export { localOperator, type Officer, type Via } from './officer.ts'
export type { Row } from './rows.ts'
export {
  ledgerTableNames,
  ledgerTables,
  type LedgerTable,
  type SupersedableTable,
  type TableShape,
} from './tables.ts'
export {
  knownSeqOn,
  openLedger,
  read,
  type Program,
  type Reader,
  type Writer,
  type Written,
} from './transaction.ts'
