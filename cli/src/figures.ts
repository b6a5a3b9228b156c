import { levelDecision } from '@ancu/core/criteria'
import { decisionActs, decisionFact, ranks } from '@ancu/core/decisions'
import {
  addDecisions,
  addFigures,
  addLevels,
  addVerdicts,
  claimStages,
  figureFact,
  figureStages,
  listDecisions,
  listFigures,
  listLevels,
  listVerdicts,
  verdictClaim,
} from '@ancu/core/figures'
import {
  accepted,
  refused,
  type Endpoint,
  type EndpointAnswer,
  type Plain,
  type Result,
} from '@ancu/core/kernel'
import { formatDay, formatNumber, type Language, type Refusal } from '@ancu/core/text'
import { listUnits } from '@ancu/core/units'

import { askFor, query, type Command, type Context, type Say, type Told } from './command.ts'
import { columnsOf, readFacts, type FactsShape, type FindUnit } from './facts-file.ts'
import { table } from './table.ts'

const listed = { unit: 'unit', on: 'day', known: 'day', after: 'id', limit: 'number' } as const

type Given = Parameters<Parameters<typeof query>[0]['send']>[0]

const pageOf = ({ values: { unit, on, known, after, limit } }: Given) => ({ unit, on, known, after, limit })

export const figureCommands: readonly Command[] = [
  add({
    words: ['figures', 'add'],
    summary: 'summary.figures.add',
    endpoint: addFigures,
    shape: { section: 'figures', row: figureFact },
  }),
  query({
    words: ['figures', 'list'],
    summary: 'summary.figures.list',
    operands: [],
    options: { ...listed, measure: 'id' },
    example: '--unit 23284 --on 2025-06-30',
    endpoint: listFigures,
    send: (given) => ({ ...pageOf(given), measure: given.values.measure }),
    show: showFigures,
  }),
  add({
    words: ['verdicts', 'add'],
    summary: 'summary.verdicts.add',
    endpoint: addVerdicts,
    shape: { section: 'verdicts', row: verdictClaim },
  }),
  query({
    words: ['verdicts', 'list'],
    summary: 'summary.verdicts.list',
    operands: [],
    options: { ...listed, set: 'set' },
    example: '--unit "huyện Kon Rẫy" --on 2022-09-30',
    endpoint: listVerdicts,
    send: (given) => ({ ...pageOf(given), set: given.values.set }),
    show: showVerdicts,
  }),
  add({
    words: ['decisions', 'add'],
    summary: 'summary.decisions.add',
    endpoint: addDecisions,
    shape: { section: 'decisions', row: decisionFact },
  }),
  query({
    words: ['decisions', 'list'],
    summary: 'summary.decisions.list',
    operands: [],
    options: listed,
    example: '--unit "huyện Đăk Hà" --on 2024-03-31',
    endpoint: listDecisions,
    send: pageOf,
    show: showDecisions,
  }),
  add({
    words: ['levels', 'add'],
    summary: 'summary.levels.add',
    endpoint: addLevels,
    shape: { section: 'levels', row: levelDecision },
  }),
  query({
    words: ['levels', 'list'],
    summary: 'summary.levels.list',
    operands: [],
    options: { on: 'day', known: 'day', set: 'set', after: 'id', limit: 'number' },
    example: '--set commune-2021-2025',
    endpoint: listLevels,
    send: (given) => ({ ...pageOf(given), set: given.values.set }),
    show: showLevels,
  }),
]

type Adding = Pick<Command, 'words' | 'summary'> & {
  readonly endpoint: Endpoint & { readonly answer: typeof addFigures.answer }
  readonly shape: FactsShape
}

/** A command that writes the rows of a file, all of them or none. */
function add({ words, summary, endpoint, shape }: Adding): Command {
  return {
    words,
    summary,
    operands: ['file'],
    options: { reason: 'text', command: 'id' },
    needs: 'store',
    example: `${shape.section}.csv`,
    help: (say) => `${say('note.factsFile')}\n${say('note.columns')}: ${columnsOf(shape).join(', ')}`,
    run: (context) => addFile(context, endpoint, shape),
  }
}

async function addFile(
  context: Context,
  endpoint: Adding['endpoint'],
  shape: FactsShape,
): Promise<Result<Told, Refusal>> {
  const { say, values } = context
  const [file = '-'] = context.operands
  const bytes = await context.readFile(file)
  if (!bytes.ok) return bytes
  const facts = await readFacts(file, bytes.value, shape, unitFinder(context))
  if (!facts.ok) return facts
  const { rows, documents, reason, lines, digest } = facts.value
  const outcome = await askFor(context, endpoint, {
    commandId: values.command ?? `file-${digest.slice(0, 40)}`,
    reason: values.reason ?? reason,
    documents,
    [shape.section]: rows,
  })
  if (!outcome.ok) return refused(lines === undefined ? outcome.refusal : withLines(outcome.refusal, lines))
  const { answer, text } = outcome.value
  const { seq, rows: count, repeated } = answer
  return accepted({
    text: context.json ? text : say(repeated ? 'say.repeated' : 'say.written', { seq, rows: count }),
  })
}

/** Codes of a day are asked for once, whatever the number of rows. */
function unitFinder(context: Pick<Context, 'ask'>): FindUnit {
  const days = new Map<string, Promise<Result<ReadonlyMap<string, string>, Refusal>>>()
  const codesOn = async (on: string): Promise<Result<ReadonlyMap<string, string>, Refusal>> => {
    const outcome = await askFor(context, listUnits, { on })
    if (!outcome.ok) return outcome
    const { units } = outcome.value.answer
    return accepted(new Map(units.flatMap(({ code, id }) => (code === null ? [] : [[code, id] as const]))))
  }
  return async (code, on) => {
    const codes = await (days.get(on) ?? days.set(on, codesOn(on)).get(on))
    if (codes === undefined || !codes.ok) return codes ?? accepted(undefined)
    return accepted(codes.value.get(code))
  }
}

/** Refusals of rows name their line in the file, where it has lines. */
function withLines(refusal: Refusal, lines: readonly number[]): Refusal {
  const { refusals } = refusal
  if (!Array.isArray(refusals)) return refusal
  return { ...refusal, refusals: refusals.map((one: Plain) => withLine(one, lines)) }
}

function withLine(refusal: Plain, lines: readonly number[]): Plain {
  if (
    typeof refusal !== 'object' ||
    refusal === null ||
    !('at' in refusal) ||
    typeof refusal.at !== 'number'
  ) {
    return refusal
  }
  const line = lines[refusal.at]
  return line === undefined ? refusal : { ...refusal, line }
}

type FigureRow = EndpointAnswer<typeof listFigures>['rows'][number]

function showFigures(page: EndpointAnswer<typeof listFigures>, say: Say, language: Language): string {
  return pageText(page, say, [
    { head: say('column.id'), cell: (row) => row.id },
    { head: say('column.unit'), cell: (row) => row.unit },
    { head: say('column.measure'), cell: (row) => row.measure },
    { head: say('column.period'), cell: (row) => row.period },
    { head: say('column.value'), align: 'right', cell: (row) => quantityOf(row, say, language) },
    { head: say('column.stage'), cell: (row) => say(`stage.${oneOf(figureStages, row.stage)}`) },
    { head: say('column.document'), cell: (row) => row.document ?? say('none') },
    { head: say('column.illustrative'), cell: (row) => (row.illustrative ? say('yes') : '') },
  ])
}

function quantityOf(
  { num, den, value, notApplicableReason }: FigureRow,
  say: Say,
  language: Language,
): string {
  if (notApplicableReason !== null) return say('verdict.notApplicable')
  if (num !== null && den !== null) return `${formatNumber(num, language)}/${formatNumber(den, language)}`
  return value === null ? say('verdict.unknown') : formatNumber(value, language)
}

const attested = ['met', 'basicallyMet', 'unmet', 'notApplicable'] as const

function showVerdicts(page: EndpointAnswer<typeof listVerdicts>, say: Say): string {
  return pageText(page, say, [
    { head: say('column.id'), cell: (row) => row.id },
    { head: say('column.unit'), cell: (row) => row.unit },
    { head: say('column.set'), cell: (row) => row.set },
    { head: say('column.part'), cell: (row) => row.code ?? say('label.whole') },
    { head: say('column.verdict'), cell: (row) => say(`verdict.${oneOf(attested, row.verdict)}`) },
    { head: say('column.asOf'), align: 'right', cell: (row) => formatDay(row.asOf) },
    { head: say('column.stage'), cell: (row) => say(`stage.${oneOf(claimStages, row.stage)}`) },
    { head: say('column.document'), cell: (row) => row.document ?? say('none') },
    { head: say('column.illustrative'), cell: (row) => (row.illustrative ? say('yes') : '') },
  ])
}

function showDecisions(page: EndpointAnswer<typeof listDecisions>, say: Say): string {
  return pageText(page, say, [
    { head: say('column.id'), cell: (row) => row.id },
    { head: say('column.unit'), cell: (row) => row.unit },
    { head: say('column.act'), cell: (row) => say(`act.${oneOf(decisionActs, row.act)}`) },
    { head: say('column.rank'), cell: (row) => say(`rank.${oneOf(ranks, row.rank)}`) },
    { head: say('column.day'), align: 'right', cell: (row) => formatDay(row.day) },
    { head: say('column.number'), cell: (row) => row.number ?? say('none') },
    { head: say('column.document'), cell: (row) => row.document ?? say('none') },
    { head: say('column.illustrative'), cell: (row) => (row.illustrative ? say('yes') : '') },
  ])
}

function showLevels(page: EndpointAnswer<typeof listLevels>, say: Say, language: Language): string {
  return pageText(page, say, [
    { head: say('column.id'), cell: (row) => row.id },
    { head: say('column.set'), cell: (row) => row.set },
    { head: say('column.part'), cell: (row) => row.key },
    { head: say('column.levelColumn'), cell: (row) => row.column },
    { head: say('column.year'), align: 'right', cell: (row) => (row.year === null ? '' : String(row.year)) },
    { head: say('column.level'), align: 'right', cell: (row) => formatNumber(row.scaled, language) },
    { head: say('column.day'), align: 'right', cell: (row) => formatDay(row.from) },
    { head: say('column.document'), cell: (row) => row.document },
    { head: say('column.article'), cell: (row) => row.article ?? '' },
  ])
}

function pageText<Row>(
  { rows, next }: { readonly rows: readonly Row[]; readonly next: string | null },
  say: Say,
  columns: Parameters<typeof table<Row>>[0],
): string {
  if (rows.length === 0) return say('say.nothing')
  return [table(columns, rows), ...(next === null ? [] : [say('say.more', { next })])].join('\n')
}

/** The word among those the program knows; lists answer with plain texts. */
function oneOf<Word extends string>(words: readonly Word[], given: string): Word {
  const word = words.find((one) => one === given)
  if (word === undefined) throw new Error(`a known word was expected: ${given}`)
  return word
}
