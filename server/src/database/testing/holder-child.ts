import { openStorage, StorageError } from '../index.ts'

/** A process that opens the folder it is given: tells `open` and stays, or tells the problem and ends. */
try {
  await openStorage({ folder: process.argv[2] ?? '' }, { address: 'http://127.0.0.1:1' })
  process.stdout.write('open\n')
} catch (error) {
  if (!(error instanceof StorageError)) throw error
  process.stdout.write(`${JSON.stringify(error.problem)}\n`)
}
