import type { RowError } from './rows.ts'

/** What the database refuses and a user can cause. */
export type DatabaseRefusal =
  | {
      readonly code: 'idTaken' | 'periodOverlaps' | 'refersToNothing' | 'rowImpossible'
      readonly table: string
      readonly constraint: string
    }
  /** A text holds the character zero or half of a surrogate pair. */
  | { readonly code: 'textNotStorable'; readonly column: string }

const refusalOfState = {
  '23505': 'idTaken',
  '23P01': 'periodOverlaps',
  '23503': 'refersToNothing',
  '23514': 'rowImpossible',
} as const satisfies Record<string, DatabaseRefusal['code']>

/** Two transactions in each other's way; the same again may well go through. */
const passing = ['40001', '40P01']

export type DatabaseFault = { readonly state: string; readonly table: string; readonly constraint: string }

/** The state PostgreSQL gives an error, or undefined when the error is not the database's. */
export function databaseFault(error: unknown): DatabaseFault | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('severity' in error)) return undefined
  return {
    state: String(error.code),
    table: 'table' in error ? String(error.table) : '',
    constraint: 'constraint' in error ? String(error.constraint) : '',
  }
}

export function refusalOfFault(fault: DatabaseFault | undefined): DatabaseRefusal | undefined {
  if (!fault || !isRefusedState(fault.state)) return undefined
  return { code: refusalOfState[fault.state], table: fault.table, constraint: fault.constraint }
}

export function refusalOfRow(error: RowError): DatabaseRefusal | undefined {
  return error.problem === 'textNotStorable' ? { code: error.problem, column: error.column } : undefined
}

export function isPassing(fault: DatabaseFault | undefined): boolean {
  return fault !== undefined && passing.includes(fault.state)
}

function isRefusedState(state: string): state is keyof typeof refusalOfState {
  return Object.hasOwn(refusalOfState, state)
}
