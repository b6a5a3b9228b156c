import { accepted, addDays, parseDay, refused, type Result } from '../../kernel/index.ts'
import type { Refusal } from '../../text/index.ts'
import type { DraftChange } from './changes.ts'
import type { Draft } from './draft.ts'
import { edited, type Edit } from './edit.ts'
import { personKey, type DraftWork } from './work.ts'

export type ChangeAsked = {
  /** Version of the draft that the person had before them. */
  readonly seen: number
  /** The version that this change makes. */
  readonly version: number
  /** Name of who changes it. */
  readonly by: string
  /** Instant in UTC. */
  readonly at: string
  readonly changes: readonly DraftChange[]
}

/**
 * Changes a draft, all of it or nothing. Refused where another has changed a row since it was seen, where a row is
 * gone, where somebody would confirm what is in doubt or their own work, and where the draft has been laid aside.
 */
export function changeDraft(work: DraftWork, asked: ChangeAsked): Result<DraftWork, Refusal> {
  let current = work
  for (const change of asked.changes) {
    const next = changed(current, change, asked)
    if (!next.ok) return next
    current = next.value
  }
  return accepted(current)
}

function changed(work: DraftWork, change: DraftChange, asked: ChangeAsked): Result<DraftWork, Refusal> {
  const laidAside = laidAsideBy(work)
  if (laidAside && change.kind !== 'restore') return refused(laidAside)
  switch (change.kind) {
    case 'discard': {
      const { version, by, at } = asked
      return accepted({ ...work, discarded: { version, by, at } })
    }
    case 'restore': {
      const { discarded: _laidAside, ...rest } = work
      return accepted(rest)
    }
    case 'settle': {
      const settled = new Set(change.doubts)
      const doubts = work.draft.doubts.filter(({ id }) => !settled.has(id))
      return accepted({ ...work, draft: { ...work.draft, doubts } })
    }
    case 'confirm':
      return confirmed(work, change.indicators, asked)
    case 'unconfirm':
      return accepted({ ...work, confirmed: without(work.confirmed, change.indicators) })
    default: {
      const edit = edited(work.draft, change)
      return edit === undefined
        ? refused({ code: 'draftRowUnknown', row: rowOf(change) })
        : kept(work, edit, asked)
    }
  }
}

/** Why a draft that was laid aside is neither changed nor published; undefined while it is worked on. */
export function laidAsideBy({ discarded }: DraftWork): Refusal | undefined {
  return discarded && { code: 'draftDiscarded', by: discarded.by, ...whenIn(discarded.at) }
}

/** A second person says that rows are as the source has them. */
function confirmed(
  work: DraftWork,
  indicators: readonly string[],
  asked: ChangeAsked,
): Result<DraftWork, Refusal> {
  const marks = { ...work.confirmed }
  for (const key of indicators) {
    const indicator = work.draft.indicators.find((one) => one.key === key)
    if (!indicator) return refused({ code: 'draftRowUnknown', row: key })
    const overtaken = overtakenBy(work, `indicator:${key}`, asked)
    if (overtaken) return refused(overtaken)
    const targets = [`indicator:${key}`, `criterion:${indicator.criterion}`]
    if (work.draft.doubts.some(({ target }) => targets.includes(target))) {
      return refused({ code: 'draftRowDoubted', row: indicator.code })
    }
    const authors = targets.map((target) => work.touched[target]?.by ?? work.drafter)
    if (authors.some((author) => personKey(author) === personKey(asked.by))) {
      return refused({ code: 'draftOwnWork', row: indicator.code, by: asked.by })
    }
    marks[key] = { version: asked.version, by: asked.by, at: asked.at }
  }
  return accepted({ ...work, confirmed: marks })
}

/** Keeps an edit: who did it, which doubts it settles, which rows have to be confirmed anew. */
function kept(work: DraftWork, edit: Edit, asked: ChangeAsked): Result<DraftWork, Refusal> {
  if (JSON.stringify(edit.draft) === JSON.stringify(work.draft)) return accepted(work)
  const overtaken = overtakenBy(work, edit.target, asked)
  if (overtaken) return refused(overtaken)
  const doubts = edit.draft.doubts.filter((doubt) => !edit.settles(doubt))
  return accepted({
    ...work,
    draft: { ...edit.draft, doubts },
    touched: { ...work.touched, [edit.target]: { version: asked.version, by: asked.by, at: asked.at } },
    confirmed: without(work.confirmed, edit.unconfirms),
  })
}

function overtakenBy(work: DraftWork, target: string, { seen, version }: ChangeAsked): Refusal | undefined {
  const touch = work.touched[target]
  if (!touch || touch.version <= seen || touch.version === version) return undefined
  return { code: 'draftOvertaken', row: nameOf(work.draft, target), by: touch.by, ...whenIn(touch.at) }
}

/** A row as people call it. */
function nameOf(draft: Draft, target: string): string {
  const [kind, key] = target.split(':')
  if (kind === 'indicator') return draft.indicators.find((one) => one.key === key)?.code ?? target
  if (kind === 'criterion') return draft.criteria.find((one) => one.key === key)?.code ?? target
  return draft.head.name === '' ? target : draft.head.name
}

function rowOf(change: DraftChange): string {
  return 'key' in change
    ? change.key
    : 'id' in change
      ? change.id
      : 'criterion' in change
        ? change.criterion
        : ''
}

function without<Value>(
  record: Readonly<Record<string, Value>>,
  keys: readonly string[],
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)))
}

/** Day and hour in Viet Nam of an instant: seven hours before the whole world's. */
export function whenIn(at: string): { readonly day: string; readonly time: string } {
  const [, day = at, hours = '0', minutes = '00'] = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)/.exec(at) ?? []
  const hour = Number(hours) + 7
  const parsed = parseDay(day)
  const local = parsed === undefined || hour < 24 ? day : addDays(parsed, 1)
  return { day: local, time: `${String(hour % 24).padStart(2, '0')}:${minutes}` }
}
