import { randomUUID } from 'node:crypto'

import { sql } from 'kysely'

import { buildApp } from '@ancu/server/app'
import { localOperator, read, type Program } from '@ancu/server/commands'
import { openDemo } from './demo.ts'
import { compared, ms, timesOf } from './measure.ts'

/** Pages as the program answers them over HTTP, each beside what it must at least do. */
export async function benchAnswers(): Promise<readonly string[]> {
  const demo = await openDemo()
  const app = await buildApp({ program: demo.program, start: randomUUID(), log: () => undefined })
  try {
    const get = async (url: string): Promise<void> => {
      const answer = await app.inject({ method: 'GET', url, headers: { host: '127.0.0.1' } })
      if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`)
    }
    const oneRow = await timesOf(100, () => get('/api/entries/1'))
    const today = await timesOf(100, () => get('/api/overview'))
    const days = await timesOf(60, (round) =>
      get(`/api/overview?on=${dayOf(round)}&knownSeq=${60 + (round % 20)}`),
    )
    const rows = await timesOf(10, () => readAllFacts(demo.program))
    const judged = await timesOf(40, (round) => get(`/api/units/kt-23488/standing?on=${dayOf(round)}`))
    const written = await timesOf(30, async (round) => {
      await addFigure(app, round)
      await get('/api/overview')
    })
    return [
      compared('overview today', today, 'one row by its key', oneRow),
      compared('overview of any day and knowledge', days, 'reading the same rows', rows),
      compared('one commune with every reason', judged, 'one row by its key', oneRow),
      `one figure written until all totals are right: median ${ms(written.median)}, p95 ${ms(written.p95)}`,
      `memory: ${Math.round(process.memoryUsage().rss / 1e6)} MB in all`,
    ]
  } finally {
    await app.close()
    await demo.close()
  }
}

/** A different day each time, so that no answer kept is given again. */
function dayOf(round: number): string {
  return new Date(Date.UTC(2018, 0, 15) + (round + 10) * 37 * 86_400_000).toISOString().slice(0, 10)
}

async function readAllFacts(program: Program): Promise<number> {
  return read(program, localOperator, async (reader) => {
    const figures = await sql`
      select id, unit_id, measure_id, period, stage, num, den, value, replaces, entry_seq
      from figure
      where province_id = ${reader.provinceId}`.execute(reader.tx)
    const claims = await sql`
      select id, unit_id, set_id, scope, code, verdict, as_of, stage, replaces, entry_seq
      from verdict_claim
      where province_id = ${reader.provinceId}`.execute(reader.tx)
    return figures.rows.length + claims.rows.length
  })
}

async function addFigure(app: Awaited<ReturnType<typeof buildApp>>, round: number): Promise<void> {
  const id = `bench-${round}-${randomUUID()}`
  const answer = await app.inject({
    method: 'POST',
    url: '/api/figures',
    headers: { host: '127.0.0.1', 'content-type': 'application/json' },
    payload: {
      commandId: id,
      figures: [
        {
          id,
          unit: 'kt-23368',
          measure: 'm-irrigated-land',
          period: '2026-06-30',
          stage: 'verified',
          num: 81,
          den: 100,
        },
      ],
    },
  })
  if (answer.statusCode !== 200) throw new Error(answer.body)
}
