import { createHash } from 'node:crypto'

import {
  addReconciliations,
  assessmentMessages,
  listDisagreements,
  listReconciliations,
} from '@ancu/core/assessments'
import { reconciliationFact } from '@ancu/core/figures'
import { accepted, refused, type EndpointAnswer, type Result } from '@ancu/core/kernel'
import { formatDay, type Language, type Refusal } from '@ancu/core/text'

import { add } from './adding.ts'
import { askFor, query, type Command, type Context, type Say, type Told } from './command.ts'
import { knownOf, list, table } from './table.ts'

type Answer = EndpointAnswer<typeof listDisagreements>
type Row = Answer['rows'][number]

export const disagreementCommands: readonly Command[] = [
  {
    words: ['disagreements', 'reconcile'],
    summary: 'summary.reconcile',
    operands: ['subject'],
    options: { unit: 'unit', note: 'text', on: 'day', reason: 'text' },
    needs: 'store',
    example:
      'computedAttested:commune-2021-2025:10 --unit "xã Đắk Ruồng" --note "Số liệu của xã chưa cập nhật"',
    run: reconcile,
  },
  query({
    words: ['disagreements'],
    summary: 'summary.disagreements',
    operands: [],
    options: { unit: 'unit', on: 'day', known: 'day', set: 'set' },
    example: '--on 2024-03-31',
    endpoint: listDisagreements,
    send: ({ values: { unit, on, known, set } }) => ({ unit, on, known, set }),
    show: showDisagreements,
  }),
  add({
    words: ['reconciliations', 'add'],
    summary: 'summary.reconciliations.add',
    endpoint: addReconciliations,
    shape: { section: 'reconciliations', row: reconciliationFact },
  }),
  query({
    words: ['reconciliations', 'list'],
    summary: 'summary.reconciliations.list',
    operands: [],
    options: { unit: 'unit', on: 'day', known: 'day' },
    example: '--unit "huyện Đăk Hà"',
    endpoint: listReconciliations,
    send: ({ values: { unit, on, known } }) => ({ unit, on, known }),
    show: showNotes,
  }),
]

/** Asks what disagrees now, and settles one of it by a note about exactly the facts that take part in it. */
async function reconcile(context: Context): Promise<Result<Told, Refusal>> {
  const { operands, values, say, json } = context
  const [subject = ''] = operands
  const { unit, note, on, reason } = values
  if (note === undefined || note === true)
    return refused({ code: 'inputWrong', field: 'note', problem: 'missing' })
  const found = await askFor(context, listDisagreements, { unit, on })
  if (!found.ok) return found
  const rows = found.value.answer.rows.filter((row) => row.subject === subject)
  const [row] = rows
  if (row === undefined || rows.length > 1) {
    return refused({ code: 'disagreementUnknown', subject, count: rows.length })
  }
  const reconciliation = { unit: row.unit.id, subject, facts: row.facts, note }
  const digest = createHash('sha256').update(JSON.stringify(reconciliation)).digest('hex').slice(0, 40)
  const outcome = await askFor(context, addReconciliations, {
    commandId: `note-${digest}`,
    reason,
    reconciliations: [{ id: `note-${digest}`, ...reconciliation }],
  })
  if (!outcome.ok) return outcome
  const { seq, rows: count, repeated } = outcome.value.answer
  const told = say(repeated ? 'say.repeated' : 'say.written', { seq, rows: count })
  return accepted({ text: json ? outcome.value.text : told })
}

function showDisagreements(answer: Answer, say: Say, language: Language): string {
  const { say: tell } = assessmentMessages(language)
  const { counts, rows } = answer
  return [
    list([
      [tell('label.area'), answer.unit.place[language]],
      [say('label.day'), formatDay(answer.on)],
      [tell('label.known'), knownOf(answer, say)],
      [say('label.set'), answer.set ?? say('say.noSet')],
      [
        tell('label.disagreements'),
        tell('say.disagreements', { open: counts.open, reconciled: counts.reconciled }),
      ],
      ...counts.kinds.map(
        ({ kind, open, reconciled }) =>
          [`  ${tell(`kind.${kind}`)}`, tell('say.disagreements', { open, reconciled })] as const,
      ),
    ]),
    '',
    rows.length === 0 ? tell('say.noDisagreement') : tableOf(rows, language),
    ...rows.flatMap((row) => linesOf(row, language)),
    ...(rows.some((row) => row.illustrative) ? ['', say('say.illustrative')] : []),
  ].join('\n')
}

function tableOf(rows: readonly Row[], language: Language): string {
  const { say: tell } = assessmentMessages(language)
  return table<Row>(
    [
      { head: tell('column.unit'), cell: (row) => row.unit.name },
      { head: tell('column.kind'), cell: (row) => tell(`kind.${row.kind}`) },
      { head: tell('column.what'), cell: (row) => aboutOf(row, language) },
      { head: tell('column.department'), cell: (row) => row.owner?.[language] ?? tell('say.nobody') },
      { head: tell('column.state'), cell: (row) => tell(`state.${row.state}`) },
    ],
    rows,
  )
}

function aboutOf({ criterion, indicator, measure, period }: Row, language: Language): string {
  if (measure !== null) return `${measure.name[language]}, ${period ?? ''}`
  const part = indicator ?? criterion
  return part === null ? '' : `${part.code}. ${part.name[language]}`
}

function linesOf(row: Row, language: Language): readonly string[] {
  const { say: tell } = assessmentMessages(language)
  return [
    '',
    `${row.unit.name} · ${row.subject}`,
    `   ${tell('say.against', { one: row.one.text[language], other: row.other.text[language] })}`,
    ...(row.note === null ? [] : [`   ${tell(`state.${row.state}`)}: ${row.note.note}`]),
  ]
}

function showNotes(answer: EndpointAnswer<typeof listReconciliations>, say: Say, language: Language): string {
  const { say: tell } = assessmentMessages(language)
  if (answer.rows.length === 0) return say('say.nothing')
  return table<(typeof answer.rows)[number]>(
    [
      { head: say('column.id'), cell: (row) => row.id },
      { head: say('column.unit'), cell: (row) => row.unit },
      { head: tell('column.subject'), cell: (row) => row.subject },
      { head: say('column.detail'), cell: (row) => row.note },
      { head: say('column.document'), cell: (row) => row.document ?? say('none') },
      { head: tell('column.state'), cell: (row) => tell(row.withdrawn ? 'state.open' : 'state.reconciled') },
    ],
    answer.rows,
  )
}
