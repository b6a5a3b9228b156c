import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { beforeAll, expect, test } from 'vitest'

import { levelDecision, sealEdition } from '@ancu/core/criteria'
import { figureFact, verdictClaim } from '@ancu/core/figures'
import { day, type Result } from '@ancu/core/kernel'

import { localOperator, type Program } from '../commands/index.ts'
import { readPacks, type Pack } from '../criteria/packs.ts'
import {
  findFigures,
  findLevels,
  findVerdicts,
  recordFigures,
  recordLevels,
  recordVerdicts,
} from '../figures/use-cases.ts'

import { packsFolder } from '../routes.ts'
import { standingsOf } from '../standing/use-cases.ts'
import { withDemo } from '../testing/demo.ts'

const operator = { ...localOperator, via: 'cli' } as const
const judge = join(import.meta.dirname, '../../../tools/verify-standing.js')
const run = promisify(execFile)

withDemo('the second judge', (_given, loaded) => {
  let program: Program
  let packs: readonly Pack[]

  beforeAll(async () => {
    program = loaded()
    packs = valueOf(await readPacks(packsFolder))
    // Levels that the province fills, two corrections of one, an estimate and what was done.
    const level = levelDecision.parse({
      id: 'l-roads',
      set: 'commune-2021-2025',
      key: '2.1',
      scaled: 8000,
      document: 'doc-level-of-roads',
      from: '2022-05-01',
      illustrative: true,
    })
    const documents = [
      { id: 'doc-level-of-roads', title: 'Quyết định thử', unchecked: true, illustrative: true },
    ]
    const corrections = [
      { ...level, id: 'l-older', replaces: 'l-roads', scaled: 8500 },
      { ...level, id: 'l-younger', replaces: 'l-roads', scaled: 100, from: day('2023-01-01') },
    ]
    const road = {
      measure: 'm-road-commune-sealed',
      period: '2024-03-30',
      stage: 'verified',
      unit: 'kt-23491',
    }
    const figures = [
      { ...road, id: 'f-expected', nature: 'estimate', num: 9, den: 10 },
      { ...road, id: 'f-done', nature: 'actual', num: 1, den: 10 },
    ]
    // A conclusion by mistake, of the highest stage, and the row that takes it back.
    const mistake = verdictClaim.parse({
      id: 'v-mistake',
      unit: 'kt-23491',
      set: 'commune-2021-2025',
      scope: 'criterion',
      code: '19',
      verdict: 'unmet',
      asOf: '2024-03-30',
      stage: 'decided',
    })
    const verdicts = [mistake, { ...mistake, id: 'v-taken-back', replaces: 'v-mistake', withdrawn: true }]
    valueOf(await recordVerdicts(program, operator, { commandId: 'mistake', documents: [], verdicts }))
    valueOf(await recordLevels(program, operator, { commandId: 'level', documents, levels: [level] }))
    for (const one of corrections)
      valueOf(await recordLevels(program, operator, { commandId: one.id, documents: [], levels: [one] }))
    for (const one of figures.map((each) => figureFact.parse(each)))
      valueOf(await recordFigures(program, operator, { commandId: one.id, documents: [], figures: [one] }))
  }, 120_000)

  test.each([
    ['2024-03-31', 'commune-2021-2025', 'official'],
    ['2024-03-31', 'commune-2021-2025', 'computed'],
    ['2020-12-31', 'commune-2016-2020', 'official'],
    ['2020-12-31', 'commune-2016-2020', 'computed'],
    ['2018-05-31', 'commune-2016-2020', 'official'],
    ['2022-11-30', 'commune-2021-2025', 'official'],
    ['2025-06-30', 'commune-2021-2025', 'official'],
  ] as const)('says the same of every unit and indicator on %s by %s, %s', async (on, set, basis) => {
    const folder = await mkdtemp(join(tmpdir(), 'an-cu-judge-'))
    const write = (name: string, answer: unknown): Promise<void> =>
      writeFile(join(folder, name), JSON.stringify(answer))
    const pack = packs.find((each) => each.edition.set.id === set)
    if (!pack) throw new Error(`no pack of ${set}`)
    await write('pack.json', { content: sealEdition(pack.edition) })
    await write('figures.json', { rows: await allPages((page) => findFigures(program, operator, page)) })
    await write('verdicts.json', { rows: await allPages((page) => findVerdicts(program, operator, page)) })
    await write('levels.json', valueOf(await findLevels(program, operator, { limit: 1000 })))
    await write('standings.json', valueOf(await standingsOf(program, operator, { on: day(on), set, basis })))

    const { stdout } = await run(process.execPath, [judge, folder])

    expect(stdout).toMatch(/^\d{4} verdicts of 8[56] units, 0 differ\n$/)
    await rm(folder, { recursive: true })
  })
})

type Page<Row> = { readonly rows: readonly Row[]; readonly next: string | null }

async function allPages<Row, Refusal>(
  ask: (page: { after?: string; limit: number }) => Promise<Result<Page<Row>, Refusal>>,
): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (let after: string | null | undefined; after !== null;) {
    const page = valueOf(await ask({ ...(after === undefined ? {} : { after }), limit: 10_000 }))
    rows.push(...page.rows)
    after = page.next
  }
  return rows
}

function valueOf<Value, Refusal>(outcome: Result<Value, Refusal>): Value {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.value
}
