import { factBundle, type FactBundle } from '@ancu/core/figures'
import { accepted, isoDate, refused, type IsoDate, type Plain, type Result } from '@ancu/core/kernel'
import type { Refusal } from '@ancu/core/text'
import type { WorldFile } from '@ancu/core/worlds'

import { localOperator, type Program, type Via } from '../commands/index.ts'
import type { Pack } from '../criteria/packs.ts'
import { gatherStatistics } from '../database/index.ts'
import { recordFacts, type SealedEdition } from '../figures/record.ts'
import { refusalOfIssues } from '../http/issues.ts'

/** How far a world is loaded, in entries. */
export type LoadProgress = { readonly done: number; readonly total: number }

/** A world to be loaded, and a name, of letters, digits and `-`, that tells it from others: its entries' command ids have it. */
export type LoadedWorld = Pick<WorldFile, 'entries'> & { readonly name: string; readonly via: Via }

/**
 * Loads a world into an empty ledger, entry by entry as it became known, each marked as replayed. Loading
 * that was interrupted goes on where it stopped: an entry that is there already answers as the first time.
 * Nothing is written when an entry is not of the form of facts; an entry whose facts are refused ends the
 * loading, is named, and leaves those before it.
 */
export async function loadWorld(
  program: Program,
  world: LoadedWorld,
  packs: readonly Pack[],
  onProgress: (progress: LoadProgress) => void = () => undefined,
): Promise<Result<{ readonly seq: number }, Refusal>> {
  const parsed = parseEntries(world, packs)
  if (!parsed.ok) return parsed
  let seq = 0
  for (const [index, { day, kind, reason, facts, editions }] of parsed.value.entries()) {
    const outcome = await recordFacts(
      program,
      localOperator,
      { commandId: entryId(world, index), kind, reason, via: world.via, replayedOn: day },
      facts,
      editions,
    )
    if (!outcome.ok) {
      const why: Plain = JSON.parse(JSON.stringify(outcome.refusal))
      return refused({
        code: 'worldEntryRefused',
        entry: index + 1,
        on: day,
        why,
      })
    }
    seq = outcome.value.seq
    onProgress({ done: index + 1, total: parsed.value.length })
  }
  await gatherStatistics(program.storage)
  return accepted({ seq })
}

function parseEntries(
  { entries }: LoadedWorld,
  packs: readonly Pack[],
): Result<readonly ParsedEntry[], Refusal> {
  const parsed: ParsedEntry[] = []
  for (const [index, entry] of entries.entries()) {
    const facts = factBundle.safeParse(entry.facts)
    const day = isoDate.safeParse(entry.day)
    if (!facts.success || !day.success) {
      const part = facts.success ? 'day' : 'facts'
      const refusal = refusalOfIssues(facts.error?.issues ?? day.error?.issues ?? [], entry[part])
      const { field } = refusal
      const inside = typeof field === 'string' && field !== 'body' ? `.${field}` : ''
      return refused({ ...refusal, field: `entries[${index}].${part}${inside}` })
    }
    const editions: SealedEdition[] = []
    for (const { set, edition } of facts.data.editions) {
      const sealed = findSealed(packs, set, edition)
      if (!sealed) return refused({ code: 'editionUnknown', set, edition, entry: index + 1 })
      editions.push(sealed)
    }
    parsed.push({ ...entry, day: day.data, facts: facts.data, editions })
  }
  return accepted(parsed)
}

type ParsedEntry = Omit<WorldFile['entries'][number], 'day' | 'facts'> & {
  readonly day: IsoDate
  readonly facts: FactBundle
  readonly editions: readonly SealedEdition[]
}

function findSealed(packs: readonly Pack[], set: string, edition: number): SealedEdition | undefined {
  const pack = packs.find((each) => each.edition.set.id === set && each.edition.set.edition === edition)
  return pack && { digest: pack.digest, content: pack.edition }
}

/** Command id of an entry of a world: it says which world, so that loading goes on with that one. */
export function entryId({ name }: Pick<LoadedWorld, 'name'>, index: number): string {
  return `world-${name}-${index + 1}`
}
