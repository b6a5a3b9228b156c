import { openProgram } from '@ancu/server/app'
import { aFolder } from '@ancu/server/database/testing'
import { routes } from '@ancu/server/routes'
import {
  askThrough,
  explainMoment,
  explainRows,
  newTrial,
  rowsOf,
  type AskedAt,
  type Trial,
} from '@ancu/server/standing/testing'
import { makeWorld, type World } from '@ancu/worlds/kon-tum'

/** The clock of the trial stands on 21/11/2026, 10:00 in Viet Nam. */
const today = '2026-11-21'
const now = Date.UTC(2026, 10, 21, 3)

/**
 * Explains every verdict of the demo on every day that anything in it names, under each set the province had
 * applied by then, on both bases, and on the official one also as it was known then; judges each again from the
 * parts that its explanation names, and says which figures and conclusions no explanation has named. Arguments:
 * first and last day.
 */
async function main([first = '2017-01-01', last = today]: readonly string[]): Promise<number> {
  const started = performance.now()
  const own = await aFolder()
  const program = await openProgram({ place: own.place, demo: true, clock: () => now })
  try {
    const world = makeWorld()
    const ask = askThrough(program, routes)
    const trial = newTrial()
    const days = daysOf(world).filter((day) => first <= day && day <= last)
    for (const [index, on] of days.entries()) {
      for (const at of momentsOf(world, on)) await explainMoment(ask, at, trial)
      say(`${index + 1} of ${days.length} days, ${on}: ${toldOf(trial)}`)
    }
    const rows = rowsOf(world.entries).filter(({ on }) => first <= on && on <= last)
    const unnamed = await explainRows(ask, rows, setsBy(world, last), trial)
    for (const [why, those] of Map.groupBy(unnamed.values(), (reason) => reason))
      say(`named by no explanation, ${why}: ${those.length} of ${rows.length} rows`)
    for (const fault of trial.faults.slice(0, 50)) say(fault)
    say(`${toldOf(trial)}, ${Math.round((performance.now() - started) / 1000)} s`)
    const isWhole = ![...unnamed.values()].includes('unexplained')
    return trial.explained > 0 && trial.faults.length === 0 && isWhole ? 0 : 1
  } finally {
    await program.storage.close()
    await own.remove()
  }
}

function toldOf({ explained, verdicts, faults }: Trial): string {
  return `${explained} explanations, ${verdicts} verdicts, ${faults.length} faults`
}

/** Every day that anything in the world names, from its first entry on: of knowledge, of truth, of law, of units. */
function daysOf({ entries }: World): readonly string[] {
  const from = entries[0]?.day ?? today
  const named = JSON.stringify(entries).match(/"\d{4}(-\d{4}|-\d{2}-\d{2})?"/g) ?? []
  const days = named.map((text) => {
    const period = text.slice(1, -1)
    if (period.length === 4) return `${period}-12-31`
    return period.length === 9 ? `${period.slice(5)}-05-31` : period
  })
  return [...new Set([...days, today])].filter((day) => from <= day && day <= today).toSorted()
}

function momentsOf(world: World, on: string): readonly AskedAt[] {
  const isLast = on >= (world.entries.at(-1)?.day ?? on)
  return setsBy(world, on).flatMap((set): readonly AskedAt[] => [
    { on, set, basis: 'official' },
    { on, set, basis: 'computed' },
    ...(isLast ? [] : [{ on, set, basis: 'official' as const, known: on }]),
  ])
}

/** Sets that the province had begun to apply by that day. */
function setsBy({ entries }: World, day: string): readonly string[] {
  return entries
    .flatMap(({ facts }) => facts.setApplications ?? [])
    .filter((row) => String(row['from']) <= day)
    .map((row) => String(row['set']))
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
