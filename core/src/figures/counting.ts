import { addMonths, type IsoDate } from '../kernel/index.ts'
import {
  claimStages,
  figureStages,
  type ClaimStage,
  type FigureFact,
  type FigureStage,
  type VerdictClaim,
} from './facts.ts'

/** A fact as the ledger knows it: `seq` is the number of the entry that wrote it. */
export type Known<Fact> = Fact & { readonly seq: number }

/** A figure with the last day of the period it tells of. */
export type KnownFigure = Known<FigureFact> & { readonly lastDay: IsoDate; readonly year: number }

export type KnownClaim = Known<VerdictClaim>

/** What a claim speaks of: `whole`, `criterion:17` or `indicator:17.1`; claims of one key contend with each other. */
export function claimKey(claim: {
  readonly scope: VerdictClaim['scope']
  readonly code?: string | undefined
}): string {
  return claim.scope === 'whole' ? 'whole' : `${claim.scope}:${claim.code}`
}

/** Where the question is asked from: the day it is true of, and the ledger number it was known at. */
export type Moment = { readonly on: IsoDate; readonly knownSeq: number }

/** The fact that counts, and those that contend with it and wait in someone's queue. */
export type Counting<Fact> = { readonly fact: Fact; readonly contenders: readonly Fact[] }

/**
 * The figure of one unit and measure that counts: of the latest period ended by the day, of the highest
 * stage, what was done before what was estimated, corrected by what replaces it. Where two replace the same figure, the older keeps counting.
 */
export function countingFigure(
  figures: readonly KnownFigure[],
  moment: Moment,
): Counting<KnownFigure> | undefined {
  return strongest(figures, moment, (figure) => figure.lastDay, compareFigures)
}

/**
 * The verdict of one unit, set, scope and code that counts: of the highest stage reached, then the latest,
 * corrected or taken back by what replaces it. Where two say different things of the same day, the older keeps counting.
 */
export function countingClaim(
  claims: readonly KnownClaim[],
  moment: Moment,
): Counting<KnownClaim> | undefined {
  return strongest(claims, moment, (claim) => claim.asOf, compareClaims)
}

/**
 * The verdict of each stage that counts among its own, the highest stage first. Corrections are followed through all
 * stages: what a higher stage replaced or took back is nobody's word any more.
 */
export function countingOfStages(
  claims: readonly KnownClaim[],
  { on, knownSeq }: Moment,
): readonly Counting<KnownClaim>[] {
  const { heads, beaten } = standingOf(claims.filter((claim) => claim.seq <= knownSeq && claim.asOf <= on))
  return claimStages.toReversed().flatMap((stage) => {
    const own = { heads: heads.filter(of(stage)), beaten: beaten.filter(of(stage)) }
    return strongestOf(own, compareClaims) ?? []
  })
}

function of(stage: ClaimStage): (claim: KnownClaim) => boolean {
  return (claim) => claim.stage === stage
}

/** A figure still counts when it is old, but is told as stale from this day on. */
export function staleFrom(figure: KnownFigure, staleAfterMonths: number | undefined): IsoDate | undefined {
  return staleAfterMonths === undefined ? undefined : addMonths(figure.lastDay, staleAfterMonths)
}

export function claimStageRank(stage: ClaimStage): number {
  return claimStages.indexOf(stage)
}

export function figureStageRank(stage: FigureStage): number {
  return figureStages.indexOf(stage)
}

type Replaceable = {
  readonly id: string
  readonly seq: number
  readonly replaces?: string | undefined
  readonly withdrawn?: boolean | undefined
}

function strongest<Fact extends Replaceable>(
  facts: readonly Fact[],
  moment: Moment,
  dayOf: (fact: Fact) => IsoDate,
  compare: (one: Fact, other: Fact) => number,
): Counting<Fact> | undefined {
  const visible = facts.filter((fact) => fact.seq <= moment.knownSeq && dayOf(fact) <= moment.on)
  const [only] = visible
  if (visible.length === 1 && only?.withdrawn !== true) return only && { fact: only, contenders: [] }
  return strongestOf(standingOf(visible), compare)
}

/** Ends of the chains of corrections, and those that lost to an older one; what was taken back is neither. */
type Standing<Fact> = { readonly heads: readonly Fact[]; readonly beaten: readonly Fact[] }

function standingOf<Fact extends Replaceable>(visible: readonly Fact[]): Standing<Fact> {
  const { heads, beaten } = headsOf(visible)
  const says = ({ withdrawn }: Fact): boolean => withdrawn !== true
  return { heads: heads.filter(says), beaten: beaten.filter(says) }
}

function strongestOf<Fact extends Replaceable>(
  { heads, beaten }: Standing<Fact>,
  compare: (one: Fact, other: Fact) => number,
): Counting<Fact> | undefined {
  const [first, ...rest] = heads.toSorted((one, other) => compare(one, other) || byAge(one, other))
  if (first === undefined) return undefined
  const equal = rest.filter((fact) => compare(first, fact) === 0)
  return { fact: first, contenders: [...equal, ...beaten] }
}

/** Follows each chain of corrections to its end; of two corrections of one fact the older is followed. */
function headsOf<Fact extends Replaceable>(facts: readonly Fact[]): { heads: Fact[]; beaten: Fact[] } {
  if (facts.every((fact) => fact.replaces === undefined)) return { heads: [...facts], beaten: [] }
  const visible = new Set(facts.map((fact) => fact.id))
  const corrections = Map.groupBy(
    facts.filter((fact) => fact.replaces !== undefined && visible.has(fact.replaces)),
    (fact) => fact.replaces,
  )
  const heads: Fact[] = []
  const beaten: Fact[] = []
  for (const root of facts) {
    if (root.replaces !== undefined && visible.has(root.replaces)) continue
    let head = root
    for (;;) {
      const [older, ...younger] = (corrections.get(head.id) ?? []).toSorted(byAge)
      if (older === undefined) break
      beaten.push(...younger)
      head = older
    }
    heads.push(head)
  }
  return { heads, beaten }
}

function byAge(one: Replaceable, other: Replaceable): number {
  return one.seq - other.seq || (one.id < other.id ? -1 : 1)
}

function compareFigures(one: KnownFigure, other: KnownFigure): number {
  return (
    compareText(other.lastDay, one.lastDay) ||
    figureStageRank(other.stage) - figureStageRank(one.stage) ||
    Number(one.nature === 'estimate') - Number(other.nature === 'estimate')
  )
}

function compareClaims(one: KnownClaim, other: KnownClaim): number {
  return claimStageRank(other.stage) - claimStageRank(one.stage) || compareText(other.asOf, one.asOf)
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
