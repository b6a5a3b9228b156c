import type { LowerLevel, Measure, Rule, VerdictCode } from '../criteria.ts'
import type { LevelScope } from '../levels.ts'
import { judgeOf, scoreIn, type FigureColumns, type Judge, type ScoreOf } from './judge.ts'
import { measuresOf, registerSlot, registersOf, unitsRulesOf, unitsSlots, type RuleOf } from './visit.ts'

/** What rules ask of one unit, each thing once: a slot of `FigureColumns` for every answer. */
export type Slots = {
  /** By slot: the id of a measure, of a register's answer, or of a count of lower units. */
  readonly slots: readonly string[]
  readonly registers: readonly RegisterSlot[]
  readonly units: readonly UnitsSlot[]
}

export type RegisterSlot = Pick<RuleOf<'register'>, 'register' | 'entry'> & { readonly slot: number }

/**
 * Lower units that meet a rule. In `sure` those that do, in `possible` also those of which it is not known; both
 * with all it applies to as `den`. State 2 where it applies to none.
 */
export type UnitsSlot = {
  readonly of: LowerLevel
  readonly sure: number
  readonly possible: number
  /** The rule, for lower units of one column of the same set. */
  readonly ruleFor: (column: string) => LowerRule
}

/** A rule about lower units, ready to judge them. */
export type LowerRule = Slots & { readonly judge: (figures: FigureColumns, unit: number) => VerdictCode }

export type CompiledRules = Slots & {
  /** The judge of one of the rules. */
  readonly judgeOf: (rule: Rule) => Judge
  /** The points of one of the rules. */
  readonly scoreOf: (rule: RuleOf<'score'>) => ScoreOf
  /** Slots of the measures that one of the rules needs. */
  readonly slotsOf: (rule: Rule) => readonly number[]
}

export type LawScope = LevelScope & { readonly measures: ReadonlyMap<string, Measure> }

/** Gives every answer that the rules need a slot; every measure they name must be among those given. */
export function compileRules(rules: readonly Rule[], law: LawScope): CompiledRules {
  const measures = [...new Set(rules.flatMap(measuresOf))]
  const registers = new Map(rules.flatMap(registersOf).map((rule) => [registerSlot(rule), rule]))
  const units = new Map(rules.flatMap(unitsRulesOf).map((rule) => [unitsSlots(rule).sure, rule]))
  for (const id of measures) getFrom(law.measures, id)
  const counts = [...units.values()].flatMap((rule) => Object.values(unitsSlots(rule)))
  const slots = [...measures, ...registers.keys(), ...counts]
  const slotById = new Map(slots.map((id, slot) => [id, slot]))
  const slotOf = (id: string): number => getFrom(slotById, id)
  const scope = { ...law, slotOf, measureOf: (id: string) => getFrom(law.measures, id) }
  return {
    slots,
    registers: [...registers].map(([id, { register, entry }]) => ({ register, entry, slot: slotOf(id) })),
    units: [...units.values()].map((rule) => {
      const { sure, possible } = unitsSlots(rule)
      return {
        of: rule.of,
        sure: slotOf(sure),
        possible: slotOf(possible),
        ruleFor: once((column) => lowerRule(rule.that, { ...law, column })),
      }
    }),
    judgeOf: (rule) => judgeOf(rule, scope),
    scoreOf: (rule) => scoreIn(rule, scope),
    slotsOf: (rule) => measuresOf(rule).map(slotOf),
  }
}

function lowerRule(rule: Rule, law: LawScope): LowerRule {
  const { slots, registers, units, judgeOf: of } = compileRules([rule], law)
  const judge = of(rule)
  return { slots, registers, units, judge: (figures, unit) => judge(figures, unit * figures.width) }
}

function once<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, Value>()
  return (key) => {
    const ready = made.get(key)
    if (ready !== undefined) return ready
    const value = make(key)
    made.set(key, value)
    return value
  }
}

function getFrom<Value>(map: ReadonlyMap<string, Value>, id: string): Value {
  const value = map.get(id)
  if (value === undefined) throw new Error(`broken promise: the set names measure ${id}, which is not given`)
  return value
}
