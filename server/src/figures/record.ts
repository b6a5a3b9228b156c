import type { Edition } from '@ancu/core/criteria'
import { checkFacts, type FactBundle, type FactRefusal } from '@ancu/core/figures'
import { accepted, refused, type IsoDate, type Plain } from '@ancu/core/kernel'
import type { Refusal } from '@ancu/core/text'
import { checkUnitFacts, withUnitNames, type UnitId, type NamedUnitRefusal } from '@ancu/core/units'

import {
  command,
  type CommandOutcome,
  type Officer,
  type Program,
  type Reader,
  type Via,
  type Writer,
} from '../commands/index.ts'
import { insertApplications, insertEditions, insertLevels } from '../criteria/store.ts'
import { insertDecisions, insertDocuments } from '../decisions/store.ts'
import { insertUnitFacts, loadPictureFor } from '../units/index.ts'
import { imagesOf } from './image.ts'
import { knownProvince } from './province.ts'
import { insertReconciliations } from './reconciliation-store.ts'
import { insertClaims } from './claim-store.ts'
import { insertFigures } from './store.ts'

export type RecordRequest = {
  readonly commandId: string
  readonly kind: string
  readonly reason?: string | undefined
  readonly via: Via
  readonly replayedOn?: IsoDate | undefined
}

/** An edition ready to be published: the content a verdict will name, sealed by its digest. */
export type SealedEdition = { readonly digest: string; readonly content: Edition }

export type RecordRefusal =
  | { readonly code: 'factsRefused'; readonly refusals: readonly FactRefusal[] }
  | { readonly code: 'unitFactsRefused'; readonly refusals: readonly NamedUnitRefusal[] }

/** What was written: how many rows of facts the entry holds. */
export type Recorded = { readonly rows: number }

/**
 * What a use case asks of its facts beyond what holds for any. It runs after every other check, on all that was known
 * before the entry, and once more under the lock where another entry came between; what it refuses is not written.
 */
export type FurtherCheck = (reader: Reader) => Promise<Refusal | undefined>

/**
 * The one way to write: form, file, interface and world all end here. Either every fact of the bundle is
 * written as one entry of the ledger, with all that follows from it, or nothing is.
 */
export async function recordFacts(
  program: Program,
  officer: Officer,
  request: RecordRequest,
  facts: FactBundle,
  editions: readonly SealedEdition[] = [],
  further: FurtherCheck = () => Promise.resolve(undefined),
): Promise<CommandOutcome<Recorded, RecordRefusal | Refusal>> {
  const { commandId, kind, via, reason, replayedOn } = request
  return command(
    program,
    officer,
    {
      commandId,
      kind,
      via,
      ...(reason === undefined ? {} : { reason }),
      ...(replayedOn === undefined ? {} : { replayedOn }),
      payload: { facts: plain(facts), editions: editions.map((edition) => edition.digest) },
    },
    async (reader) => {
      const refusal = (await refusalOf(reader, program, facts, editions)) ?? (await further(reader))
      if (refusal) return refused(refusal)
      return accepted({ value: { rows: rowsIn(facts) }, write: (writer) => write(writer, facts, editions) })
    },
  )
}

async function refusalOf(
  reader: Reader,
  program: Program,
  facts: FactBundle,
  editions: readonly SealedEdition[],
): Promise<RecordRefusal | undefined> {
  const picture = await loadPictureFor(reader, { about: unitsIn(facts), units: facts.units })
  if (facts.units) {
    const refusals = checkUnitFacts(picture, facts.units)
    if (refusals.length > 0) {
      return { code: 'unitFactsRefused', refusals: withUnitNames(refusals, picture, facts.units) }
    }
  }
  const image = await imagesOf(program.storage).upTo(reader, reader.knownSeq)
  const published = editions.map(({ content }) => content)
  const province = await knownProvince(reader, image, picture, facts, published)
  const refusals = checkFacts(facts, province)
  return refusals.length > 0 ? { code: 'factsRefused', refusals } : undefined
}

async function write(writer: Writer, facts: FactBundle, editions: readonly SealedEdition[]): Promise<void> {
  await insertDocuments(writer, facts.documents)
  if (facts.units) await insertUnitFacts(writer, facts.units)
  await insertEditions(
    writer,
    editions.map(({ digest, content }) => ({
      set: content.set.id,
      no: content.set.edition,
      digest,
      content,
    })),
  )
  await insertApplications(writer, facts.setApplications)
  await insertLevels(writer, facts.levels)
  await insertFigures(writer, facts.figures)
  await insertClaims(writer, facts.verdicts)
  await insertDecisions(writer, facts.decisions)
  await insertReconciliations(writer, facts.reconciliations)
}

/** The units that figures, verdicts, decisions and notes are about. */
function unitsIn({ figures, verdicts, decisions, reconciliations }: FactBundle): readonly UnitId[] {
  return [...figures, ...verdicts, ...decisions, ...reconciliations].map(({ unit }) => unit)
}

function rowsIn(facts: FactBundle): number {
  const ofUnits = Object.values(facts.units ?? {}).reduce((sum, rows) => sum + rows.length, 0)
  return (
    ofUnits +
    facts.editions.length +
    facts.documents.length +
    facts.setApplications.length +
    facts.levels.length +
    facts.figures.length +
    facts.verdicts.length +
    facts.decisions.length +
    facts.reconciliations.length
  )
}

/** The bundle as JSON has it: members that are undefined are absent. */
function plain(facts: FactBundle): Plain {
  const parsed: Plain = JSON.parse(JSON.stringify(facts))
  return parsed
}
