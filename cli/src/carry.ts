import { assessmentMessages, carryOver, listCarriable } from '@ancu/core/assessments'
import { accepted, refused, type EndpointAnswer, type Result } from '@ancu/core/kernel'
import { formatDay, formatNumber, type Language, type Refusal } from '@ancu/core/text'

import { askFor, type Command, type Context, type Say, type Told } from './command.ts'
import { idOf } from './ids.ts'
import { knownOf, list, table, type Column } from './table.ts'

type Answer = EndpointAnswer<typeof listCarriable>
type Row = Answer['rows'][number]

export const carryCommands: readonly Command[] = [
  {
    words: ['verdicts', 'carry'],
    summary: 'summary.verdicts.carry',
    operands: ['set', 'set'],
    options: {
      unit: 'unit',
      on: 'day',
      not: 'flag',
      confirm: 'flag',
      only: 'ids',
      words: 'flag',
      reason: 'text',
    },
    needs: 'store',
    example: 'commune-2016-2020 commune-2021-2025 --unit "huyện Kon Rẫy" --on 2022-07-30',
    help: (say) => say('note.carry'),
    run: (context) => (context.values.confirm === true ? confirmed(context) : shown(context)),
  },
]

function askedOf({ operands: [old, current], values: { unit, on } }: Context) {
  return { old, new: current, unit, on }
}

async function shown(context: Context): Promise<Result<Told, Refusal>> {
  const { values, json, say, language } = context
  const loose = (['only', 'words', 'reason'] as const).find((field) => values[field] !== undefined)
  if (loose !== undefined) {
    return refused({ code: 'inputWrong', field: loose, problem: 'needs', other: '--confirm' })
  }
  const show = values.not === true ? 'not' : 'carriable'
  const found = await askFor(context, listCarriable, { ...askedOf(context), show })
  if (!found.ok) return found
  const { answer, text } = found.value
  return accepted({ text: json ? text : showCarriable(answer, say, language) })
}

/** Asks what may be carried over now, and records what of it was confirmed, as one entry of the ledger. */
async function confirmed(context: Context): Promise<Result<Told, Refusal>> {
  const { values, say, language, json } = context
  const wrong = faultOf(context)
  if (wrong !== undefined) return refused(wrong)
  const found = await askFor(context, listCarriable, askedOf(context))
  if (!found.ok) return found
  const { rows, newSide, on } = found.value.answer
  const claims = [...new Set(namedIn(values.only) ?? surely(rows, values.words === true))]
  const { say: tell } = assessmentMessages(language)
  if (claims.length === 0) {
    const nothing = leftWords(rows, [], language) ?? tell('carry.nothing')
    return accepted({ text: json ? JSON.stringify({ rows: 0 }) : nothing })
  }
  const listed = new Set(rows.map(({ claim }) => claim.id))
  const isNew = claims.every((claim) => listed.has(claim))
  const outcome = await sent(context, on, claims, isNew)
  if (!outcome.ok) return outcome
  const { answer, text } = outcome.value
  const { seq, rows: count, repeated } = answer
  const told = [
    say(repeated ? 'say.repeated' : 'say.written', { seq, rows: count }),
    ...(leftWords(rows, claims, language)?.split('\n') ?? []),
    tell('carry.undo', { set: newSide.set, seq }),
  ]
  return accepted({ text: json ? text : told.join('\n') })
}

/**
 * The same confirmation has the same id, so that it may be sent again. What had been carried over and was taken back
 * is carried over anew: then the answer before says which entry this one comes after.
 */
async function sent(
  context: Context,
  on: string,
  claims: readonly string[],
  isNew: boolean,
  after?: number,
): Promise<Awaited<ReturnType<typeof askFor<typeof carryOver>>>> {
  const asked = askedOf(context)
  const { reason } = context.values
  const idFor = (claim?: string): string =>
    idOf('carry', [asked.old, asked.new, on, claims, reason, after, claim])
  const outcome = await askFor(context, carryOver, {
    ...asked,
    commandId: idFor(),
    reason,
    claims: claims.map((claim) => ({ id: idFor(claim), claim })),
  })
  const isOfBefore = outcome.ok && outcome.value.answer.repeated && isNew
  return isOfBefore ? sent(context, on, claims, isNew, outcome.value.answer.seq) : outcome
}

function faultOf({ values }: Context): Refusal | undefined {
  if (values.not === true) {
    return { code: 'inputWrong', field: 'not', problem: 'notWith', other: '--confirm' }
  }
  return values.only !== undefined && namedIn(values.only)?.length === 0
    ? { code: 'inputWrong', field: 'only', problem: 'missing' }
    : undefined
}

function namedIn(only: string | true | undefined): readonly string[] | undefined {
  if (typeof only !== 'string') return undefined
  return only
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

/** What the words say has to be read by somebody, so it is taken only where that was asked for. */
function surely(rows: readonly Row[], withWords: boolean): readonly string[] {
  return rows.filter(({ ground }) => withWords || ground !== 'words').map(({ claim }) => claim.id)
}

/** How many that only a reader can judge stay where they are. */
function leftWords(rows: readonly Row[], taken: readonly string[], language: Language): string | undefined {
  const count = rows.filter(({ ground, claim }) => ground === 'words' && !taken.includes(claim.id)).length
  const { say } = assessmentMessages(language)
  return count === 0 ? undefined : say('carry.wordsLeft', { count: formatNumber(count, language) })
}

function showCarriable(answer: Answer, say: Say, language: Language): string {
  const { say: tell } = assessmentMessages(language)
  const { counts, rows } = answer
  const number = (count: number): string => formatNumber(count, language)
  const not = counts.obstacles.reduce((sum, { count }) => sum + count, 0)
  return [
    list([
      [tell('label.area'), answer.unit.place[language]],
      [say('label.day'), formatDay(answer.on)],
      [tell('label.known'), knownOf(answer, say)],
      [tell('label.oldSide'), answer.oldSide.set],
      [tell('label.newSide'), answer.newSide.set],
      [tell('carry.may'), number(counts.carriable)],
      ...counts.grounds.map(
        ({ ground, count }) => [`  ${tell(`carry.ground.${ground}`)}`, number(count)] as const,
      ),
      [tell('carry.mayNot'), number(not)],
      ...counts.obstacles.map(
        ({ obstacle, count }) => [`  ${tell(`carry.obstacle.${obstacle}`)}`, number(count)] as const,
      ),
    ]),
    '',
    rows.length === 0 ? say('say.nothing') : table(columnsOf(say, language), rows),
    ...(rows.some((row) => row.claim.illustrative) ? ['', say('say.illustrative')] : []),
    ...(rows.some((row) => row.ground !== null) ? ['', tell('carry.confirm')] : []),
  ].join('\n')
}

function columnsOf(say: Say, language: Language): readonly Column<Row>[] {
  const { say: tell } = assessmentMessages(language)
  return [
    { head: tell('column.unit'), cell: (row) => row.unit.name },
    { head: tell('label.oldSide'), cell: ({ old }) => partOf(old, language) },
    { head: tell('label.newSide'), cell: (row) => (row.new ? partOf(row.new, language) : say('none')) },
    { head: say('column.verdict'), cell: ({ claim }) => say(`verdict.${claim.verdict}`) },
    { head: say('column.asOf'), align: 'right', cell: ({ claim }) => formatDay(claim.asOf) },
    { head: say('column.stage'), cell: ({ claim }) => say(`stage.${claim.stage}`) },
    { head: tell('carry.why'), cell: (row) => whyOf(row, language) },
    { head: say('column.id'), cell: ({ claim }) => claim.id },
  ]
}

function whyOf({ ground, obstacle }: Row, language: Language): string {
  const { say } = assessmentMessages(language)
  if (ground !== null) return say(`carry.ground.${ground}`)
  return obstacle === null ? '' : say(`carry.obstacle.${obstacle}`)
}

function partOf({ code, name }: Row['old'], language: Language): string {
  return `${code}. ${name[language]}`
}
