import type { EndpointAnswer } from '@ancu/core/kernel'
import { atRisk, recognitionMessages, type Bounds, type RecognitionMessages } from '@ancu/core/recognition'
import { formatDay, type Language, type Messages } from '@ancu/core/text'

import { query, type Command, type Say } from './command.ts'
import { knownOf, list, table } from './table.ts'

type Answer = EndpointAnswer<typeof atRisk>
type Row = Answer['rows'][number]

export const recognitionCommands: readonly Command[] = [
  query({
    words: ['decisions', 'at-risk'],
    summary: 'summary.decisions.atRisk',
    operands: [],
    options: { unit: 'unit', on: 'day', known: 'day', basis: 'basis' },
    example: '--on 2022-09-30 --unit "huyện Kon Rẫy"',
    endpoint: atRisk,
    send: ({ values: { unit, on, known, basis } }) => ({ unit, on, known, basis }),
    show: showAtRisk,
  }),
]

function showAtRisk(answer: Answer, say: Say, language: Language): string {
  const messages = recognitionMessages(language)
  const { say: tell } = messages
  const { documents } = answer
  const named = (id: string): string => documents[id]?.number ?? documents[id]?.title ?? id
  const rows = answer.rows.filter((row) => row.rule !== null)
  return [
    list([
      [tell('label.area'), answer.unit.place[language]],
      [tell('label.day'), formatDay(answer.on)],
      [tell('label.known'), knownOf(answer, say)],
      ...answer.rules.map(
        (rule) =>
          [
            tell('label.rules'),
            tell('say.rule', { document: named(rule.document), article: rule.article ?? '' }),
          ] as const,
      ),
      [tell('label.counts'), tell('say.counts', answer.counts)],
    ]),
    '',
    ...(answer.rules.length === 0 ? [tell('say.noRuleThen')] : []),
    ...(answer.rules.length > 0 && rows.length === 0 ? [tell('say.nobody')] : []),
    ...(rows.length === 0 ? [] : [tableOf(rows, messages, say), '', tell('say.onlyDecision')]),
    ...(rows.some((row) => row.illustrative) ? [say('say.illustrative')] : []),
  ].join('\n')
}

function tableOf(rows: readonly Row[], { say: tell }: Messages<RecognitionMessages>, say: Say): string {
  const between = ({ least, most }: Bounds): string =>
    least === most ? String(least) : tell('say.bounds', { least, most })
  return table<Row>(
    [
      { head: tell('column.unit'), cell: (row) => row.unit.name },
      { head: tell('column.rank'), cell: (row) => say(`rank.${row.rank}`) },
      { head: tell('column.status'), cell: (row) => tell(`status.${row.status}`) },
      { head: tell('column.set'), cell: (row) => row.set ?? '' },
      {
        head: tell('column.failing'),
        align: 'right',
        cell: (row) =>
          row.of === 0 ? '' : tell('say.failing', { failing: between(row.failing), of: row.of }),
      },
      { head: tell('column.key'), align: 'right', cell: (row) => between(row.keyFailing) },
      {
        head: tell('column.margin'),
        align: 'right',
        cell: (row) => (row.margin === null ? '' : between(row.margin)),
      },
      { head: tell('column.unmet'), cell: (row) => row.unmet.map((one) => one.code).join(', ') },
    ],
    rows,
  )
}
