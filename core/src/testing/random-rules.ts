import fc from 'fast-check'

import { day } from '../kernel/index.ts'
import type {
  ExplainFigure,
  KnownLevelDecision,
  LegalSource,
  Level,
  Measure,
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

const level: fc.Arbitrary<Level> = fc.oneof(
  scaled.map((value): Level => ({ kind: 'value', scaled: value, source })),
  fc.dictionary(fc.constantFrom('2022', '2023', '2024'), scaled).map((byYear): Level => {
    return { kind: 'byYear', scaled: byYear, source }
  }),
  fc.constantFrom<Level>({ kind: 'delegated', source }, { kind: 'unknown', source }),
)

const levels = fc.dictionary(fc.constantFrom('TN', 'TDMNPB', '*'), level, { minKeys: 0 })

/** Rules of every kind, nested, over a few measures and level keys. */
export const { rule: randomRule } = fc.letrec<{ rule: Rule; leaf: Rule; parts: readonly Rule[] }>((tie) => ({
  leaf: fc.oneof(
    fc.record({
      kind: fc.constant('pass' as const),
      measure: fc.constantFrom('yes', 'also', undefined),
      delegated: fc.boolean(),
      source: fc.constant(source),
    }),
    fc.record({
      kind: fc.constantFrom('atLeast' as const, 'atMost' as const),
      key: fc.constantFrom('k1', 'k2', 'k3'),
      measure: fc.constantFrom('share', 'other', 'count', 'amount'),
      levels,
    }),
    fc.record({
      kind: fc.constant('noneOf' as const),
      measure: fc.constant('count'),
      source: fc.constant(source),
    }),
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

const quantity = fc.oneof(fc.nat(10_000), fc.constantFrom(0, 1, 100_000_000_000))

function figureOf(id: string): fc.Arbitrary<ExplainFigure> {
  const isYes = kindsOfMeasures[id as keyof typeof kindsOfMeasures] === 'pass'
  return fc.record({
    id: fc.constant(`f-${id}`),
    num: isYes ? fc.constantFrom(0, 1) : quantity,
    den: fc.constant(1),
    year: fc.constantFrom(2021, 2022, 2023, 2024),
    notApplicableReason: fc.option(fc.constant('không có'), { nil: undefined, freq: 6 }),
    illustrative: fc.boolean(),
  })
}

/** Figures of one unit by measure: some absent, some not applicable. */
export const randomFigures: fc.Arbitrary<Readonly<Record<string, ExplainFigure | undefined>>> = fc
  .record(
    Object.fromEntries(
      Object.keys(kindsOfMeasures).map((id) => {
        const figure = figureOf(id)
        const ofKind =
          kindsOfMeasures[id as keyof typeof kindsOfMeasures] === 'share'
            ? fc.tuple(figure, fc.integer({ min: 1, max: 10_000 })).map(([one, den]) => ({ ...one, den }))
            : figure
        return [id, fc.option(ofKind, { nil: undefined, freq: 3 })]
      }),
    ),
  )
  .map((record) => record)
