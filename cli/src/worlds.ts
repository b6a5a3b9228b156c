import { resolve } from 'node:path'

import { accepted, refused } from '@ancu/core/kernel'
import { loadWorld } from '@ancu/core/worlds'
import { checkWorld } from '@ancu/worlds/kon-tum'

import { query, type Command } from './command.ts'

/** Touches no data: it makes a world anew and prints what was planted in it. */
export const worldCommands: readonly Command[] = [
  query({
    words: ['world', 'load'],
    summary: 'summary.world.load',
    needs: 'emptyStore',
    operands: ['source'],
    options: {},
    example: '20240331',
    endpoint: loadWorld,
    send: ({ operands: [given = ''] }) =>
      isSeed(given) ? { seed: Number(given) } : { file: resolve(given) },
    show: ({ entries, seq }, say) => say('say.worldLoaded', { entries, seq }),
  }),
  {
    words: ['world', 'check'],
    summary: 'summary.world.check',
    operands: ['seed'],
    options: {},
    needs: 'nothing',
    example: '20240331',
    run: async ({ operands: [given = ''], json, language }) => {
      const seed = isSeed(given) ? Number(given) : undefined
      if (seed === undefined) {
        return refused({ code: 'inputWrong', field: 'seed', problem: 'wrongType', expected: 'int' })
      }
      const check = checkWorld(seed, language)
      return accepted({ text: (json ? check.json : check.table).trimEnd() })
    },
  },
]

function isSeed(given: string): boolean {
  return /^\d{1,15}$/.test(given)
}
