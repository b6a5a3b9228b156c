import { canonicalJson, type IsoDate } from '../../kernel/index.ts'
import type { CriteriaSet, Levels, Rule } from '../criteria.ts'

export type RuleKind = Rule['kind']
type RulesByKind = { readonly [Kind in RuleKind]: Extract<Rule, { readonly kind: Kind }> }
export type RuleOf<Kind extends RuleKind> = RulesByKind[Kind]

/** One function per rule kind: a new kind does not compile until every visitor has it. */
export type RuleVisitor<Scope, Outcome, Kinds extends RuleKind = RuleKind> = {
  readonly [Kind in Kinds]: (rule: RuleOf<Kind>, scope: Scope) => Outcome
}

export function visitRule<Scope, Outcome, Kind extends RuleKind = RuleKind>(
  visitor: RuleVisitor<Scope, Outcome, Kind>,
  rule: { readonly [Each in Kind]: RuleOf<Each> }[Kind],
  scope: Scope,
): Outcome {
  return visitor[rule.kind](rule, scope)
}

/** The rule and every rule inside it that is about the same unit, outermost first. */
export function rulesIn(rule: Rule): readonly Rule[] {
  return 'parts' in rule ? [rule, ...rule.parts.flatMap(rulesIn)] : [rule]
}

/** Measures that the rule needs figures of the unit itself of, each once, in the order of the rule. */
export function measuresOf(rule: Rule): readonly string[] {
  const named = rulesIn(rule).flatMap((part) =>
    'measure' in part && part.measure !== undefined ? [part.measure] : [],
  )
  return [...new Set(named)]
}

/** Where the answer of a register lies beside the figures; no measure has such an id. */
export function registerSlot({ register, entry }: Pick<RuleOf<'register'>, 'register' | 'entry'>): string {
  return `register:${register}:${entry}`
}

/** What the rule looks up in the program's own registers, each once. */
export function registersOf(rule: Rule): readonly RuleOf<'register'>[] {
  const asked = rulesIn(rule).filter((part) => part.kind === 'register')
  return [...new Map(asked.map((part) => [registerSlot(part), part])).values()]
}

export type UnitsRule = RuleOf<'unitsAtLeast'> | RuleOf<'unitsAtMost'>

/** What the rule counts of lower units. */
export function unitsRulesOf(rule: Rule): readonly UnitsRule[] {
  return rulesIn(rule).filter((part) => part.kind === 'unitsAtLeast' || part.kind === 'unitsAtMost')
}

/** Where the counts of lower units lie beside the figures: those that meet it for sure, and those that may. */
export function unitsSlots({ of, that }: Pick<UnitsRule, 'of' | 'that'>): {
  readonly sure: string
  readonly possible: string
} {
  const sure = `units:${of}:${canonicalJson(that)}`
  return { sure, possible: `${sure}:possible` }
}

/** Where levels stand: of a comparison, or of the units that meet something. */
export type Levelled = {
  readonly kind: 'atLeast' | 'atMost' | 'unitsAtLeast' | 'unitsAtMost'
  readonly key: string
  readonly levels: Levels
  /** Measure that the levels are on the scale of; undefined where they count units. */
  readonly measure?: string | undefined
  readonly as?: 'share' | 'count' | undefined
}

/** Whether the level is to be reached, or not to be passed. */
export function isFloor({ kind }: Pick<Levelled, 'kind'>): boolean {
  return kind === 'atLeast' || kind === 'unitsAtLeast'
}

/** Every place with levels in a rule, also in what it asks of other units. */
export function levelledIn(rule: Rule): readonly Levelled[] {
  return rulesIn(rule).flatMap((part): readonly Levelled[] => {
    if (part.kind === 'score') return part.steps ?? []
    if (!('levels' in part)) return []
    return 'that' in part ? [part, ...levelledIn(part.that)] : [part]
  })
}

/** Every rule of a set, with the code it stands under and its first day: of each provision, and of the prerequisites. */
export function rulesOf(
  set: CriteriaSet,
): readonly { readonly code: string; readonly from: IsoDate; readonly rule: Rule }[] {
  const ofIndicators = set.criteria.flatMap((criterion) =>
    criterion.indicators.flatMap(({ code, provisions }) =>
      provisions.map(({ from, rule }) => ({ code, from, rule })),
    ),
  )
  const { from } = set.inForce
  return [...ofIndicators, ...(set.prerequisites ?? []).map(({ code, rule }) => ({ code, from, rule }))]
}

const beyondFigures: ReadonlySet<RuleKind> = new Set(['register', 'unitsAtLeast', 'unitsAtMost'])

/** Whether facts of another kind or of another unit than a unit's own figures can move its verdicts. */
export function looksBeyondFigures(set: CriteriaSet): boolean {
  return rulesOf(set).some(({ rule }) => rulesIn(rule).some((part) => beyondFigures.has(part.kind)))
}

/** Measures that a rule names, also of other units than its own. */
export function measuresNamed(rule: Rule): readonly string[] {
  return [...measuresOf(rule), ...unitsRulesOf(rule).flatMap(({ that }) => measuresNamed(that))]
}

/** Other sets on whose levels those of a set hang. */
export function setsNamedBy(set: CriteriaSet): readonly string[] {
  const levels = rulesOf(set).flatMap(({ rule }) =>
    levelledIn(rule).flatMap((levelled) => Object.values(levelled.levels)),
  )
  return [...new Set(levels.flatMap((level) => (level.kind === 'ofSet' ? [level.of.set] : [])))]
}
