import { bases } from '@ancu/core/standing'
import { unitId, type UnitId, type UnitOnDay } from '@ancu/core/units'

import { maintain } from '../commands/maintain.ts'
import type { LedgerTable, Program, Reader, Row, Writer, Written } from '../commands/index.ts'
import { imageOfUnits, imagesOf, type ProvinceImage } from '../figures/image.ts'
import { editionFor } from '../figures/province.ts'
import { loadPicture } from '../units/index.ts'
import { foldStandings, isFor, judgeAt } from './fold.ts'
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

/** Tables whose rows move no standing. */
const ofNone: readonly LedgerTable[] = ['document', 'decision']

/**
 * Keeps `standing` right within a command's own transaction. What moves many units at once (units, sets,
 * levels) sets the whole projection back instead; until it is rebuilt, answers are folded from the facts.
 */
export async function projectStanding(writer: Writer, written: Written): Promise<void> {
  const head = await findStandingHead(writer)
  if (head === undefined) return
  const wide = [...written.keys()].some((table) => !ofOneUnit.includes(table) && !ofNone.includes(table))
  if (wide || head.day !== writer.today || head.seq !== writer.knownSeq) return deleteStandingHead(writer)
  const touched = unitsIn(written)
  const next: StandingHead = { day: writer.today, seq: writer.seq }
  if (touched.length > 0) {
    const picture = await loadPicture(writer, writer.knownSeq)
    const units = touched.flatMap((id) => picture.unitOn(id, writer.today) ?? [])
    await writeStandings(writer, await imageOfUnits(writer, writer.seq, touched), units, next)
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
    await writeStandings(reader, image, units, next)
    await saveStandingHead(reader, next)
    return true
  })
}

async function writeStandings(
  reader: Reader,
  image: ProvinceImage,
  units: readonly UnitOnDay[],
  head: StandingHead,
): Promise<void> {
  const edition = editionFor(image, undefined, head.day, head.seq)
  if (edition === undefined) return
  const judge = judgeAt(image, edition, { on: head.day, knownSeq: head.seq })
  const judged = units.filter((unit) => isFor(edition, unit))
  for (const basis of bases) {
    const standings = foldStandings(image, judge, judged, basis)
    await saveStandings(reader, edition.set, basis, head, [...standings.values()])
  }
}

function unitsIn(written: Written): readonly UnitId[] {
  const rows: readonly Row[] = ofOneUnit.flatMap((table) => written.get(table) ?? [])
  return [...new Set(rows.map((row) => unitId.parse(row['unit_id'])))]
}
