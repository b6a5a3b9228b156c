export { decimalText, fromScale, onScale, readDecimal, type Decimal } from './decimal.ts'
export {
  formatDay,
  formatNumber,
  formatPercent,
  formatScaled,
  formatShare,
  noBreak,
  withUnit,
} from './format.ts'
export {
  flatten,
  languages,
  messagesOf,
  paramsOf,
  type Language,
  type MessageParams,
  type Messages,
} from './messages.ts'
export { fold, searchKey, searchKeys, wordsOf } from './fold.ts'
export { isRefusalCode, refusalText, type Refusal, type RefusalCode } from './refusal.ts'
export { cliMessages, startMessages, type CliMessageKey, type StartMessageKey } from './operator.ts'
