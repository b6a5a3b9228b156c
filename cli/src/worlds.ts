import { accepted, refused } from '@ancu/core/kernel'
import { checkWorld } from '@ancu/worlds/kon-tum'

import type { Command } from './command.ts'

/** Touches no data: it makes a world anew and prints what was planted in it. */
export const worldCommands: readonly Command[] = [
  {
    words: ['world', 'check'],
    summary: 'summary.world.check',
    operands: ['seed'],
    options: {},
    needs: 'nothing',
    example: '20240331',
    run: async ({ operands: [given = ''], json, language }) => {
      const seed = /^\d{1,15}$/.test(given) ? Number(given) : undefined
      if (seed === undefined) {
        return refused({ code: 'inputWrong', field: 'seed', problem: 'wrongType', expected: 'int' })
      }
      const check = checkWorld(seed, language)
      return accepted({ text: (json ? check.json : check.table).trimEnd() })
    },
  },
]
