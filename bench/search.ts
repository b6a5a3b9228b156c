import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { sql } from 'kysely'

import { unitFacts, type UnitFactsInput } from '@ancu/core/units'

import { buildApp } from '@ancu/server/app'
import { command, localOperator, openLedger, read, type Program, type Writer } from '@ancu/server/commands'
import { openStorage } from '@ancu/server/database'
import { insertUnitFacts, rebuildUnits } from '@ancu/server/units'
import { compared, timesOf } from './measure.ts'

const provinces = 100
const communesEach = 150
const villagesEach = 20

const syllables = [
  'Đắk',
  'Ia',
  'Kon',
  'Ngọk',
  'Tu',
  'Mơ',
  'Rông',
  'Plông',
  'Hà',
  'Lây',
  'Sa',
  'Thầy',
  'Măng',
  'Ri',
]

/** Searching a country of about 300,000 units over HTTP, beside reading one of them by its key. */
export async function benchSearch(): Promise<readonly string[]> {
  const parent = await mkdtemp(join(tmpdir(), 'an-cu-bench-'))
  const storage = await openStorage({ folder: join(parent, 'data') })
  const program: Program = { storage, provinceId: 'country', clock: Date.now, project: async () => {} }
  const app = await buildApp({ program, start: randomUUID(), log: () => undefined })
  try {
    await openLedger(storage, program.provinceId)
    const units = await writeCountry(program)
    const byKey = await timesOf(50, () => read(program, localOperator, oneUnit))
    const lines = [`${units} units`]
    for (const query of ['dak ha', 'ngoc lay', '5001007', 'sa thay kon plong', 'khong co dau']) {
      const times = await timesOf(30, (round) => search(app, query, round))
      lines.push(compared(`“${query}”`, times, 'one unit by its key', byKey))
    }
    lines.push(`memory: ${Math.round(process.memoryUsage().rss / 1e6)} MB in all`)
    return lines
  } finally {
    await app.close()
    await storage.close()
    await rm(parent, { recursive: true, force: true })
  }
}

type App = Awaited<ReturnType<typeof buildApp>>

/** Of another length each time, so that no answer kept is given again. */
async function search(app: App, query: string, round: number): Promise<void> {
  const url = `/api/units/search?query=${encodeURIComponent(query)}&limit=${30 + round}`
  const { statusCode, body } = await app.inject({ url, headers: { host: '127.0.0.1' } })
  if (statusCode !== 200) throw new Error(`${url}: ${statusCode} ${body}`)
}

async function oneUnit(reader: Parameters<Parameters<typeof read>[2]>[0]): Promise<unknown> {
  return sql`select id from unit where province_id = ${reader.provinceId} and id = 'p7'`.execute(reader.tx)
}

/** Province by province, each an entry of the ledger; what lies in what is worked out once at the end. */
async function writeCountry(program: Program): Promise<number> {
  let units = 0
  for (let province = 0; province < provinces; province += 1) {
    const facts = unitFacts.parse(factsOf(province))
    units += facts.units.length
    await write(program, `province-${province}`, (writer) => insertUnitFacts(writer, facts))
  }
  await write(program, 'rebuild', rebuildUnits)
  return units
}

async function write(
  program: Program,
  commandId: string,
  fn: (writer: Writer) => Promise<void>,
): Promise<void> {
  const request = { commandId, kind: 'units.load', via: 'program', payload: null } as const
  await command(program, localOperator, request, async () => ({
    ok: true,
    value: { value: null, write: fn },
  }))
}

function factsOf(province: number): UnitFactsInput {
  const from = '2004-01-01'
  const made: {
    id: string
    kind: 'province' | 'commune' | 'village'
    name: string
    code?: string
    parent?: string
  }[] = [{ id: `p${province}`, kind: 'province', name: `Tỉnh ${nameOf(province)}` }]
  for (let commune = 0; commune < communesEach; commune += 1) {
    const number = province * communesEach + commune
    made.push({
      id: `c${number}`,
      kind: 'commune',
      name: nameOf(number),
      code: String(5_000_000 + number),
      parent: `p${province}`,
    })
    for (let village = 0; village < villagesEach; village += 1) {
      made.push({
        id: `v${number}-${village}`,
        kind: 'village',
        name: `Thôn ${village + 1}`,
        parent: `c${number}`,
      })
    }
  }
  return {
    units: made.map(({ id }) => ({ id })),
    names: made.map(({ id, name }) => ({ unit: id, name, spelling: 'statistics' as const, from })),
    kinds: made.map(({ id, kind }) => ({ unit: id, kind, from })),
    codes: made.flatMap(({ id, code }) =>
      code === undefined ? [] : [{ unit: id, scheme: 'gso' as const, code, from }],
    ),
    parents: made.flatMap(({ id, parent }) =>
      parent === undefined ? [] : [{ unit: id, hierarchy: 'administrative' as const, parent, from }],
    ),
  }
}

function nameOf(number: number): string {
  const at = (step: number): string => syllables[Math.floor(number / step) % syllables.length] ?? ''
  return `${at(1)} ${at(syllables.length)} ${at(syllables.length ** 2)}`
}
