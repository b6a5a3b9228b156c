import {
  checkDraft,
  draftMessages,
  laidAsideBy,
  personKey,
  type DraftWork,
  type publishDraft,
  type RawFile,
  whenIn,
} from '@ancu/core/criteria'
import { accepted, refused, type EndpointAnswer, type EndpointInput, type Result } from '@ancu/core/kernel'
import type { Refusal } from '@ancu/core/text'

import { command, read, type Program, type Reader } from '../commands/index.ts'
import { decideEdition } from '../criteria/index.ts'
import type { Caller } from '../http/route.ts'
import { confirmedIn } from './drafted.ts'
import { findDraft, markPublished } from './store.ts'

/** Publishes a draft that a second person has held against its source, row by row. */
export async function publish(
  program: Program,
  caller: Caller,
  { draft: id, commandId, seen, by }: EndpointInput<typeof publishDraft>,
  shared: RawFile,
): Promise<Result<EndpointAnswer<typeof publishDraft>, Refusal>> {
  const asked = await read(program, caller, (reader) => findDraft(reader, id))
  if (!asked) return refused({ code: 'draftUnknown', draft: id })
  const { drafter } = asked.work
  const people = { drafter, checkers: checkersOf(asked.work, by) }
  const reason = draftMessages('vi').say('reason', {
    file: asked.fileName === '' ? draftMessages('vi').say('pasted') : asked.fileName,
    drafter,
    checkers: people.checkers.join(', '),
  })
  const payload = { draft: id, seen, by }
  const request = { commandId, kind: 'packs.draft', via: caller.via, reason: reason.slice(0, 500), payload }
  const outcome = await command<PublishedDraft, Refusal>(program, caller, request, async (reader) => {
    const ready = await readyToPublish(reader, id, { seen, by }, shared)
    if (!ready.ok) return ready
    const decided = await decideEdition(reader, ready.value)
    if (!decided.ok) return decided
    const decision = decided.value
    const { value } = decision
    return accepted({
      value: { ...value, ...people },
      write: async (writer) => {
        await decision.write(writer)
        await markPublished(writer, id, { set: value.set, edition: value.edition, seq: writer.seq })
      },
    })
  })
  if (!outcome.ok) return outcome
  const { seq, repeated, value } = outcome.value
  return accepted({ seq, repeated, set: value.set, edition: value.edition, digest: value.digest })
}

/** Who wrote it and who checked it stay in the outcome of the entry. */
type PublishedDraft = {
  readonly set: string
  readonly edition: number
  readonly digest: string
  readonly drafter: string
  readonly checkers: readonly string[]
}

async function readyToPublish(
  reader: Reader,
  id: string,
  { seen, by }: { readonly seen: number; readonly by: string },
  shared: RawFile,
) {
  const draft = await findDraft(reader, id)
  if (!draft) return refused<Refusal>({ code: 'draftUnknown', draft: id })
  if (draft.published) return refused<Refusal>({ code: 'draftPublished', ...draft.published })
  const { work } = draft
  const laidAside = laidAsideBy(work)
  if (laidAside) return refused<Refusal>(laidAside)
  if (authorsOfTheRest(work).some((name) => personKey(name) === personKey(by))) {
    return refused<Refusal>({ code: 'draftOwnWork', row: work.draft.head.name, by })
  }
  if (draft.version !== seen) {
    return refused<Refusal>({
      code: 'draftOvertaken',
      row: work.draft.head.name,
      by: draft.changedBy,
      ...whenIn(draft.changedAt),
    })
  }
  const { edition, issues } = checkDraft(work.draft, confirmedIn(work), shared)
  const unconfirmed = work.draft.indicators.filter(({ key }) => work.confirmed[key] === undefined).length
  const doubts = work.draft.doubts.length
  if (!edition || unconfirmed > 0 || doubts > 0) {
    return refused<Refusal>({ code: 'draftUnfinished', unconfirmed, doubts, issues: issues.length })
  }
  return accepted(edition)
}

/**
 * Who wrote what nobody confirms row by row, last: the head, the columns, groups and measures. Publishing is what says
 * that these are as the source has them.
 */
function authorsOfTheRest({ drafter, touched }: DraftWork): readonly string[] {
  const rest = Object.entries(touched).filter(([row]) => !/^(?:indicator|criterion):/.test(row))
  return [drafter, ...rest.map(([, { by }]) => by)]
}

/** Everybody who confirmed a row, and who publishes; each once. */
function checkersOf({ confirmed }: DraftWork, by: string): readonly string[] {
  const names = new Map(
    [...Object.values(confirmed).map((one) => one.by), by].map((name) => [personKey(name), name]),
  )
  return [...names.values()].toSorted()
}
