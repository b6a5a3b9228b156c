import type { Rank } from '../criteria/index.ts'
import type { IsoDate } from '../kernel/index.ts'
import type { DecisionFact } from './decision.ts'

export type KnownDecision = DecisionFact & { readonly seq: number }

/**
 * The recognitions of one unit in force on a day, as known at a ledger number: recognised, and not revoked.
 * Only a decision revokes; a unit that no longer meets the criteria stays recognised
 * (QĐ 18/2022/QĐ-TTg, điều 4).
 */
export function recognitionsInForce(
  decisions: readonly KnownDecision[],
  on: IsoDate,
  knownSeq: number,
): ReadonlyMap<Rank, KnownDecision> {
  const known = decisions.filter((decision) => decision.seq <= knownSeq)
  const corrected = new Set(known.flatMap((decision) => decision.replaces ?? []))
  const standing = known.filter((decision) => !corrected.has(decision.id) && decision.day <= on)
  const inForce = new Map<Rank, KnownDecision>()
  for (const decision of standing) {
    if (decision.act !== 'recognise' || isRevoked(decision, standing, earlierOf(decision, known))) continue
    const earlier = inForce.get(decision.rank)
    if (earlier === undefined || decision.day < earlier.day) inForce.set(decision.rank, decision)
  }
  return inForce
}

/** Ids of a decision and of those it mends, one after another: a revocation may name any of them. */
function earlierOf(decision: KnownDecision, known: readonly KnownDecision[]): ReadonlySet<string> {
  const ids = new Set([decision.id])
  for (let next = decision.replaces; next !== undefined && !ids.has(next);) {
    ids.add(next)
    next = known.find((one) => one.id === next)?.replaces
  }
  return ids
}

function isRevoked(
  recognition: KnownDecision,
  standing: readonly KnownDecision[],
  ids: ReadonlySet<string>,
): boolean {
  return standing.some(
    (decision) =>
      decision.act === 'revoke' &&
      decision.rank === recognition.rank &&
      (decision.revokes === undefined ? decision.day >= recognition.day : ids.has(decision.revokes)),
  )
}
