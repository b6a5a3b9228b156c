import { setTimeout as pause } from 'node:timers/promises'

import { sql } from 'kysely'

import { accepted, refused, type Plain, type Result } from '@ancu/core/kernel'

import {
  command,
  localOperator,
  read,
  type CommandOutcome,
  type CommandRequest,
  type Decision,
  type Program,
  type Reader,
  type Row,
} from '../../commands/index.ts'
import { aFigure, aUnitName, done } from '../../commands/testing/index.ts'
import { answerIn } from './fixture.ts'

/** Chance that can be had again from its seed (mulberry32). */
export function aChance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    below: (limit) => Math.floor(next() * limit),
    /** Mostly short, sometimes long. */
    wait: () => pause(next() < 0.1 ? next() * 80 : next() * 8),
  }
}

export type Chance = { readonly below: (limit: number) => number; readonly wait: () => Promise<void> }

const unitCount = 12

export async function settle(program: Program): Promise<void> {
  const units = Array.from({ length: unitCount }, (_, index) => `u${index}`)
  await done(program, { commandId: 'settle' }, async (writer) => {
    await writer.insert(
      'unit',
      units.map((id) => ({ id })),
    )
    await writer.insert(
      'unit_name',
      units.map((id) => aUnitName({ row_id: `${id}-name`, unit_id: id })),
    )
  })
}

type Refused = { readonly code: 'nobodyWould' }
export type Asked = { readonly request: CommandRequest; readonly outcome: CommandOutcome<Plain, Refused> }

/** Sends commands of every sort, of random length, some of them twice; tells each with its outcome. */
export async function write(
  program: Program,
  name: string,
  commands: number,
  chance: Chance,
): Promise<readonly Asked[]> {
  const asked: Asked[] = []
  for (let nth = 0; nth < commands; nth += 1) {
    const repeated = chance.below(8) === 0 ? asked[chance.below(asked.length)] : undefined
    const id = `${name}-${nth}`
    const payload = {
      id,
      sort: chance.below(10),
      unit: `u${chance.below(unitCount)}`,
      size: 1 + chance.below(10),
    }
    asked.push(
      await send(
        program,
        repeated?.request ?? { commandId: id, kind: 'crowd', via: 'program', payload },
        chance,
      ),
    )
  }
  return asked
}

export async function send(program: Program, request: CommandRequest, chance: Chance): Promise<Asked> {
  const outcome = await command(program, localOperator, request, (reader) =>
    decide(reader, request.payload, chance),
  )
  return { request, outcome }
}

/** What is written follows from what is asked and from what is known, never from chance. */
async function decide(
  reader: Reader,
  payload: Plain,
  chance: Chance,
): Promise<Result<Decision<Plain>, Refused>> {
  const { id, sort, unit, size } = payloadOf(payload)
  await chance.wait()
  if (sort === 0) return refused({ code: 'nobodyWould' })
  if (sort <= 3) return rename(reader, id, unit, chance)
  if (sort === 4) {
    // Few codes for many units: some of them will be taken, by one not yet seen here too.
    const row: Row = {
      row_id: id,
      unit_id: unit,
      scheme: 'gso',
      code: `2300${size % 7}`,
      from: `20${10 + (size % 15)}-01-01`,
      until: null,
    }
    return accepted({ value: id, write: async (writer) => writer.insert('unit_code', [row]) })
  }
  const figures = Array.from({ length: size }, (_, index) =>
    aFigure({
      id: `${id}-${index}`,
      unit_id: unit,
      value: index,
      replaces: index > 0 && index % 5 === 0 ? `${id}-${index - 1}` : null,
    }),
  )
  return accepted({
    value: { figures: size },
    write: async (writer) => {
      await writer.insert('figure', figures.slice(0, 5))
      await chance.wait()
      await writer.insert('figure', figures.slice(5))
    },
  })
}

/** Ends the name known now and gives the next, which counts the names before it. */
async function rename(
  reader: Reader,
  id: string,
  unit: string,
  chance: Chance,
): Promise<Result<Decision<Plain>, never>> {
  const { rows } = await sql<{ row_id: string; name: string }>`
    select row_id, name
    from unit_name
    where province_id = ${reader.provinceId}
      and unit_id = ${unit}
      and entry_seq <= ${reader.knownSeq}
      and (superseded_seq is null or superseded_seq > ${reader.knownSeq})`.execute(reader.tx)
  await chance.wait()
  const name = `${rows[0]?.name ?? ''}’`
  return accepted({
    value: name,
    write: async (writer) => {
      await writer.supersede(
        'unit_name',
        rows.map((row) => row.row_id),
      )
      await writer.insert('unit_name', [aUnitName({ row_id: id, unit_id: unit, name })])
    },
  })
}

function payloadOf(payload: Plain): {
  readonly id: string
  readonly sort: number
  readonly unit: string
  readonly size: number
} {
  return JSON.parse(JSON.stringify(payload))
}

/** Answers given, by number; and numbers for which two answers were given. */
export type Given = {
  readonly answers: Map<number, string>
  readonly contradicted: number[]
  readonly gaps: number[]
}

/** Asks until told to stop: what is known now, and what was known at some time before. */
export async function ask(
  program: Program,
  given: Given,
  stop: AbortSignal,
  chance: Chance,
): Promise<number> {
  let asked = 0
  while (!stop.aborted) {
    await read(program, localOperator, async (reader) => {
      const answer = await answerIn(reader, reader.knownSeq)
      note(given, reader.knownSeq, answer)
      if (!answer.includes(`entry ${reader.knownSeq} `)) given.gaps.push(reader.knownSeq)
      await chance.wait()
      const earlier = chance.below(reader.knownSeq + 1)
      note(given, earlier, await answerIn(reader, earlier))
    })
    asked += 2
  }
  return asked
}

function note({ answers, contradicted }: Given, seq: number, answer: string): void {
  const before = answers.get(seq)
  if (before === undefined) answers.set(seq, answer)
  else if (before !== answer) contradicted.push(seq)
}

/** Numbers for which the program now answers otherwise than it was noted. */
export async function contradictions(
  program: Program,
  answers: ReadonlyMap<number, string>,
): Promise<readonly number[]> {
  return read(program, localOperator, async (reader) => {
    const wrong: number[] = []
    for (const [seq, answer] of answers) if ((await answerIn(reader, seq)) !== answer) wrong.push(seq)
    return wrong
  })
}
