import { assertNever } from '../../kernel/index.ts'
import type { Rule } from '../criteria.ts'

export type RuleKind = Rule['kind']
export type RuleOf<Kind extends RuleKind> = Extract<Rule, { readonly kind: Kind }>

/** One function per rule kind: a new kind does not compile until every visitor has it. */
export type RuleVisitor<Scope, Outcome> = {
  readonly [Kind in RuleKind]: (rule: RuleOf<Kind>, scope: Scope) => Outcome
}

export function visitRule<Scope, Outcome>(
  visitor: RuleVisitor<Scope, Outcome>,
  rule: Rule,
  scope: Scope,
): Outcome {
  switch (rule.kind) {
    case 'pass':
      return visitor.pass(rule, scope)
    case 'atLeast':
      return visitor.atLeast(rule, scope)
    case 'atMost':
      return visitor.atMost(rule, scope)
    case 'noneOf':
      return visitor.noneOf(rule, scope)
    case 'allOf':
      return visitor.allOf(rule, scope)
    case 'anyOf':
      return visitor.anyOf(rule, scope)
    case 'atLeastOf':
      return visitor.atLeastOf(rule, scope)
    default:
      return assertNever(rule)
  }
}

/** The rule and every rule inside it, outermost first. */
export function rulesIn(rule: Rule): readonly Rule[] {
  return 'parts' in rule ? [rule, ...rule.parts.flatMap(rulesIn)] : [rule]
}

/** Measures that the rule needs figures of, each once, in the order of the rule. */
export function measuresOf(rule: Rule): readonly string[] {
  const named = rulesIn(rule).flatMap((part) =>
    'measure' in part && part.measure !== undefined ? [part.measure] : [],
  )
  return [...new Set(named)]
}
