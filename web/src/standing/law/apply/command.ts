import { readDay } from '../../../ui/day-entry.ts'
import { sayDay } from '../../../ui/messages.ts'
import type { SetRow } from '../answers.ts'

/** The day from which the province applies a set, and its decision, as typed. */
export type ApplyDraft = {
  readonly from: string
  readonly number: string
  readonly name: string
  readonly day: string
  readonly issuer: string
}

export const emptyApply: ApplyDraft = { from: '', number: '', name: '', day: '', issuer: '' }

export type ApplyFault = {
  readonly field: 'from' | 'day'
  readonly code: 'missing' | 'day'
  readonly text: string
}

export type ApplyCommand = {
  readonly documents: readonly {
    readonly id: string
    readonly title: string
    readonly number?: string
    readonly day?: string
    readonly issuer?: string
  }[]
  readonly applications: readonly {
    readonly id: string
    readonly set: string
    readonly from: string
    readonly document?: string
  }[]
}

export type ApplyGiven = {
  readonly set: string
  /** Under which the application is written; its document is named after it. */
  readonly id: string
  /** Title of a decision of which none was typed. */
  readonly titleOf: string
}

export type ApplyChecked =
  | { readonly ok: true; readonly command: ApplyCommand }
  | { readonly ok: false; readonly faults: readonly ApplyFault[] }

/** The day as typed; undefined where it is none. */
export function typedDay(text: string): string | undefined {
  const read = readDay(text.trim(), '1945-09-02', '2100-12-31')
  return read.ok ? read.day : undefined
}

/** Reads what was typed. A decision is written where anything of it was. */
export function checkApply(draft: ApplyDraft, { set, id, titleOf }: ApplyGiven): ApplyChecked {
  const [number, name, issuer] = [draft.number.trim(), draft.name.trim(), draft.issuer.trim()]
  const from = typedDay(draft.from)
  const hasDay = draft.day.trim() !== ''
  const day = typedDay(draft.day)
  const faults: ApplyFault[] = []
  if (from === undefined) {
    const text = draft.from.trim()
    faults.push({ field: 'from', code: text === '' ? 'missing' : 'day', text })
  }
  if (hasDay && day === undefined) faults.push({ field: 'day', code: 'day', text: draft.day.trim() })
  if (from === undefined || faults.length > 0) return { ok: false, faults }
  const document = {
    id: `${id}-document`,
    title: name === '' ? titleOf : name,
    ...(number === '' ? {} : { number }),
    ...(day === undefined ? {} : { day }),
    ...(issuer === '' ? {} : { issuer }),
  }
  if (number === '' && name === '' && issuer === '' && !hasDay)
    return { ok: true, command: { documents: [], applications: [{ id, set, from }] } }
  return {
    ok: true,
    command: { documents: [document], applications: [{ id, set, from, document: document.id }] },
  }
}

/** What stands in the ledger around a day from which a set is to be applied. */
export type Neighbours = {
  /** Short name of the set that judges on the day so far. */
  readonly before: string | undefined
  /** The set on record from that very day, which would go on judging. */
  readonly sameDay: string | undefined
  /** The next set on record after the day. */
  readonly next: { readonly name: string; readonly day: string } | undefined
}

type Around = Pick<SetRow, 'set' | 'judges'> & {
  readonly name: Pick<SetRow['name'], 'short'>
  readonly applied: { readonly from: string } | null
}

/** The sets are those asked for on the day itself. */
export function neighboursOf(
  set: string,
  day: string,
  { sets }: { readonly sets: readonly Around[] },
): Neighbours {
  const others = sets.filter((one) => one.set !== set)
  const next = others
    .flatMap(({ name, applied }) => (applied !== null && applied.from > day ? [{ name, applied }] : []))
    .toSorted((one, other) => (one.applied.from < other.applied.from ? -1 : 1))[0]
  return {
    before: others.find(({ judges }) => judges)?.name.short,
    sameDay: others.find(({ applied }) => applied?.from === day)?.name.short,
    next: next && { name: next.name.short, day: sayDay(next.applied.from) },
  }
}
