import { listVerdicts, withdrawVerdicts } from '@ancu/core/figures'
import { accepted, refused, type EndpointAnswer, type Result } from '@ancu/core/kernel'
import type { Refusal } from '@ancu/core/text'

import { askFor, type Command, type Context, type Sent, type Told } from './command.ts'
import { idOf } from './ids.ts'

type Row = EndpointAnswer<typeof listVerdicts>['rows'][number]

export const withdrawCommands: readonly Command[] = [
  {
    words: ['verdicts', 'withdraw'],
    summary: 'summary.verdicts.withdraw',
    operands: [],
    more: 'id',
    options: { entry: 'number', reason: 'text' },
    needs: 'store',
    example: '--entry 12',
    help: (say) => say('note.withdraw'),
    run: withdrawn,
  },
]

async function withdrawn(context: Context): Promise<Result<Told, Refusal>> {
  const { operands, values, json, say } = context
  const named = values.entry === undefined ? accepted(operands) : await ofEntry(context)
  if (!named.ok) return named
  const claims = [...new Set(named.value)]
  if (claims.length === 0) {
    return values.entry === undefined
      ? refused({ code: 'inputWrong', field: say('value.id'), problem: 'missing' })
      : accepted({ text: json ? JSON.stringify({ rows: 0 }) : say('say.nothingToWithdraw') })
  }
  const { reason } = values
  const outcome = await askFor(context, withdrawVerdicts, {
    commandId: idOf('withdraw', [claims, reason]),
    reason,
    claims: claims.map((claim) => ({ id: idOf('withdraw', [claims, reason, claim]), claim })),
  })
  if (!outcome.ok) return outcome
  const { answer, text } = outcome.value
  const { seq, rows, repeated } = answer
  return accepted({ text: json ? text : say(repeated ? 'say.repeated' : 'say.written', { seq, rows }) })
}

/** The conclusions that an entry of the ledger recorded and that still stand. */
async function ofEntry(context: Context): Promise<Result<readonly string[], Refusal>> {
  const { operands, values, say } = context
  const entry = typeof values.entry === 'string' && /^\d{1,9}$/.test(values.entry) ? Number(values.entry) : 0
  const wrong = (problem: string, more: object = {}): Refusal => ({
    code: 'inputWrong',
    field: 'entry',
    problem,
    ...more,
  })
  if (entry === 0) return refused(wrong('wrongType', { expected: 'int' }))
  if (operands.length > 0) return refused(wrong('notWith', { other: say('value.id') }))
  const all = await allVerdicts(context)
  if (!all.ok) return all
  const recorded = all.value.filter(({ seq, withdrawn: takesBack }) => seq === entry && !takesBack)
  if (recorded.length === 0) return refused(wrong('noConclusions', { seq: entry }))
  const replaced = new Set(all.value.map(({ replaces }) => replaces))
  return accepted(recorded.map(({ id }) => id).filter((id) => !replaced.has(id)))
}

/** Rows that one question brings at most. */
const mostRows = '10000'

/** Every conclusion as known when the first page was asked for. */
async function allVerdicts(context: Context): Promise<Result<readonly Row[], Refusal>> {
  let asked: Sent = { limit: mostRows }
  const rows: Row[] = []
  for (;;) {
    const page = await askFor(context, listVerdicts, asked)
    if (!page.ok) return page
    const { next, knownSeq, rows: more } = page.value.answer
    rows.push(...more)
    if (next === null) return accepted(rows)
    asked = { ...asked, after: next, knownSeq }
  }
}
