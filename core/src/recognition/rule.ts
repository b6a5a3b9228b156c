import { z } from 'zod'

import type { Checked } from '../criteria/index.ts'
import { ranks, type Rank } from '../decisions/index.ts'
import { covers, isoDate, type IsoDate } from '../kernel/index.ts'
import { identity, shortText, unitKinds, type UnitKind } from '../units/index.ts'

const percent = z.int().min(0).max(100)

const condition = z
  .strictObject({
    /** Per cent of the set's criteria that fail, at least. */
    from: percent,
    /** And less than so many per cent. */
    below: percent.optional(),
    /** So many of those that fail are key criteria of the set, at least. */
    key: z.int().nonnegative().max(50).default(0),
    /** What else is written of the same bound. */
    disputed: z.strictObject({ vi: shortText, en: shortText }).optional(),
  })
  .refine(({ from, below }) => below === undefined || from < below, { error: 'boundsEmpty' })

const checks = ['text', 'guidance', 'partial', 'memory', 'unknown'] as const satisfies readonly Checked[]

/** One rule of revocation as its file has it. */
export const revocationRule = z
  .strictObject({
    id: identity,
    source: z.strictObject({
      document: identity,
      article: shortText.optional(),
      checked: z.enum(checks),
      note: shortText.optional(),
    }),
    from: isoDate,
    until: isoDate.optional(),
    kinds: z.array(z.enum(unitKinds)).min(1),
    /** The set that judges each rank, whatever set the decision used. */
    sets: z.partialRecord(z.enum(ranks), identity),
    conditions: z.array(condition).min(1),
  })
  .refine(({ from, until }) => until === undefined || from < until, { error: 'periodEmpty' })

/** The file: rules of which no two speak of one rank of one kind of unit on one day. */
export const revocationRules = z.array(revocationRule).superRefine((rules, context) => {
  for (const [at, rule] of rules.entries()) {
    const earlier = rules.slice(0, at).find((one) => one.id === rule.id || overlap(one, rule))
    if (earlier) context.addIssue({ code: 'custom', message: 'ruleTwice', path: [at, 'id'], input: rule.id })
  }
})

export type RevocationRule = z.output<typeof revocationRule>

/** The rule that speaks of a rank of a kind of unit on a day; undefined where none is known. */
export function revocationRuleOn(
  rules: readonly RevocationRule[],
  on: IsoDate,
  { kind, rank }: { readonly kind: UnitKind; readonly rank: Rank },
): (RevocationRule & { readonly set: string }) | undefined {
  for (const rule of rules) {
    const set = rule.sets[rank]
    if (set !== undefined && rule.kinds.includes(kind) && covers(periodOf(rule), on)) return { ...rule, set }
  }
  return undefined
}

function overlap(one: RevocationRule, other: RevocationRule): boolean {
  const [first, second] = [periodOf(one), periodOf(other)]
  const days = covers(first, second.from) || covers(second, first.from)
  const sameKind = one.kinds.some((kind) => other.kinds.includes(kind))
  return (
    days && sameKind && ranks.some((rank) => one.sets[rank] !== undefined && other.sets[rank] !== undefined)
  )
}

function periodOf({ from, until }: Pick<RevocationRule, 'from' | 'until'>) {
  return { from, until }
}
