import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { openProgram } from '../app.ts'
import type { Program } from '../commands/index.ts'
import { digestOf, withCopies, type Given, type Template } from '../database/testing/index.ts'
import { project } from '../routes.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** The clock of suites about the demo stands on 21/11/2026, 10:00 in Viet Nam. */
const now = (): number => Date.UTC(2026, 10, 21, 3)

/** Runs a suite on either engine with the demo province loaded; `program` is for its tests and hooks. */
export function withDemo(name: string, suite: (given: Given, program: () => Program) => void): void {
  withCopies(
    name,
    (given) => suite(given, () => ({ storage: given.storage, provinceId: 'kon-tum', clock: now, project })),
    demoTemplate(now),
  )
}

/** The demo province as the first start of the program loads it, by that clock (milliseconds). */
export function demoTemplate(clock: () => number): Template {
  const madeOn = new Date(clock()).toISOString().slice(0, 10)
  return {
    get digest() {
      return digestOf([madeOn, ...madeFrom()])
    },
    make: async (place) => {
      const program = await openProgram({ place, demo: true, clock })
      await program.storage.close()
    },
  }
}

/** Every file that has a part in what the demo province is and how it is stored. */
function madeFrom(): readonly (string | Buffer)[] {
  return [
    'core/src',
    'worlds/kon-tum',
    'packs',
    'server/src',
    'server/migrations',
    'server/package.json',
  ].flatMap((part) => filesUnder(join(root, part)).flatMap((file) => [file, readFileSync(file)]))
}

function filesUnder(path: string): readonly string[] {
  if (/\.\w+$/.test(path)) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}
