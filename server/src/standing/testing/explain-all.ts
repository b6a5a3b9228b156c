import { z } from 'zod'

import type { Endpoint, Result } from '@ancu/core/kernel'
import { listStandings, unitStanding } from '@ancu/core/standing'
import type { Refusal } from '@ancu/core/text'
import { listUnits } from '@ancu/core/units'

import { localOperator, type Program } from '../../commands/index.ts'
import type { Route } from '../../http/route.ts'
import { judgeAgain } from './judge-again.ts'

/** Asks an endpoint as anybody can, and reads the text it answers with. */
export type Ask = (
  endpoint: Endpoint,
  params: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string | undefined>>,
) => Promise<Result<unknown, Refusal>>

export function askThrough(program: Program, routes: readonly Route[]): Ask {
  return async (endpoint, params, query) => {
    const route = routes.find((one) => one.endpoint === endpoint)
    if (route === undefined) throw new Error(`no route for ${endpoint.path}`)
    const given = new URLSearchParams()
    for (const [name, value] of Object.entries(query)) if (value !== undefined) given.set(name, value)
    const asked = { params, query: given.toString(), body: undefined }
    const outcome = await route.answer(program, { ...localOperator, via: 'api' }, asked)
    return outcome.ok ? { ok: true, value: JSON.parse(outcome.value) } : outcome
  }
}

/** From where the verdicts are asked; a set or a knowledge left out is the program's to settle. */
export type AskedAt = {
  readonly on: string
  readonly known?: string
  readonly set?: string
  readonly basis: 'official' | 'computed'
}

/** What explaining came to so far. */
export type Trial = {
  explained: number
  verdicts: number
  /** Ids of everything that an explanation has named. */
  readonly named: Set<string>
  readonly faults: string[]
}

export function newTrial(): Trial {
  return { explained: 0, verdicts: 0, named: new Set(), faults: [] }
}

/** Explanations asked for at the same time. */
const together = 4

/** Explains every unit that is judged at a moment, and judges it again. */
export async function explainMoment(ask: Ask, at: AskedAt, trial: Trial): Promise<void> {
  const listed = await rowsAt(ask, at)
  await eachOf(await unlistedUnits(ask, at, listed, trial), (unit) => explainUnit(ask, unit, at, trial))
  await eachOf(listed, async (row) => {
    const letters = await explainUnit(ask, row.unit, at, trial)
    if (letters === undefined || differs(letters, row))
      trial.faults.push(`${row.unit} on ${at.on}: listed with other verdicts than explained`)
  })
}

type Letters = { readonly whole: string; readonly criteria: string; readonly indicators: string }

function differs(letters: Letters, row: Letters): boolean {
  return (['whole', 'criteria', 'indicators'] as const).some((name) => letters[name] !== row[name])
}

/** Explains one unit and judges it again; undefined where no set at that moment is for it. */
export async function explainUnit(
  ask: Ask,
  unit: string,
  at: AskedAt,
  trial: Trial,
): Promise<Letters | undefined> {
  const answer = await ask(unitStanding, { unit }, at)
  if (!answer.ok) return undefined
  const judged = judgeAgain(answer.value)
  if (judged === undefined) return undefined
  trial.explained += 1
  trial.verdicts += judged.verdicts
  for (const id of judged.named) trial.named.add(id)
  trial.faults.push(...judged.faults)
  return judged.letters
}

const standings = z.object({
  rows: z.array(
    z.object({ unit: z.string(), whole: z.string(), criteria: z.string(), indicators: z.string() }),
  ),
})

async function rowsAt(ask: Ask, at: AskedAt): Promise<z.output<typeof standings>['rows']> {
  const answer = await ask(listStandings, {}, at)
  // A set that judges no commune has no such list; its units are found one by one.
  return answer.ok ? standings.parse(answer.value).rows : []
}

const units = z.object({
  units: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      inProgramme: z.boolean(),
      groups: z.array(z.object({ group: z.string() })),
    }),
  ),
})

/** Units outside the list of communes that a set judges all the same: alike ones are judged alike. */
async function unlistedUnits(
  ask: Ask,
  at: AskedAt,
  listed: readonly { readonly unit: string }[],
  trial: Trial,
): Promise<readonly string[]> {
  const inList = new Set(listed.map((row) => row.unit))
  const others: z.output<typeof units>['units'] = []
  for (const level of ['commune', 'village']) {
    const answer = await ask(listUnits, {}, { on: at.on, known: at.known, level })
    if (answer.ok) others.push(...units.parse(answer.value).units.filter((unit) => !inList.has(unit.id)))
  }
  const judged: string[] = []
  const alike = Map.groupBy(others, ({ kind, inProgramme, groups }) =>
    JSON.stringify([kind, inProgramme, groups.map(({ group }) => group).toSorted()]),
  )
  for (const group of alike.values()) {
    const [first, ...rest] = group.map(({ id }) => id)
    if (first !== undefined && (await explainUnit(ask, first, at, trial)) !== undefined) judged.push(...rest)
  }
  return judged
}

/** Works through a list, a few at a time. */
export async function eachOf<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  const left = items.values()
  const worker = async (): Promise<void> => {
    for (const item of left) await work(item)
  }
  await Promise.all(Array.from({ length: together }, worker))
}
