import type { EndpointAnswer } from '@ancu/core/kernel'
import { missingDocuments } from '@ancu/core/standing'
import { formatNumber, type Language } from '@ancu/core/text'

import { query, type Command, type Say } from './command.ts'
import { table } from './table.ts'

type Missing = EndpointAnswer<typeof missingDocuments>
type Wanted = Missing['wanted'][number]

export const missingCommand: Command = query({
  words: ['packs', 'missing'],
  summary: 'summary.packs.missing',
  operands: [],
  options: { unit: 'unit', on: 'day', known: 'day', set: 'set' },
  example: '--set commune-2021-2025 --on 2024-03-31',
  endpoint: missingDocuments,
  send: ({ values: { unit, on, known, set } }) => ({ unit, on, known, set }),
  show: showMissing,
})

function showMissing({ sets, wanted, documents }: Missing, say: Say, language: Language): string {
  const number = (value: number): string => formatNumber(value, language)
  const nameOf = new Map(sets.map(({ set, name }) => [set, name.short]))
  const heads = sets.map((each) =>
    say('say.missingOfSet', {
      set: each.name.short,
      unknown: number(each.unknown),
      verdicts: number(each.verdicts),
      alone: number(each.alone),
      along: number(each.along),
    }),
  )
  if (wanted.length === 0) return [...heads, say('say.nothingMissing')].join('\n')
  const columns = [
    { head: say('column.document'), cell: (one: Wanted) => documentOf(one, documents, say) },
    { head: say('column.set'), cell: (one: Wanted) => nameOf.get(one.set) ?? one.set },
    { head: say('column.alone'), align: 'right' as const, cell: (one: Wanted) => number(one.alone) },
    { head: say('column.along'), align: 'right' as const, cell: (one: Wanted) => number(one.along) },
    { head: say('column.tells'), cell: (one: Wanted) => toldBy(one, say) },
  ]
  return [...heads, '', table(columns, wanted)].join('\n')
}

function documentOf({ from, document }: Wanted, documents: Missing['documents'], say: Say): string {
  if (from === 'province' || document === null) return say('say.ofProvince')
  const known = documents[document]
  return known?.number ?? known?.title ?? document
}

/** What the document would tell, kind by kind, each with its codes. */
function toldBy({ parts }: Wanted, say: Say): string {
  return [...Map.groupBy(parts, ({ why }) => why)]
    .map(([why, ofKind]) => {
      const codes = [...new Set(ofKind.flatMap(({ code }) => code ?? []))].join(', ')
      return say(`wanted.${why}`, { codes })
    })
    .join('; ')
}
