import { compileSet, type CriteriaSet, type KnownLevelDecision, type Measure } from '../criteria/index.ts'
import {
  claimKey,
  countingClaim,
  countingFigure,
  countingOfStages,
  figureFact,
  parsePeriod,
  verdictClaim,
  type KnownClaim,
  type KnownFigure,
} from '../figures/index.ts'
import { day, type Plain } from '../kernel/index.ts'
import { explainUnit, type Basis, type ExplainedStanding } from '../standing/index.ts'
import { unitId } from '../units/index.ts'
import { measuresOfSet } from './a-set.ts'

type FactInput = { readonly [field: string]: Plain }

/** What one unit is judged by on a day; figures and claims may be left as short as a test needs them. */
export type SideGiven = {
  readonly set: CriteriaSet
  readonly on: string
  readonly measures?: ReadonlyMap<string, Measure>
  readonly figures?: readonly FactInput[]
  readonly claims?: readonly FactInput[]
  readonly decisions?: readonly KnownLevelDecision[]
  readonly column?: string
  readonly basis?: Basis
}

/** One unit as it is judged and explained under one set on one day. */
export function aSide(given: SideGiven): {
  readonly compiled: ReturnType<typeof compileSet>
  readonly standing: ExplainedStanding['standing']
  readonly explained: () => ExplainedStanding
} {
  const { set, measures = measuresOfSet, column = '*', basis = 'official' } = given
  const on = day(given.on)
  const moment = { on, knownSeq: 1_000_000 }
  const compiled = compileSet(set, measures, column, { on, decisions: given.decisions ?? [] })
  const claims = (given.claims ?? []).map((claim, at) => aClaim(claim, set, at))
  const byKey = Map.groupBy(claims, claimKey)
  const figures = Map.groupBy((given.figures ?? []).map(aFigure), (figure) => figure.measure)
  const evidence = {
    unit: unitId.parse('u-1'),
    registers: { recognition: new Map(), group: new Map() },
    lower: () => [{ column: '*', figures: new Map() }],
    figures: counting(figures, (list) => countingFigure(list, moment)),
    claims: counting(byKey, (list) => countingClaim(list, moment)),
    stages: new Map([...byKey].map(([key, list]) => [key, countingOfStages(list, moment)])),
  }
  const explained = explainUnit(compiled, evidence, basis, on)
  return { compiled, standing: explained.standing, explained: () => explained }
}

function counting<Fact, Value>(
  lists: ReadonlyMap<string, readonly Fact[]>,
  choose: (list: readonly Fact[]) => Value | undefined,
): ReadonlyMap<string, Value> {
  return new Map(
    [...lists].flatMap(([key, list]) => {
      const chosen = choose(list)
      return chosen === undefined ? [] : [[key, chosen] as const]
    }),
  )
}

function aFigure(figure: FactInput, at: number): KnownFigure {
  const fact = figureFact.parse({ id: `f-${at}`, unit: 'u-1', stage: 'verified', ...figure })
  const described = parsePeriod(fact.period)
  if (described === undefined) throw new Error(`no period: ${fact.period}`)
  return { ...fact, seq: at + 1, lastDay: described.lastDay, year: described.year }
}

function aClaim(claim: FactInput, set: CriteriaSet, at: number): KnownClaim {
  return {
    ...verdictClaim.parse({ id: `v-${at}`, unit: 'u-1', set: set.id, stage: 'appraised', ...claim }),
    seq: at + 1,
  }
}
