import { day } from '@ancu/core/kernel'
import { parseUnitFacts } from '@ancu/core/testing'
import type { UnitFactsInput } from '@ancu/core/units'

import { command, localOperator, type Program } from '../../commands/index.ts'
import { insertUnitFacts } from '../use-cases.ts'

/** Writes facts past all checks but the database's own. */
export async function tryWriteUnits(program: Program, facts: UnitFactsInput | undefined, on?: string) {
  const commandId = `write-${(written += 1)}`
  const request = { commandId, kind: 'units.add', via: 'program', payload: null } as const
  const outcome = await command(
    program,
    localOperator,
    on === undefined ? request : { ...request, replayedOn: day(on) },
    async () => ({
      ok: true,
      value: {
        value: null,
        write: async (writer) => {
          if (facts) await insertUnitFacts(writer, parseUnitFacts(facts))
        },
      },
    }),
  )
  return { seq: outcome.ok ? outcome.value.seq : 0, refusal: outcome.ok ? undefined : outcome.refusal }
}

let written = 0

/** As `tryWriteUnits`, for facts that are not refused; answers with the number of the entry. */
export async function writeUnits(
  program: Program,
  facts: UnitFactsInput | undefined,
  on: string | undefined,
): Promise<number> {
  const { seq, refusal } = await tryWriteUnits(program, facts, on)
  if (refusal) throw new Error(`refused: ${JSON.stringify(refusal)}`)
  return seq
}
