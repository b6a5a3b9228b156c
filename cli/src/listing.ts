import { z } from 'zod'

import { accepted, type Endpoint, type Result } from '@ancu/core/kernel'
import { decimalText, type Refusal } from '@ancu/core/text'

import { askFor, query, type Command, type Context, type Sent, type Told } from './command.ts'
import { writeCsv } from './csv.ts'
import { replacedFirst } from './facts-file.ts'
import type { FactsShape } from './facts-table.ts'

type Described<E extends Endpoint> = Omit<Parameters<typeof query<E>>[0], 'operands'> & {
  /** What `add` takes: a CSV of the list has its columns. */
  readonly shape: FactsShape
}

/** Rows that one question brings at most. */
const mostRows = 10_000

/** A list: a table for people, the API's JSON, or with `--csv` all of it as a file that `add` takes again. */
export function listing<E extends Endpoint>({ shape, ...described }: Described<E>): Command {
  const command = query({
    ...described,
    operands: [],
    options: { ...described.options, csv: 'flag' },
  })
  return {
    ...command,
    run: (context) =>
      context.values.csv === true ? csvOfAll(context, described, shape) : command.run(context),
  }
}

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()])

const page = z.object({
  knownSeq: z.int(),
  rows: z.array(z.looseObject({ id: z.string(), seq: z.int() }).catchall(cell)),
  next: z.string().nullable(),
  measures: z.record(z.string(), z.object({ decimals: z.int() })).default({}),
})

type Page = z.output<typeof page>

/** Every page as known when the first was asked for, unless a limit was given. */
async function csvOfAll<E extends Endpoint>(
  context: Context,
  { endpoint, send }: Pick<Described<E>, 'endpoint' | 'send'>,
  shape: FactsShape,
): Promise<Result<Told, Refusal>> {
  const { limit } = context.values
  let asked: Sent = { ...send(context), limit: limit ?? String(mostRows) }
  const rows: Page['rows'] = []
  const measures = new Map<string, { readonly decimals: number }>()
  for (;;) {
    const outcome = await askFor(context, endpoint, asked)
    if (!outcome.ok) return outcome
    const read = page.parse(outcome.value.answer)
    rows.push(...read.rows)
    for (const [id, measure] of Object.entries(read.measures)) measures.set(id, measure)
    if (read.next === null || limit !== undefined) break
    asked = { ...asked, after: read.next, knownSeq: read.knownSeq }
  }
  const header = Object.keys(shape.row.shape).filter((name) => name !== 'scaled')
  const lines = replacedFirst(rows).map((row) => header.map((name) => textOf(row, name, measures)))
  return accepted({ text: writeCsv(header, lines).trimEnd() })
}

function textOf(
  row: Page['rows'][number],
  name: string,
  measures: ReadonlyMap<string, { readonly decimals: number }>,
): string {
  const { [name]: given, scaled, measure } = row
  if (name === 'value' && typeof scaled === 'number') {
    return decimalText(scaled, measures.get(String(measure))?.decimals ?? 0)
  }
  return given === null || given === undefined ? '' : String(given)
}
