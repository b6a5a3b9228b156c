import { day } from '@ancu/core/kernel'

import { knownSeqOn, localOperator, read } from '../../commands/index.ts'
import { aClock, aProgram, done } from '../../commands/testing/index.ts'
import { openStorage, type Place } from '../../database/index.ts'
import { listEntries } from '../entries.ts'
import { verifyLedger } from '../verify.ts'

/**
 * Started in a time zone of its own: writes around midnight in Viet Nam into one province, verifies another,
 * and prints what the ledger answers.
 */
const [place, written, verified] = process.argv.slice(2)
const opened: Place = JSON.parse(place ?? '')
const storage = await openStorage(opened)
const clock = aClock('2024-03-31T16:59:59.999Z')
const program = await aProgram(storage, { clock, provinceId: written ?? '' })
const instants = [
  '2024-03-31T16:59:00.000Z', // 23:59 of 31 March in Viet Nam
  '2024-03-31T17:01:00.000Z', // 00:01 of 1 April
  '2024-12-31T16:59:59.999Z', // the last instant of 2024
  '2024-12-31T17:00:00.000Z', // the first of 2025
]
const todays: string[] = []
for (const instant of instants) {
  clock.set(instant)
  await done(program, { commandId: instant }, async (writer) => {
    todays.push(writer.today)
    await writer.insert('document', [
      {
        id: instant.slice(0, 16).replaceAll(':', '.'),
        title: instant,
        number: null,
        day: writer.today,
        issuer: null,
        url: null,
        unchecked: true,
        illustrative: true,
        note: null,
      },
    ])
  })
}
const answers = await read(program, localOperator, async (reader) => ({
  entries: (await listEntries(reader)).map(({ at, knownOn, parts }) => ({ at, knownOn, parts })),
  known: await Promise.all(
    ['2024-03-30', '2024-03-31', '2024-04-01', '2024-12-31', '2025-01-01'].map((on) =>
      knownSeqOn(reader, day(on)),
    ),
  ),
}))
const verification = await verifyLedger({ ...program, provinceId: verified ?? '' })
await storage.close()
const zone = new Date('2024-01-15').getTimezoneOffset()
process.stdout.write(JSON.stringify({ zone, answers: { todays, ...answers, found: verification.found } }))
