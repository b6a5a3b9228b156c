import { looksBeyondFigures } from '@ancu/core/criteria'
import { bases } from '@ancu/core/standing'
import { unitId, type UnitId, type UnitOnDay } from '@ancu/core/units'

import { maintain } from '../commands/maintain.ts'
import type { LedgerTable, Program, Reader, Row, Writer, Written } from '../commands/index.ts'
import type { Storage } from '../database/index.ts'
import { imageOfUnits, imagesOf } from '../figures/image.ts'
import { editionFor } from '../figures/province.ts'
import { loadPicture, loadPictureOf } from '../units/index.ts'
import { foldStandings, isFor, judgeAt, type Ground } from './fold.ts'
import {
  deleteStandingHead,
  deleteStandings,
  findStandingHead,
  saveStandingHead,
  saveStandings,
  type StandingHead,
} from './store.ts'

/** Tables whose rows move the standing of their own unit alone. */
const ofOneUnit: readonly LedgerTable[] = ['figure', 'verdict_claim']

/** Tables whose rows move the standing of no unit, unless the set looks at recognitions. */
const ofNone: readonly LedgerTable[] = ['document', 'decision', 'reconciliation']

/**
 * Keeps `standing` right within a command's own transaction. What moves many units at once (units, sets,
 * levels; anything at all under a set that looks beyond a unit's own figures) sets the whole projection back
 * instead; until it is rebuilt, answers are folded from the facts.
 */
export async function projectStanding(writer: Writer, written: Written, storage: Storage): Promise<void> {
  const head = await findStandingHead(writer)
  if (head === undefined) return
  const wide = [...written.keys()].some((table) => !ofOneUnit.includes(table) && !ofNone.includes(table))
  if (wide || head.day !== writer.today || head.seq !== writer.knownSeq) return deleteStandingHead(writer)
  const touched = unitsIn(written)
  const next: StandingHead = { day: writer.today, seq: writer.seq }
  if (touched.length > 0 || written.has('decision')) {
    const before = await imagesOf(storage).upTo(writer, writer.knownSeq)
    const edition = editionFor(before, undefined, next.day, next.seq)
    if (edition && looksBeyondFigures(edition.set)) return deleteStandingHead(writer)
    const picture = await loadPictureOf(writer, writer.knownSeq, touched)
    const units = touched.flatMap((id) => picture.unitOn(id, writer.today) ?? [])
    const image = await imageOfUnits(before, writer, writer.seq, touched)
    await writeStandings(writer, { image, picture }, units, next)
  }
  await saveStandingHead(writer, next)
}

/** Rebuilds `standing` where it is of another day or behind the ledger; says whether it had to. */
export async function refreshStanding(program: Program): Promise<boolean> {
  return maintain(program, async (reader) => {
    const head = await findStandingHead(reader)
    if (head?.day === reader.today && head.seq === reader.knownSeq) return false
    await deleteStandings(reader)
    const picture = await loadPicture(reader, reader.knownSeq)
    const image = await imagesOf(program.storage).upTo(reader, reader.knownSeq)
    const units = picture.unitIds.flatMap((id) => picture.unitOn(id, reader.today) ?? [])
    const next: StandingHead = { day: reader.today, seq: reader.knownSeq }
    await writeStandings(reader, { image, picture }, units, next)
    await saveStandingHead(reader, next)
    return true
  })
}

async function writeStandings(
  reader: Reader,
  ground: Ground,
  units: readonly UnitOnDay[],
  head: StandingHead,
): Promise<void> {
  const edition = editionFor(ground.image, undefined, head.day, head.seq)
  if (edition === undefined) return
  const judge = judgeAt(ground, edition, { on: head.day, knownSeq: head.seq })
  const judged = units.filter((unit) => isFor(edition, unit))
  for (const basis of bases) {
    const standings = foldStandings(judge, judged, basis)
    await saveStandings(reader, edition.set, basis, head, [...standings.values()])
  }
}

function unitsIn(written: Written): readonly UnitId[] {
  const rows: readonly Row[] = ofOneUnit.flatMap((table) => written.get(table) ?? [])
  return [...new Set(rows.map((row) => unitId.parse(row['unit_id'])))]
}
