import {
  assessmentMessages,
  causeWords,
  lackWords,
  type AssessmentMessages,
  type comingSet,
  type compareSets,
  type listRegressions,
} from '@ancu/core/assessments'
import type { EndpointAnswer } from '@ancu/core/kernel'
import { formatDay, formatNumber, type Language, type Messages } from '@ancu/core/text'

import type { Say } from './command.ts'
import { knownOf, list, table, type Column } from './table.ts'

type Compared = EndpointAnswer<typeof compareSets>
type Coming = EndpointAnswer<typeof comingSet>
type Near = Coming['units'][number]['nearest'][number]
type Regressions = EndpointAnswer<typeof listRegressions>
type Change = Compared['units'][number]['changes'][number]

type Telling = {
  readonly messages: Messages<AssessmentMessages>
  readonly say: Say
  readonly language: Language
}

export function showCompared(answer: Compared, say: Say, language: Language): string {
  const telling = { messages: assessmentMessages(language), say, language }
  const { say: tell } = telling.messages
  const { kept, gained, lost, stillNot, lostToUnknown, meeting } = answer
  return [
    list([
      [tell('label.area'), answer.unit.place[language]],
      ...settled(answer, telling),
      [tell('label.oldSide'), sideWords(answer.oldSide, answer.old, telling)],
      [tell('label.newSide'), sideWords(answer.newSide, answer.new, telling)],
      [tell('label.change'), tell('say.changes', { kept, gained, lost, stillNot, toUnknown: lostToUnknown })],
      [
        tell('label.meeting'),
        tell('say.meeting', {
          old: meeting.old,
          current: meeting.new,
          noLonger: meeting.noLonger - meeting.noLongerUnknown,
          unknown: meeting.noLongerUnknown,
          recognised: meeting.recognisedNoLonger - meeting.recognisedNoLongerUnknown,
          recognisedUnknown: meeting.recognisedNoLongerUnknown,
        }),
      ],
      ...notCompared(answer, telling),
    ]),
    ...section(tell('label.byCause'), causeColumns(telling), answer.causes),
    ...section(tell('label.byCriterion'), criterionColumns(telling), answer.criteria),
    ...section(tell('label.byDepartment'), departmentColumns(telling), answer.departments),
    ...section(tell('label.byArea'), areaColumns(telling), answer.areas),
    ...section(tell('label.byUnit'), unitColumns(telling), answer.units),
    ...answer.units.flatMap((unit) => unit.changes.flatMap((one) => changeLines(one, unit.name, telling))),
    ...(answer.illustrative ? ['', say('say.illustrative')] : []),
  ].join('\n')
}

/** As a comparison is shown, and for each unit what to begin with before the set takes over. */
export function showComing(answer: Coming, say: Say, language: Language): string {
  const { say: tell } = assessmentMessages(language)
  const compared = showCompared(answer, say, language)
  const units = answer.units.flatMap(({ name, nearest, waiting }) => [
    '',
    tell('say.before', { unit: name }),
    ...(nearest.length === 0 ? [`   ${tell('say.nothingInItsHands')}`] : []),
    ...nearest.map((near, at) => `   ${at + 1}. ${nearWords(near, language)}`),
    ...(waiting > 0 ? [`   ${tell('say.waiting', { count: waiting })}`] : []),
  ])
  return [compared, ...units].join('\n')
}

function nearWords({ code, name, lacks }: Near, language: Language): string {
  const { say: tell } = assessmentMessages(language)
  const wanted = lacks.map((lack) => {
    const { indicator } = lack
    const what = lackWords(lack, language)
    return indicator === null ? what : tell('say.lackOf', { indicator, what })
  })
  return tell('say.near', {
    criterion: tell('say.of', { criterion: code, name: name[language] }),
    lacks: wanted.join('; '),
  })
}

export function showRegressions(answer: Regressions, say: Say, language: Language): string {
  const telling = { messages: assessmentMessages(language), say, language }
  const { say: tell } = telling.messages
  const names = new Map<string, string>(answer.units.map(({ id, name }) => [id, name]))
  const { lost, lostToUnknown } = answer
  return [
    list([
      [tell('label.area'), answer.unit.place[language]],
      ...settled(answer, telling),
      [tell('label.fallen'), tell('say.fallen', { lost, toUnknown: lostToUnknown })],
      ...notCompared(answer, telling),
    ]),
    ...section(tell('label.byStep'), stepColumns(telling), answer.steps),
    ...(lost === 0 ? ['', tell('say.nothingFell')] : []),
    ...section(
      tell('label.byCause'),
      [causeColumn(telling), fallenColumn(telling)],
      answer.causes.map(({ cause, count }) => ({ cause, lost: count })),
    ),
    ...section(tell('label.byCriterion'), [namedColumn(telling), fallenColumn(telling)], answer.criteria),
    ...section(tell('label.byDepartment'), [ownerColumn(telling), fallenColumn(telling)], answer.departments),
    ...section(tell('label.byArea'), [districtColumn(telling), fallenColumn(telling)], answer.areas),
    ...section(tell('label.byUnit'), [unitColumn(telling), fallenColumn(telling)], answer.units),
    ...answer.losses.flatMap((one) => [
      ...changeLines(one, names.get(one.unit) ?? one.unit, telling),
      `   ${formatDay(one.from)} → ${formatDay(one.to)}`,
    ]),
    ...(answer.illustrative ? ['', say('say.illustrative')] : []),
  ].join('\n')
}

function settled(
  compared: Pick<Compared, 'known' | 'knownSeq' | 'basis'>,
  { messages, say }: Telling,
): readonly (readonly [string, string])[] {
  return [
    [messages.say('label.known'), knownOf(compared, say)],
    [messages.say('label.basis'), say(`basis.${compared.basis}`)],
  ]
}

function sideWords(
  { set, on }: Compared['oldSide'],
  { met, of, unknown }: Compared['old'],
  { messages }: Telling,
): string {
  return messages.say('say.side', { set, on: formatDay(on), met, of, unknown })
}

function notCompared(
  answer: Pick<Compared, 'notCompared'>,
  { messages }: Telling,
): readonly (readonly [string, string])[] {
  if (answer.notCompared.length === 0) return []
  return [[messages.say('label.notCompared'), answer.notCompared.map((unit) => unit.name).join(', ')]]
}

/** A table under its heading; nothing where there are no rows. */
function section<Row>(
  heading: string,
  columns: readonly Column<NoInfer<Row>>[],
  rows: readonly Row[],
): readonly string[] {
  return rows.length === 0 ? [] : ['', heading, table(columns, rows)]
}

function changeLines(change: Change, unit: string, { messages, say, language }: Telling): readonly string[] {
  const criterion = change.new ?? change.old
  if (criterion === null) return []
  const claims = [change.new?.claim, change.old?.claim].map((claim) =>
    claim ? `${say(`verdict.${claim.verdict}`)}, ${formatDay(claim.asOf)}` : messages.say('say.noClaim'),
  )
  const [now = '', before = ''] = claims
  return [
    '',
    messages.say('say.one', {
      unit,
      code: criterion.code,
      name: criterion.name[language],
      change: messages.say(`change.${change.change}`),
      cause: causeWords(change.cause, messages),
    }),
    ...change.reasons.map((reason) => {
      const code = reason.new?.indicator ?? reason.old?.indicator ?? ''
      return `   ${messages.say('say.indicator', { code, text: reason.text[language] })}`
    }),
    `   ${messages.say('say.claim', { now, before })}`,
  ]
}

type Totals = Pick<Compared, 'old' | 'new' | 'lost' | 'gained'>

function totalColumns<Row extends Totals>({ messages: { say }, language }: Telling): readonly Column<Row>[] {
  const number = (value: number): string => formatNumber(value, language)
  return [
    { head: say('column.before'), align: 'right', cell: (row) => number(row.old.met) },
    { head: say('column.now'), align: 'right', cell: (row) => number(row.new.met) },
    { head: say('column.lost'), align: 'right', cell: (row) => number(row.lost) },
    { head: say('column.gained'), align: 'right', cell: (row) => number(row.gained) },
  ]
}

function causeColumn({ messages }: Telling): Column<{ readonly cause: string }> {
  return { head: messages.say('column.cause'), cell: ({ cause }) => causeWords(cause, messages) }
}

type Fallen = { readonly lost: number }

function fallenColumn({ messages, language }: Telling): Column<Fallen> {
  return {
    head: messages.say('column.lost'),
    align: 'right',
    cell: ({ lost }) => formatNumber(lost, language),
  }
}

function causeColumns(telling: Telling): readonly Column<Compared['causes'][number]>[] {
  const { messages, language } = telling
  return [
    causeColumn(telling),
    { head: messages.say('column.lost'), align: 'right', cell: (row) => formatNumber(row.lost, language) },
    {
      head: messages.say('column.gained'),
      align: 'right',
      cell: (row) => formatNumber(row.gained, language),
    },
  ]
}

function criterionColumns(telling: Telling): readonly Column<Compared['criteria'][number]>[] {
  const { messages, language } = telling
  return [
    {
      head: messages.say('column.criterion'),
      cell: (row) =>
        messages.say('say.of', { criterion: row.new.code ?? row.old.code ?? '', name: row.name[language] }),
    },
    ...totalColumns<Compared['criteria'][number]>(telling),
  ]
}

function namedColumn({ messages, language }: Telling): Column<Regressions['criteria'][number]> {
  return {
    head: messages.say('column.criterion'),
    cell: ({ code, name }) => messages.say('say.of', { criterion: code, name: name[language] }),
  }
}

function ownerColumn({
  messages,
  language,
}: Telling): Column<Pick<Regressions['departments'][number], 'owner'>> {
  return {
    head: messages.say('column.department'),
    cell: ({ owner }) => owner?.[language] ?? messages.say('say.nobody'),
  }
}

function departmentColumns(telling: Telling): readonly Column<Compared['departments'][number]>[] {
  return [ownerColumn(telling), ...totalColumns<Compared['departments'][number]>(telling)]
}

function districtColumn({ messages }: Telling): Column<Pick<Regressions['areas'][number], 'unit'>> {
  return { head: messages.say('column.area'), cell: ({ unit }) => unit.name }
}

function areaColumns(telling: Telling): readonly Column<Compared['areas'][number]>[] {
  return [districtColumn(telling), ...totalColumns<Compared['areas'][number]>(telling)]
}

function unitColumn({ messages }: Telling): Column<{ readonly name: string }> {
  return { head: messages.say('column.unit'), cell: ({ name }) => name }
}

function unitColumns(telling: Telling): readonly Column<Compared['units'][number]>[] {
  return [unitColumn(telling), ...totalColumns<Compared['units'][number]>(telling)]
}

function stepColumns(telling: Telling): readonly Column<Regressions['steps'][number]>[] {
  const { messages } = telling
  return [
    { head: messages.say('column.from'), align: 'right', cell: (row) => formatDay(row.oldSide.on) },
    { head: messages.say('column.to'), align: 'right', cell: (row) => formatDay(row.newSide.on) },
    { head: messages.say('column.set'), cell: (row) => row.newSide.set },
    ...totalColumns<Regressions['steps'][number]>(telling),
  ]
}
