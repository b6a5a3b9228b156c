import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

import { addPack, listPacks } from '@ancu/core/criteria'
import { accepted, refused } from '@ancu/core/kernel'
import { formatDay, formatNumber, type Refusal } from '@ancu/core/text'
import { checkPackNamed } from '@ancu/server/criteria'
import { packsFolder } from '@ancu/server/routes'

import { query, type Command, type Say } from './command.ts'
import { missingCommand } from './missing.ts'
import { table } from './table.ts'

export const criteriaCommands: readonly Command[] = [
  query({
    words: ['packs', 'list'],
    summary: 'summary.packs.list',
    operands: [],
    options: {},
    example: '',
    endpoint: listPacks,
    send: () => ({}),
    show: ({ packs }, say, language) =>
      table(
        [
          { head: say('column.set'), cell: (pack) => pack.set },
          { head: say('column.edition'), align: 'right', cell: (pack) => String(pack.edition) },
          { head: say('column.name'), cell: (pack) => pack.name[language] },
          { head: say('column.inForce'), cell: (pack) => inForce(pack, say) },
          {
            head: say('column.criteria'),
            align: 'right',
            cell: ({ criteria, declaredIndicators: declared }) =>
              `${criteria}/${declared === 'unknown' ? say('unknownCount') : formatNumber(declared, language)}`,
          },
          {
            head: say('column.published'),
            align: 'right',
            cell: ({ seq }) => (seq === null ? say('none') : String(seq)),
          },
        ],
        packs,
      ),
  }),
  {
    words: ['packs', 'check'],
    summary: 'summary.packs.check',
    operands: ['pack'],
    options: { edition: 'number' },
    needs: 'nothing',
    example: 'packs/commune-2021-2025',
    run: async ({ operands: [given], values, json, say, language }) => {
      const edition = numberOf(values.edition)
      if (typeof edition === 'string') return refused(notANumber)
      const outcome = await checkPackNamed(packsFolder, { pack: packNamed(given), edition })
      if (!outcome.ok) return outcome
      const { warnings, ...pack } = outcome.value
      const lines = [
        say('say.packRight', { ...pack, indicators: indicatorsOf(pack, say) }),
        ...warnings.map((one) =>
          say('say.packWarning', { place: `${one.file}:${one.line ?? 1}`, text: one[language] }),
        ),
      ]
      return accepted({ text: json ? JSON.stringify(outcome.value) : lines.join('\n') })
    },
  },
  query({
    words: ['packs', 'add'],
    summary: 'summary.packs.add',
    operands: ['pack'],
    options: { edition: 'number', reason: 'text', command: 'id' },
    example: 'commune-2021-2025 --edition 2',
    endpoint: addPack,
    send: ({ operands: [pack], values: { edition, reason, command } }) => ({
      commandId: command ?? randomUUID(),
      reason,
      pack: packNamed(pack),
      edition: numberOf(edition),
    }),
    show: ({ set, edition, seq }, say) => say('say.packAdded', { set, edition, seq }),
  }),
  missingCommand,
]

type Size = { readonly indicators: number; readonly declaredIndicators: number | 'unknown' }

/** "57", or "2 trên 75" where not all are known by name. */
function indicatorsOf({ indicators, declaredIndicators: declared }: Size, say: Say): string {
  if (declared === indicators) return String(indicators)
  return declared === 'unknown'
    ? say('say.notAllKnown', { indicators })
    : say('say.ofDeclared', { indicators, declared })
}

type Period = {
  readonly from: Parameters<typeof formatDay>[0]
  readonly until: Parameters<typeof formatDay>[0] | null
}

function inForce({ from, until }: Period, say: Say): string {
  return until === null
    ? say('say.from', { from: formatDay(from) })
    : say('say.until', { from: formatDay(from), until: formatDay(until) })
}

/** A folder if there is one of that name or it is written as a path, else the name of a set. */
function packNamed(pack = ''): string {
  return /[/\\]/.test(pack) || existsSync(pack) ? resolve(pack) : pack
}

/** Digits become a number; anything else stays and is refused as what it is. */
function numberOf(text: string | true | undefined): string | number | undefined {
  return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : text === true ? undefined : text
}

const notANumber: Refusal = { code: 'inputWrong', field: 'edition', problem: 'wrongType', expected: 'int' }
