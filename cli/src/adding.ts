import type { addFigures } from '@ancu/core/figures'
import { accepted, refused, type Endpoint, type Plain, type Result } from '@ancu/core/kernel'
import type { Refusal } from '@ancu/core/text'
import { listUnits } from '@ancu/core/units'

import { askFor, type Command, type Context, type Say, type Told } from './command.ts'
import { readFacts } from './facts-file.ts'
import { columnsOf, type FactsShape, type FindUnit } from './facts-table.ts'

type Adding = Pick<Command, 'words' | 'summary'> & {
  readonly endpoint: Endpoint & { readonly answer: typeof addFigures.answer }
  readonly shape: FactsShape
  /** What else help says of the file. */
  readonly note?: 'note.figureValue' | 'note.levelValue'
}

/** A command that writes the rows of a file, all of them or none. */
export function add({ words, summary, endpoint, shape, note }: Adding): Command {
  return {
    words,
    summary,
    operands: ['file'],
    options: { reason: 'text', command: 'id' },
    needs: 'store',
    example: `${shape.section}.csv`,
    help: (say) => helpOf(shape, note, say),
    run: (context) => addFile(context, endpoint, shape),
  }
}

function helpOf(shape: FactsShape, note: Adding['note'], say: Say): string {
  return [
    say('note.factsFile'),
    ...(note === undefined ? [] : [say(note)]),
    `${say('note.columns')}: ${columnsOf(shape).join(', ')}`,
  ].join('\n')
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
  const first = 'first' in refusal ? lines[Number(refusal.first) - 1] : undefined
  return line === undefined
    ? refusal
    : { ...refusal, line, ...(first === undefined ? {} : { first: String(first) }) }
}
