import { randomUUID } from 'node:crypto'

import { buildApp } from '@ancu/server/app'
import { openDemo } from './demo.ts'
import { compared, timesOf } from './measure.ts'

const sets = ['commune-2016-2020', 'commune-2021-2025'] as const

/** The whole province compared and searched for what fell, each beside judging it as often without asking why. */
export async function benchChanges(): Promise<readonly string[]> {
  const demo = await openDemo()
  const app = await buildApp({ program: demo.program, start: randomUUID(), log: () => undefined })
  try {
    const get = async (url: string): Promise<void> => {
      const answer = await app.inject({ method: 'GET', url, headers: { host: '127.0.0.1' } })
      if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`)
    }
    // Another day each time, so that no answer kept is given again.
    const on = (round: number): string =>
      `2022-${round % 2 === 0 ? '11' : '12'}-${String(((round + 5) % 28) + 1).padStart(2, '0')}`
    const twice = await timesOf(20, async (round) => {
      for (const set of sets) await get(`/api/standings?set=${set}&on=${on(round)}`)
    })
    const both = await timesOf(20, (round) =>
      get(`/api/compare?old=${sets[0]}&new=${sets[1]}&on=${on(round)}`),
    )
    const fallen = await timesOf(20, (round) => get(`/api/regressions?from=${on(round)}&to=2024-03-31`))
    const yearly = await timesOf(5, (round) =>
      get(`/api/regressions?from=2017-12-${20 + (round + 5)}&to=2025-06-30&step=year`),
    )
    const risks = await timesOf(20, (round) => get(`/api/decisions/at-risk?on=${on(round)}`))
    const contradictions = await timesOf(20, (round) => get(`/api/disagreements?on=${on(round)}`))
    return [
      compared('the province under two sets, with causes', both, 'judging it twice', twice),
      compared('what fell between two days', fallen, 'judging it twice', twice),
      compared('what fell year on year, 2017 to 2025', yearly, 'judging it twice', twice),
      compared('who is at risk', risks, 'judging it twice', twice),
      compared('what disagrees', contradictions, 'judging it twice', twice),
    ]
  } finally {
    await app.close()
    await demo.close()
  }
}
