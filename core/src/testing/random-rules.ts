import fc from 'fast-check'

import { day } from '../kernel/index.ts'
import type {
  ExplainFigure,
  KnownLevelDecision,
  KnownUnit,
  LegalSource,
  Level,
  Levels,
  Measure,
  Register,
  Rule,
} from '../criteria/index.ts'

const source: LegalSource = { document: 'doc', article: undefined, checked: 'text', note: undefined }
/** Measures of random rules, by their kinds. */
const kindsOfMeasures = {
  yes: 'pass',
  also: 'pass',
  share: 'share',
  other: 'share',
  count: 'count',
  amount: 'amount',
} as const
export const measuresOfRules: ReadonlyMap<string, Measure> = new Map(
  Object.entries(kindsOfMeasures).map(([id, kind]) => [
    id,
    {
      id,
      name: { vi: id, en: id },
      kind,
      quantity: { vi: 'hộ', en: 'households' },
      scale: kind === 'amount' ? 1 : 0,
      time: 'instant',
      staleAfterMonths: undefined,
      overUnits: 'none',
      precedence: 'entered',
    } satisfies Measure,
  ]),
)

const scaled = fc.oneof(
  fc.nat(10_000),
  fc.constantFrom(0, 5000, 9000, 10_000),
  fc.integer({ min: 90_001, max: 200_000 }),
)

function levelsOf(scaled: fc.Arbitrary<number>): fc.Arbitrary<Levels> {
  const level: fc.Arbitrary<Level> = fc.oneof(
    scaled.map((value): Level => ({ kind: 'value', scaled: value, source })),
    fc.dictionary(fc.constantFrom('2022', '2023', '2024'), scaled).map((byYear): Level => {
      return { kind: 'byYear', scaled: byYear, source }
    }),
    fc.constantFrom<Level>(
      { kind: 'delegated', source },
      { kind: 'unknown', source },
      { kind: 'notApplicable', source },
    ),
    fc
      .record({
        set: fc.constantFrom('another-set', 'nowhere'),
        key: fc.constantFrom('k1', 'k2', 'k3'),
        percent: fc.constantFrom(11_000, 10_000, 9_999, 3_333),
      })
      .map((of): Level => ({ kind: 'ofSet', of, source })),
  )
  return fc.dictionary(fc.constantFrom('TN', 'TDMNPB', '*'), level, { minKeys: 0 })
}

const levels = levelsOf(scaled)

const comparison = fc.record({
  kind: fc.constantFrom('atLeast' as const, 'atMost' as const),
  key: fc.constantFrom('k1', 'k2', 'k3'),
  measure: fc.constantFrom('share', 'other', 'count', 'amount'),
  levels,
})

/** What lower units may be asked. */
const ofLowerUnits: fc.Arbitrary<Rule> = fc.oneof(
  comparison,
  fc.constant<Rule>({ kind: 'noneOf', measure: 'count', source }),
  fc.constant<Rule>({
    kind: 'register',
    register: 'recognition',
    entry: 'standard',
    name: undefined,
    source,
  }),
)

const units: fc.Arbitrary<Rule> = fc.record({
  kind: fc.constantFrom('unitsAtLeast' as const, 'unitsAtMost' as const),
  key: fc.constantFrom('k1', 'k2', 'k3'),
  of: fc.constantFrom('commune' as const, 'village' as const),
  as: fc.constantFrom('share' as const, 'count' as const),
  that: ofLowerUnits,
  name: fc.constant(undefined),
  levels: fc.oneof(levels, levelsOf(fc.nat(4))),
})

/** Rules of every kind, nested, over a few measures and level keys. */
export const { rule: randomRule } = fc.letrec<{ rule: Rule; leaf: Rule; parts: readonly Rule[] }>((tie) => ({
  leaf: fc.oneof(
    fc.record({
      kind: fc.constant('pass' as const),
      measure: fc.constantFrom('yes', 'also', undefined),
      delegated: fc.boolean(),
      source: fc.constant(source),
    }),
    comparison,
    fc.record({
      kind: fc.constant('noneOf' as const),
      measure: fc.constant('count'),
      source: fc.constant(source),
    }),
    fc.record({
      kind: fc.constant('register' as const),
      register: fc.constantFrom('recognition' as const, 'group' as const),
      entry: fc.constantFrom('standard', 'border'),
      name: fc.constant(undefined),
      source: fc.constant(source),
    }),
    units,
  ),
  parts: fc.array(tie('rule'), { minLength: 1, maxLength: 4 }),
  rule: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    tie('leaf'),
    fc.record({ kind: fc.constantFrom('allOf' as const, 'anyOf' as const), parts: tie('parts') }),
    tie('parts').chain((parts) =>
      fc.integer({ min: 1, max: parts.length }).map((count): Rule => ({ kind: 'atLeastOf', count, parts })),
    ),
  ),
}))

/** Ladders of points and scores as given, of 10 points at most. */
export const randomScore: fc.Arbitrary<Rule> = fc
  .record({
    kind: fc.constant('score' as const),
    measure: fc.constantFrom('count', 'amount'),
    steps: fc.option(
      fc.array(fc.record({ step: comparison, points: fc.constantFrom(0, 250, 500, 1000) }), {
        minLength: 1,
        maxLength: 3,
      }),
      { nil: undefined, freq: 3 },
    ),
    passAt: fc.constantFrom(250, 500, 1000),
  })
  .map(({ steps, ...rule }) => ({
    ...rule,
    most: 1000,
    source,
    steps: steps?.map(({ step, points }) => ({ ...step, measure: rule.measure, points })),
  }))

/** Rules of another set, on whose levels those of the first may hang. */
export const randomComparisons: fc.Arbitrary<readonly Rule[]> = fc.array(comparison, { maxLength: 3 })

export const randomDecision: fc.Arbitrary<KnownLevelDecision> = fc.record({
  id: fc.uuid(),
  set: fc.constantFrom('set-of-tests', 'another-set'),
  key: fc.constantFrom('k1', 'k2', 'k3'),
  column: fc.constantFrom('TN', '*', 'DBSH'),
  year: fc.constantFrom(undefined, 2022, 2023),
  scaled,
  document: fc.constant('doc'),
  from: fc.constantFrom(day('2022-01-01'), day('2023-01-01'), day('2024-06-01')),
  until: fc.constantFrom(undefined, day('2025-01-01')),
  illustrative: fc.boolean(),
})

/** Also at, just under and just over the levels that rules have most. */
const quantity = fc.oneof(
  fc.nat(10_000),
  fc.constantFrom(0, 1, 4999, 5000, 5001, 8999, 9000, 9001, 9999, 10_000, 100_000_000_000),
)
const whole = fc.oneof(fc.integer({ min: 1, max: 10_000 }), fc.constantFrom(10_000, 100_000_000_000))

function figureOf(id: keyof typeof kindsOfMeasures): fc.Arbitrary<ExplainFigure> {
  const kind = kindsOfMeasures[id]
  return fc.record({
    id: fc.constant(`f-${id}`),
    num: kind === 'pass' ? fc.constantFrom(0, 1) : quantity,
    den: kind === 'share' ? whole : fc.constant(1),
    year: fc.constantFrom(2021, 2022, 2023, 2024),
    notApplicableReason: fc.option(fc.constant('không có'), { nil: undefined, freq: 6 }),
    illustrative: fc.boolean(),
  })
}

const ownFacts = fc
  .record({
    figures: fc.record({
      yes: fc.option(figureOf('yes'), { nil: undefined, freq: 3 }),
      also: fc.option(figureOf('also'), { nil: undefined, freq: 3 }),
      share: fc.option(figureOf('share'), { nil: undefined, freq: 3 }),
      other: fc.option(figureOf('other'), { nil: undefined, freq: 3 }),
      count: fc.option(figureOf('count'), { nil: undefined, freq: 3 }),
      amount: fc.option(figureOf('amount'), { nil: undefined, freq: 3 }),
    }),
    entries: fc.subarray(['standard', 'border']),
  })
  .map(({ figures, entries }) => ({
    figureOf: (id: string) => new Map(Object.entries(figures)).get(id),
    heldOf: (_: Register, entry: string) =>
      entries.includes(entry) ? { from: undefined, document: undefined } : undefined,
  }))

const lowerUnits = fc.array(
  fc.tuple(ownFacts, fc.constantFrom('TN', '*')).map(([facts, column]) => ({
    ...facts,
    column,
    lowerOf: () => [],
  })),
  { maxLength: 4 },
)

/** One unit: figures, some absent, some not applicable; what it holds; units that lie in it. */
export const randomUnit: fc.Arbitrary<KnownUnit> = fc
  .record({ own: ownFacts, commune: lowerUnits, village: lowerUnits })
  .map(({ own, ...lower }) => ({ ...own, lowerOf: (level) => lower[level] }))

/** The same unit without the figure of a measure. */
export function withoutFigure(unit: KnownUnit, measure: string): KnownUnit {
  return { ...unit, figureOf: (id) => (id === measure ? undefined : unit.figureOf(id)) }
}
