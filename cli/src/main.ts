import { buffer } from 'node:stream/consumers'

import { criteriaCommands } from './criteria.ts'
import { figureCommands } from './figures.ts'
import { ledgerCommands } from './ledger.ts'
import { run } from './run.ts'
import { standingCommands } from './standing.ts'
import { unitCommands } from './units.ts'
import { worldCommands } from './worlds.ts'

// A reader that has seen enough, such as `head`, is no failure of ours.
process.stdout.on('error', (error) => {
  if (!('code' in error) || error.code !== 'EPIPE') throw error
})

process.exitCode = await run(
  [
    ...standingCommands,
    ...unitCommands,
    ...figureCommands,
    ...criteriaCommands,
    ...ledgerCommands,
    ...worldCommands,
  ],
  process.argv.slice(2),
  {
    environment: process.env,
    readStandardInput: () => buffer(process.stdin),
    write: (text) => process.stdout.write(text),
    complain: (text) => process.stderr.write(text),
  },
)
