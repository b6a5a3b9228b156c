import { resolve } from 'node:path'

import type { EndpointAnswer } from '@ancu/core/kernel'
import { backUp, restore, verifyLedger } from '@ancu/core/ledger'
import { formatNumber, type Language } from '@ancu/core/text'
import { checkArchive } from '@ancu/server/ledger'

import { query, type Command, type Say } from './command.ts'
import { table } from './table.ts'

export const ledgerCommands: readonly Command[] = [
  query({
    words: ['backup'],
    summary: 'summary.backup',
    operands: ['file'],
    options: { overwrite: 'flag', unverified: 'flag' },
    example: 'kon-tum.an-cu',
    endpoint: backUp,
    send: ({ operands: [file = ''], values: { overwrite, unverified } }) => ({
      file: resolve(file),
      overwrite,
      unverified,
    }),
    show: ({ file, size, seq, verified }, say, language) =>
      say(verified ? 'say.backedUp' : 'say.backedUpUnverified', {
        file,
        size: formatNumber(size, language),
        seq,
      }),
  }),
  query({
    words: ['restore'],
    summary: 'summary.restore',
    needs: 'emptyStore',
    operands: ['file'],
    options: {},
    example: 'kon-tum.an-cu',
    endpoint: restore,
    before: ({ operands: [file = ''] }) => checkArchive(resolve(file)),
    send: ({ operands: [file = ''] }) => ({ file: resolve(file) }),
    show: ({ province, seq }, say) => say('say.restored', { province, seq }),
  }),
  query({
    words: ['verify'],
    summary: 'summary.verify',
    operands: [],
    options: {},
    example: '',
    endpoint: verifyLedger,
    send: () => ({}),
    show: showVerification,
    failed: ({ found }) => found > 0,
  }),
]

function showVerification(answer: EndpointAnswer<typeof verifyLedger>, say: Say, language: Language): string {
  const { entries, rows, checks, notKept, findings, found } = answer
  const number = (value: number): string => formatNumber(value, language)
  if (found === 0) {
    const all = Object.values(rows).reduce((sum, count) => sum + count, 0)
    const intact = say('say.verified', {
      entries: number(entries),
      rows: number(all),
      checks: checks.length === 0 ? say('none') : checks.join(', '),
    })
    return [
      intact,
      ...(notKept.length === 0 ? [] : [say('say.notKept', { checks: notKept.join(', ') })]),
    ].join('\n')
  }
  return [
    say('say.broken', { found: number(found) }),
    table(
      [
        { head: say('column.finding'), cell: (finding: (typeof findings)[number]) => finding.code },
        {
          head: say('column.entry'),
          align: 'right',
          cell: ({ seq }) => (seq === null ? say('none') : String(seq)),
        },
        { head: say('column.table'), cell: ({ table: name }) => name ?? say('none') },
        { head: say('column.detail'), cell: ({ detail }) => detail ?? '' },
      ],
      findings,
    ),
  ].join('\n')
}
