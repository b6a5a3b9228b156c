import { benchAnswers } from './answers.ts'
import { benchChanges } from './changes.ts'
import { benchJudging } from './judging.ts'
import { benchPacks } from './packs.ts'
import { benchSearch } from './search.ts'
import { benchStarts } from './starts.ts'

/** Every figure beside the thing it is compared with; nothing is asserted. `npm run bench -- NAME` runs one. */
const benches = {
  judging: benchJudging,
  packs: benchPacks,
  answers: benchAnswers,
  changes: benchChanges,
  search: benchSearch,
  starts: benchStarts,
} as const

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(benches, name))
if (unknown.length > 0) {
  process.stderr.write(
    `no bench called ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}\n`,
  )
  process.exitCode = 2
} else {
  for (const [name, bench] of Object.entries(benches)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    process.stdout.write(`\n${name}\n`)
    for (const line of await bench()) process.stdout.write(`  ${line}\n`)
  }
}
