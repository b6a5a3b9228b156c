export {
  command,
  type CommandOutcome,
  type CommandRefusal,
  type CommandRequest,
  type Decide,
  type Decision,
  type Done,
} from './command.ts'
export { localOperator, type Officer, type Via } from './officer.ts'
export type { DatabaseRefusal } from './problems.ts'
export type { Row } from './rows.ts'
export {
  ledgerTableNames,
  ledgerTables,
  type ColumnKind,
  type ColumnType,
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
