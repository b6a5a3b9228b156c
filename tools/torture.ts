import { aFolder, aPostgresDatabase, torture, type OwnPlace } from '@ancu/server/database/testing'

/**
 * Kills a writing process 500 times on each engine and looks each time at what it has left. Arguments: another
 * number of kills, and the seed of an earlier run. PostgreSQL is the one that TEST_DATABASE_URL names.
 */
async function main([
  kills = '500',
  seed = String(Date.now() % 1_000_000),
]: readonly string[]): Promise<number> {
  const wanted = Number(kills)
  if (!Number.isSafeInteger(wanted) || wanted < 1 || !Number.isSafeInteger(Number(seed))) {
    say(`usage: npm run torture [-- KILLS [SEED]]`)
    return 1
  }
  say(`torture: ${wanted} kills on each engine, seed ${seed}`)
  const server = process.env['TEST_DATABASE_URL'] ?? ''
  const passed = [await tortureOn('PGlite', aFolder, wanted, Number(seed))]
  if (server === '') say('PostgreSQL: not tortured, TEST_DATABASE_URL is not set')
  else passed.push(await tortureOn('PostgreSQL', () => aPostgresDatabase(server), wanted, Number(seed)))
  return passed.every(Boolean) ? 0 : 1
}

async function tortureOn(
  engine: string,
  make: () => Promise<OwnPlace>,
  kills: number,
  seed: number,
): Promise<boolean> {
  const started = performance.now()
  const own = await make()
  try {
    const report = await torture(own.place, kills, chanceFrom(seed), (nth) => {
      if (nth % 50 === 0) say(`${engine}: ${nth} of ${kills}`)
    })
    for (const fault of report.faults) say(`${engine}: ${fault}`)
    const seconds = Math.round((performance.now() - started) / 1000)
    say(
      `${engine}: ${report.kills} kills (${report.killsWhileOpening} while opening), ` +
        `${report.acknowledged} writes acknowledged, ${report.found} found, ` +
        `${report.faults.length} faults, ${seconds} s`,
    )
    return report.faults.length === 0 && report.acknowledged >= kills && report.found >= report.acknowledged
  } finally {
    await own.remove()
  }
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
function chanceFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
