import type { EndpointAnswer } from '@ancu/core/kernel'
import { formatDay, formatNumber, type Language } from '@ancu/core/text'
import { findUnits, namedUnit, showUnit, unitMessages } from '@ancu/core/units'

import { query, type Command, type Say } from './command.ts'
import { list, table } from './table.ts'

type Found = EndpointAnswer<typeof findUnits>['units'][number]
type Shown = EndpointAnswer<typeof showUnit>
type Period = { readonly from: Found['from']; readonly until: Found['until'] }

const moment = { on: 'day', known: 'day' } as const

const oneUnit = {
  operands: ['unit'],
  options: moment,
  endpoint: showUnit,
  send: ({ operands: [unit], values: { on, known } }) => ({ unit, on, known }),
} as const satisfies Partial<Parameters<typeof query<typeof showUnit>>[0]>

export const unitCommands: readonly Command[] = [
  query({
    words: ['units', 'find'],
    summary: 'summary.units.find',
    operands: ['query'],
    options: { ...moment, limit: 'number' },
    example: '"ngoc lay"',
    endpoint: findUnits,
    send: ({ operands: [text], values: { on, known, limit } }) => ({ query: text, on, known, limit }),
    show: showFound,
  }),
  query({
    ...oneUnit,
    words: ['units', 'show'],
    summary: 'summary.units.show',
    example: '23284 --on 2025-06-30',
    show: showHistory,
  }),
  query({
    ...oneUnit,
    words: ['units', 'lineage'],
    summary: 'summary.units.lineage',
    example: '"Bờ Y" --on 2025-07-01',
    show: showLineage,
  }),
]

function showFound({ units }: EndpointAnswer<typeof findUnits>, say: Say, language: Language): string {
  if (units.length === 0) return say('say.nothing')
  return table(
    [
      { head: say('column.code'), cell: (unit: Found) => unit.code ?? say('none') },
      { head: say('column.place'), cell: (unit) => unit.place[language] },
      { head: say('column.id'), cell: (unit) => unit.id },
      {
        head: say('column.matched'),
        cell: (unit) => [unit.matched ?? '', absence(unit, say)].filter(Boolean).join('; '),
      },
    ],
    units,
  )
}

function absence({ existsOn, from, until }: Found, say: Say): string {
  if (existsOn) return ''
  return until === null
    ? say('say.existsNotYet', { from: formatDay(from) })
    : say('say.existsNot', { from: formatDay(from), until: formatDay(until) })
}

function showHistory(answer: Shown, say: Say, language: Language): string {
  const { unit, ancestors } = answer
  const words = unitMessages(language)
  const rows = (label: string, lines: readonly string[]) =>
    lines.map((line, at) => [at === 0 ? label : '', line] as const)
  return list([
    [say('label.unit'), unit.place[language]],
    [say('label.id'), unit.id],
    [say('label.day'), answer.existsOn ? formatDay(answer.on) : `${formatDay(answer.on)}: ${say('none')}`],
    ...rows(
      say('label.names'),
      answer.names.map(
        (one) => `${one.name} (${words.say(`spelling.${one.spelling}`)}), ${periodOf(one, say)}`,
      ),
    ),
    ...rows(
      say('label.codes'),
      answer.codes.map((one) => `${one.code}, ${periodOf(one, say)}`),
    ),
    ...rows(
      say('label.kinds'),
      answer.kinds.map((one) => `${words.say(`kind.${one.kind}`)}, ${periodOf(one, say)}`),
    ),
    ...rows(
      say('label.parents'),
      answer.parents.map((one) => `${one.name} (${one.id}), ${periodOf(one, say)}`),
    ),
    ...rows(
      say('label.groups'),
      unit.groups.map((one) => one.group),
    ),
    ...(ancestors.length === 0
      ? []
      : [[say('label.area'), ancestors.map((one) => one.name).join(', ')] as const]),
    ...rows(say('label.predecessors'), relatedLines(answer.predecessors, say, language)),
    ...rows(say('label.successors'), relatedLines(answer.successors, say, language)),
  ])
}

function showLineage(answer: Shown, say: Say, language: Language): string {
  const { unit, predecessors, successors } = answer
  const parts = [
    { label: say('label.predecessors'), lines: relatedLines(predecessors, say, language) },
    { label: say('label.successors'), lines: relatedLines(successors, say, language) },
  ].filter(({ lines }) => lines.length > 0)
  return [
    `${namedUnit(unit.kind, unit.name, language)} (${unit.code ?? unit.id})`,
    ...(parts.length === 0 ? [say('say.lineageNone')] : []),
    ...parts.flatMap(({ label, lines }) => [`${label}:`, ...lines.map((line) => `  ${line}`)]),
  ].join('\n')
}

function relatedLines(related: Shown['predecessors'], say: Say, language: Language): readonly string[] {
  const words = unitMessages(language)
  return related.map(({ place, id, day, kind, document, clause, num, den }) =>
    [
      `${place[language]} (${id})`,
      formatDay(day),
      words.say(`change.${kind}`),
      ...(num === den ? [] : [`${formatNumber(num, language)}/${formatNumber(den, language)}`]),
      document === null ? say('say.noDocument') : [document, clause].filter(Boolean).join(', '),
    ].join('; '),
  )
}

function periodOf({ from, until }: Period, say: Say): string {
  return until === null
    ? say('say.from', { from: formatDay(from) })
    : say('say.until', { from: formatDay(from), until: formatDay(until) })
}
