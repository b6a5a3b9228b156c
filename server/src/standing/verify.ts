import { canonicalJson } from '@ancu/core/kernel'
import { bases, packVerdicts, type Basis, type UnitStanding } from '@ancu/core/standing'
import type { UnitId } from '@ancu/core/units'

import { localOperator, read, type Program } from '../commands/index.ts'
import { imagesOf } from '../figures/image.ts'
import { editionFor } from '../figures/province.ts'
import { loadPicture } from '../units/index.ts'
import { foldStandings, isFor, judgeAt } from './fold.ts'
import { findStandingHead, findStandings } from './store.ts'

/** A kept standing that the facts do not bear out. */
export type StandingFinding = {
  readonly unit: UnitId
  readonly basis: Basis
  readonly why: 'missing' | 'differs' | 'extra'
}

/** Folds today's standing of every unit from the facts and compares; undefined where none is kept for today. */
export async function verifyStanding(program: Program): Promise<readonly StandingFinding[] | undefined> {
  return read(program, localOperator, async (reader) => {
    const head = await findStandingHead(reader)
    if (head === undefined || head.day !== reader.today || head.seq !== reader.knownSeq) return undefined
    const image = await imagesOf(program.storage).upTo(reader, reader.knownSeq)
    const edition = editionFor(image, undefined, head.day, head.seq)
    if (edition === undefined) return undefined
    const picture = await loadPicture(reader, reader.knownSeq)
    const units = picture.unitIds
      .flatMap((id) => picture.unitOn(id, head.day) ?? [])
      .filter((unit) => isFor(edition, unit))
    const judge = judgeAt({ image, picture }, edition, { on: head.day, knownSeq: head.seq })
    const findings: StandingFinding[] = []
    for (const basis of bases) {
      const folded = foldStandings(judge, units, basis)
      const kept = await findStandings(reader, edition.set, basis)
      for (const [unit, standing] of folded) {
        const found = kept.get(unit)
        if (found === undefined) findings.push({ unit, basis, why: 'missing' })
        else if (!isSame(found, standing)) findings.push({ unit, basis, why: 'differs' })
      }
      for (const unit of kept.keys()) if (!folded.has(unit)) findings.push({ unit, basis, why: 'extra' })
    }
    return findings
  })
}

function isSame(one: UnitStanding, other: UnitStanding): boolean {
  return (
    one.whole === other.whole &&
    one.least === other.least &&
    one.most === other.most &&
    canonicalJson(one.counts) === canonicalJson(other.counts) &&
    Buffer.compare(
      packVerdicts(one.criteria, one.indicators, one.prerequisites),
      packVerdicts(other.criteria, other.indicators, other.prerequisites),
    ) === 0
  )
}
