import { openStorage, type Place } from '../../database/index.ts'
import { restore } from '../restore.ts'

/** Started to be killed: restores a file and tells each step as it begins. */
const [place, file] = process.argv.slice(2)
const opened: Place = JSON.parse(place ?? '')
const storage = await openStorage(opened)
const begun = new Set<string>()
const outcome = await restore(storage, file ?? '', {
  onProgress: ({ step }) => {
    if (!begun.has(step)) process.stdout.write(`${step}\n`)
    begun.add(step)
  },
  rebuild: async () => {
    process.stdout.write('rebuilding\n')
    // Long enough to be killed in.
    await new Promise((resolve) => setTimeout(resolve, 60_000))
  },
})
process.stdout.write(`${JSON.stringify(outcome)}\n`)
await storage.close()
