import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Place } from '../storage.ts'

export type TortureReport = {
  readonly kills: number
  /** Kills that came before the child had finished opening, so during creation, recovery or migration. */
  readonly killsWhileOpening: number
  readonly acknowledged: number
  /** Numbers found at the end; those beyond the acknowledged were committed, but nobody had been told. */
  readonly found: number
  /** Each lost or half write, and each child that ended by itself. */
  readonly faults: readonly string[]
}

/** Milliseconds that a child may live at most after it has begun to write. */
const longestLife = 300

/** The widest guess at how long opening takes, for kills that should fall into it. */
const longestOpening = 1_500

/**
 * Kills a writing process with SIGKILL, again and again, on one place; each next process looks at what the
 * dead ones have left. `chance` gives numbers from 0 to below 1: when to kill.
 */
export async function torture(
  place: Place,
  kills: number,
  chance: () => number,
  onKill: (nth: number) => void = () => {},
): Promise<TortureReport> {
  const faults: string[] = []
  let acknowledged = 0
  let found = 0
  let killsWhileOpening = 0

  for (let nth = 1; nth <= kills + 1; nth += 1) {
    const isLast = nth > kills
    const child = startChild(place, isLast)
    let hasOpened = false
    let timer: NodeJS.Timeout | undefined
    const killIn = (milliseconds: number): void => {
      if (!isLast) timer ??= setTimeout(() => child.process.kill('SIGKILL'), milliseconds)
    }
    if (chance() < 0.2) killIn(chance() * longestOpening)

    for await (const line of child.lines) {
      const [word, number = '', ...rest] = line.split(' ')
      if (word === 'found') {
        hasOpened = true
        found = Number(number)
        if (found < acknowledged) faults.push(`before kill ${nth}: ${acknowledged} was acknowledged, ${line}`)
        if (rest[0] !== 'whole') faults.push(`before kill ${nth}: ${line}`)
        killIn(chance() * longestLife)
      } else if (word === 'wrote') {
        acknowledged = Number(number)
      }
    }
    const { code, signal, errors } = await child.ended
    clearTimeout(timer)
    if (isLast ? code !== 0 : signal !== 'SIGKILL') faults.push(`child ${nth} ended with ${code}: ${errors}`)
    if (isLast) break
    if (!hasOpened) killsWhileOpening += 1
    onKill(nth)
  }
  return { kills, killsWhileOpening, acknowledged, found, faults }
}

function startChild(place: Place, onlyCheck: boolean) {
  const script = fileURLToPath(new URL('./torture-child.ts', import.meta.url))
  const child = spawn(process.execPath, [script, JSON.stringify(place), onlyCheck ? 'check' : 'write'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, signal: child.signalCode, errors }))
  return { process: child, lines: createInterface({ input: child.stdout }), ended }
}
