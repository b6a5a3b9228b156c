import {
  claimKey,
  factBundle,
  parsePeriod,
  type FactBundle,
  type KnownClaim,
  type KnownFigure,
} from '@ancu/core/figures'
import {
  knownAt,
  noUnits,
  unitsPicture,
  writeUnitFacts,
  type UnitId,
  type UnitHistory,
} from '@ancu/core/units'
import type { World } from '@ancu/worlds/kon-tum'

import type { Pack } from '../../criteria/packs.ts'
import { claimsIn, type KnownEdition, type ProvinceImage } from '../../figures/image.ts'
import type { Ground } from '../../standing/fold.ts'

/** All that a world knows at its end, as the program holds it in memory, without a database. */
export function groundOf(world: Pick<World, 'entries'>, packs: readonly Pack[]): Ground {
  const entries = world.entries.map((entry, at) => ({ seq: at + 1, facts: factBundle.parse(entry.facts) }))
  const history = entries.reduce<UnitHistory>(
    (known, { seq, facts }) => (facts.units ? writeUnitFacts(known, facts.units, seq) : known),
    noUnits,
  )
  return { image: imageOf(entries, packs), picture: unitsPicture(knownAt(history, entries.length)) }
}

type Entry = { readonly seq: number; readonly facts: FactBundle }

function imageOf(entries: readonly Entry[], packs: readonly Pack[]): ProvinceImage {
  const figures = entries.flatMap(({ seq, facts }) => facts.figures.map((figure) => knownFigure(figure, seq)))
  const claims: readonly KnownClaim[] = entries.flatMap(({ seq, facts }) =>
    facts.verdicts.map((claim) => ({ ...claim, seq })),
  )
  return {
    seq: entries.length,
    figures: grouped(
      figures,
      ({ unit }) => unit,
      (figure) => figure.measure,
    ),
    claims: grouped(claims, ({ unit, set }) => claimsIn(unit, set), claimKey),
    decisions: Map.groupBy(
      entries.flatMap(({ seq, facts }) => facts.decisions.map((decision) => ({ ...decision, seq }))),
      (decision) => decision.unit,
    ),
    editions: entries.flatMap(({ seq, facts }) => editionsIn(facts, seq, packs)),
    applications: entries.flatMap(({ seq, facts }) => facts.setApplications.map((one) => ({ ...one, seq }))),
    levels: [],
  }
}

function knownFigure(figure: FactBundle['figures'][number], seq: number): KnownFigure {
  const described = parsePeriod(figure.period)
  if (described === undefined) throw new Error(`no period: ${figure.period}`)
  return { ...figure, seq, lastDay: described.lastDay, year: described.year }
}

function editionsIn(facts: FactBundle, seq: number, packs: readonly Pack[]): readonly KnownEdition[] {
  return facts.editions.map(({ set, edition: no }) => {
    const pack = packs.find(({ edition }) => edition.set.id === set && edition.set.edition === no)
    if (pack === undefined) throw new Error(`no pack of ${set}`)
    return { ...pack.edition, no, digest: pack.digest, seq }
  })
}

function grouped<Fact, Outer extends UnitId | string>(
  facts: readonly Fact[],
  outer: (fact: Fact) => Outer,
  inner: (fact: Fact) => string,
): ReadonlyMap<Outer, ReadonlyMap<string, readonly Fact[]>> {
  return new Map([...Map.groupBy(facts, outer)].map(([key, list]) => [key, Map.groupBy(list, inner)]))
}
