import { sql } from 'kysely'

import type { Plain } from '@ancu/core/kernel'

import type { Storage } from '../../database/index.ts'
import {
  command,
  localOperator,
  openLedger,
  type CommandOutcome,
  type CommandRequest,
  type Program,
  type Reader,
  type Row,
  type Writer,
} from '../index.ts'

export const kontum = 'kon-tum'

/** A clock that stands until it is told otherwise. */
export function aClock(instant: string): { (): number; set(instant: string): void } {
  let now = Date.parse(instant)
  return Object.assign(() => now, {
    set: (next: string) => {
      now = Date.parse(next)
    },
  })
}

/** A program over an opened ledger, with no projections unless given. */
export async function aProgram(
  storage: Storage,
  given: Partial<Omit<Program, 'storage'>> = {},
): Promise<Program> {
  const program: Program = {
    storage,
    provinceId: kontum,
    clock: Date.now,
    project: async () => {},
    ...given,
  }
  await openLedger(storage, program.provinceId)
  return program
}

/** A command that writes what it is told and answers with `value`. */
export async function run(
  program: Program,
  request: Partial<CommandRequest> & { readonly commandId: string },
  write: (writer: Writer) => Promise<void>,
  value: Plain = null,
): Promise<CommandOutcome<Plain, never>> {
  const complete: CommandRequest = { kind: 'test.write', via: 'program', payload: null, ...request }
  return command(program, localOperator, complete, async () => ({ ok: true, value: { value, write } }))
}

/** As `run`, for a command that is not refused. */
export async function done(...args: Parameters<typeof run>): Promise<number> {
  const outcome = await run(...args)
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`)
  return outcome.value.seq
}

export type EntryFacts = {
  seq: number
  at: Date
  known_on: string
  replayed: boolean
  prev_hash: string
  hash: string
}

export async function entriesOf(reader: Reader): Promise<readonly EntryFacts[]> {
  const { rows } = await sql<EntryFacts>`
    select seq, at, known_on, replayed, prev_hash, hash
    from entry
    where province_id = ${reader.provinceId}
    order by seq`.execute(reader.tx)
  return rows
}

export function aUnitName(given: { row_id: string; unit_id: string } & Row): Row {
  return {
    name: 'Đắk Hà',
    spelling: 'statistics',
    illustrative: false,
    from: '2004-01-01',
    until: null,
    ...given,
  }
}

export function aFigure(given: { id: string; unit_id: string } & Row): Row {
  return {
    measure_id: 'income',
    period: '2023',
    last_day: '2023-12-31',
    stage: 'claimed',
    nature: 'actual',
    num: null,
    den: null,
    value: 42_000,
    not_applicable_reason: null,
    document_id: null,
    evidence: null,
    replaces: null,
    batch_id: null,
    illustrative: true,
    ...given,
  }
}

export function aDecision(given: { id: string; unit_id: string } & Row): Row {
  return {
    act: 'recognise',
    rank: 'standard',
    day: '2023-01-01',
    day_assumed: false,
    number: null,
    issuer: null,
    year_of_standard: 2022,
    set_id: null,
    document_id: null,
    revokes: null,
    replaces: null,
    illustrative: true,
    note: null,
    ...given,
  }
}
