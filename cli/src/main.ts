import { buffer } from 'node:stream/consumers'

import { commands } from './app.ts'
import { run } from './run.ts'

// A reader that has seen enough, such as `head`, is no failure of ours.
process.stdout.on('error', (error) => {
  if (!('code' in error) || error.code !== 'EPIPE') throw error
})

process.exitCode = await run(commands, process.argv.slice(2), {
  environment: process.env,
  readStandardInput: () => buffer(process.stdin),
  write: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
})
