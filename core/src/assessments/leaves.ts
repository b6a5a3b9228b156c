import {
  visitExplained,
  type ExplainedOf,
  type ExplainedRule,
  type ExplainedVisitor,
  type ExplainFigure,
  type Measure,
  type ResolvedLevel,
  type Verdict,
} from '../criteria/index.ts'

/** The end of a rule: something known of the unit held against what is asked of it. */
export type Leaf = {
  /** What is looked at: leaves of one subject and direction ask the same. */
  readonly subject: string
  /** Whether more of it is better (1) or worse (-1). */
  readonly direction: 1 | -1
  readonly key: string | undefined
  readonly verdict: Verdict
  readonly measure: Measure | undefined
  readonly figure: ExplainFigure | undefined
  /** Absent where the rule itself says what is asked: passed, held, or none of it. */
  readonly level: ResolvedLevel | undefined
  /** What is asked, on the scale of the figure; undefined where nobody is known to have said. */
  readonly asked: number | undefined
}

/** The ends of a rule's tree, in its order. */
export function leavesOf(rule: ExplainedRule): readonly Leaf[] {
  return visitExplained(readers, rule, undefined)
}

const composed = ({ parts }: { readonly parts: readonly ExplainedRule[] }): readonly Leaf[] =>
  parts.flatMap(leavesOf)

const readers = {
  pass: ({ verdict, measure, figure }) => [
    { ...bare, subject: measure?.id ?? 'conclusion', direction: 1, verdict, measure, figure, asked: 1 },
  ],
  atLeast: (rule) => [levelled(rule, 1)],
  atMost: (rule) => [levelled(rule, -1)],
  noneOf: ({ verdict, measure, figure }) => [
    { ...bare, subject: measure.id, direction: -1, verdict, measure, figure, asked: 0 },
  ],
  register: ({ verdict, register, entry }) => {
    const figure = { ...unnamed, num: verdict === 'met' ? 1 : 0, den: 1 }
    return [{ ...bare, subject: `${register}:${entry}`, direction: 1, verdict, figure, asked: 1 }]
  },
  unitsAtLeast: (rule) => [ofUnits(rule, 1)],
  unitsAtMost: (rule) => [ofUnits(rule, -1)],
  score: (rule) => [scored(rule)],
  allOf: composed,
  anyOf: composed,
  atLeastOf: composed,
} as const satisfies ExplainedVisitor<undefined, readonly Leaf[]>

const bare = { key: undefined, measure: undefined, level: undefined } as const
const unnamed = { id: undefined, year: 0, notApplicableReason: undefined, illustrative: false } as const

function levelled(rule: ExplainedOf<'atLeast'> | ExplainedOf<'atMost'>, direction: 1 | -1): Leaf {
  const { key, verdict, measure, figure, level } = rule
  return { subject: measure.id, direction, key, verdict, measure, figure, level, asked: scaledOf(level) }
}

/** Lower units that meet something for sure, of those it applies to. */
function ofUnits(rule: ExplainedOf<'unitsAtLeast'> | ExplainedOf<'unitsAtMost'>, direction: 1 | -1): Leaf {
  const { of, as, key, verdict, level, counts } = rule
  const figure = counts && {
    ...unnamed,
    num: counts.sure,
    den: as === 'share' ? Math.max(1, counts.total) : 1,
  }
  return {
    ...bare,
    subject: `units:${of}:${key}`,
    direction,
    key,
    verdict,
    figure,
    level,
    asked: scaledOf(level),
  }
}

/** A ladder asks for the lowest step that is enough points; a score of its own for those points. */
function scored({ verdict, measure, figure, steps, passAt }: ExplainedOf<'score'>): Leaf {
  const step = steps?.findLast(({ points }) => points >= passAt)
  const leaf = { ...bare, subject: measure.id, verdict, measure, figure }
  if (step === undefined) return { ...leaf, direction: 1, asked: steps === undefined ? passAt : undefined }
  const { kind, key, level } = step
  return { ...leaf, direction: kind === 'atLeast' ? 1 : -1, key, level, asked: scaledOf(level) }
}

function scaledOf(level: ResolvedLevel): number | undefined {
  return 'scaled' in level ? level.scaled : undefined
}

/** The leaf of another rule that asks the same; of several the one of the same key. */
export function counterpartOf(leaf: Leaf, others: readonly Leaf[]): Leaf | undefined {
  const same = others.filter(
    ({ subject, direction }) => subject === leaf.subject && direction === leaf.direction,
  )
  return same.find((one) => one.key === leaf.key) ?? same[0]
}

/** Whether the level asks more than the other; one that is known asks more than one that was open. */
export function isStricter(leaf: Leaf, other: Leaf): boolean {
  if (leaf.asked === undefined || other.asked === undefined) return leaf.asked !== undefined && isOpen(other)
  return leaf.direction * (leaf.asked - other.asked) > 0
}

function isOpen({ level }: Leaf): boolean {
  return level?.kind === 'delegated' || level?.kind === 'unknown'
}

/** Whether a figure that has become worse stands in the other's place; compared exactly. */
export function isWorse(leaf: Leaf, other: Leaf): boolean {
  const [now, before] = [leaf.figure, other.figure]
  if (now === undefined || before === undefined || now.notApplicableReason !== undefined) return false
  if (before.notApplicableReason !== undefined) return leaf.verdict === 'unmet'
  const difference = BigInt(now.num) * BigInt(before.den) - BigInt(before.num) * BigInt(now.den)
  return leaf.direction === 1 ? difference < 0n : difference > 0n
}

/** Whether there was a figure and there is none now. */
export function hasLostFigure(leaf: Leaf, other: Leaf): boolean {
  return leaf.figure === undefined && other.figure !== undefined
}

/** Whether the level was known and is not known now. */
export function hasLostLevel(leaf: Leaf, other: Leaf): boolean {
  return isOpen(leaf) && other.asked !== undefined
}
