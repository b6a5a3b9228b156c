import { recognitionsInForce, type KnownDecision, type Rank } from '@ancu/core/decisions'
import { communeTotals, type CommuneTotals, type UnitStanding } from '@ancu/core/standing'
import type { UnitId, UnitOnDay } from '@ancu/core/units'

import { editionFor } from '../figures/province.ts'
import { concerns, foldStandings, judgeAt } from './fold.ts'
import type { Area, Question } from './moment.ts'
import { findStandingHead, findStandings } from './store.ts'

export type RanksInForce = ReadonlyMap<Rank, KnownDecision>

/** Communes of an area with what they are judged to be and which recognitions they hold. */
export type Judged = {
  readonly communes: readonly UnitOnDay[]
  readonly standings: ReadonlyMap<UnitId, UnitStanding>
  readonly ranks: ReadonlyMap<UnitId, RanksInForce>
  readonly totals: CommuneTotals
}

export type VillageTotals = {
  readonly total: number
  readonly ethnicMinority: number
  readonly recognised: number
  readonly recognisedEthnicMinority: number
  readonly model: number
  readonly pilots: number
  readonly recognisedPilots: number
}

/** Judges the communes of an area that take part in the programme, and counts them. */
export async function judgeArea(question: Question, area: Area): Promise<Judged> {
  const written = await standingsToday(question)
  return judgeCommunes(question, area, written)
}

/** As `judgeArea`, for any day: folded from the facts unless they are at hand. */
export function judgeCommunes(
  question: Question,
  area: Area,
  written?: ReadonlyMap<UnitId, UnitStanding>,
): Judged {
  const { edition, moment, basis } = question
  const communes = area.communes.filter((unit) => concerns(edition, unit))
  const standings = edition
    ? ((written && standingsAmong(written, communes)) ??
      foldStandings(judgeAt(question, edition, moment), communes, basis))
    : new Map<UnitId, UnitStanding>()
  const ranks = new Map(communes.map((unit) => [unit.id, ranksOf(question, unit.id)]))
  const counted = communes.map((unit) => ({
    standing: standings.get(unit.id),
    ranks: new Set(ranks.get(unit.id)?.keys()),
  }))
  return { communes, standings, ranks, totals: communeTotals(counted, edition?.set.bands ?? []) }
}

/** What is kept of the whole province, cut to the communes asked for; undefined where one of them is not kept. */
function standingsAmong(
  written: ReadonlyMap<UnitId, UnitStanding>,
  communes: readonly UnitOnDay[],
): ReadonlyMap<UnitId, UnitStanding> | undefined {
  const standings = new Map<UnitId, UnitStanding>()
  for (const { id } of communes) {
    const standing = written.get(id)
    if (standing === undefined) return undefined
    standings.set(id, standing)
  }
  return standings
}

/** Today's standing as it is kept, where it is of today, of all knowledge, and of the set applied. */
async function standingsToday(question: Question): Promise<ReadonlyMap<UnitId, UnitStanding> | undefined> {
  const { reader, moment, edition, image, basis } = question
  if (edition === undefined || moment.on !== reader.today || moment.knownSeq !== reader.knownSeq)
    return undefined
  if (editionFor(image, undefined, moment.on, moment.knownSeq) !== edition) return undefined
  // Points are not kept: verdicts alone do not give them back.
  if (edition.set.passRule.kind === 'points') return undefined
  const head = await findStandingHead(reader)
  if (head?.day !== moment.on || head.seq !== moment.knownSeq) return undefined
  return findStandings(reader, edition.set, basis)
}

export function ranksOf(question: Question, unit: UnitId): RanksInForce {
  const { image, moment } = question
  return recognitionsInForce(image.decisions.get(unit) ?? [], moment.on, moment.knownSeq)
}

export function villageTotals(question: Question, villages: readonly UnitOnDay[]): VillageTotals {
  const rows = villages.map((unit) => {
    const ranks = ranksOf(question, unit.id)
    const groups = new Set(unit.groups.map((each) => each.group))
    return {
      ethnicMinority: groups.has('ethnic-minority'),
      pilot: groups.has('village-pilot'),
      recognised: ranks.has('villageNtm'),
      model: ranks.has('villageModel'),
    }
  })
  const count = (holds: (row: (typeof rows)[number]) => boolean): number => rows.filter(holds).length
  return {
    total: rows.length,
    ethnicMinority: count((row) => row.ethnicMinority),
    recognised: count((row) => row.recognised),
    recognisedEthnicMinority: count((row) => row.recognised && row.ethnicMinority),
    model: count((row) => row.model),
    pilots: count((row) => row.pilot),
    recognisedPilots: count((row) => row.recognised && row.pilot),
  }
}
