import { chainFaults } from './chain.ts'
import {
  explained,
  judged,
  type Claim,
  type Criterion,
  type Explained,
  type Indicator,
  type Rule,
  type Verdict,
} from './answer-form.ts'

export type JudgedAgain = {
  readonly unit: string
  /** Verdicts that were recomputed. */
  readonly verdicts: number
  /** The answer's verdicts, one letter each, as `GET /standings` gives them. */
  readonly letters: { readonly whole: string; readonly criteria: string; readonly indicators: string }
  /** Ids of the figures, conclusions and level decisions that the explanation names. */
  readonly named: readonly string[]
  readonly faults: readonly string[]
}

/**
 * Judges a unit once more from nothing but what its explanation names: numbers, levels, rules, conclusions. Says
 * where the program's verdict is another, and where a chain of reasons does not end in paper, person and entry.
 * Undefined where the set is not for the unit.
 */
export function judgeAgain(answer: unknown): JudgedAgain | undefined {
  if (!judged.parse(answer).applicable) return undefined
  const standing = explained.parse(answer)
  const faults: string[] = []
  const place = `${standing.unit.id} on ${standing.on} (${standing.set}, ${standing.basis})`
  let verdicts = 0
  const compare: Compare = (what, said, own) => {
    verdicts += 1
    if (said !== own) faults.push(`${place} ${what}: the program says ${said}, its parts say ${own}`)
  }
  const own = standing.criteria.map((criterion) => criterionAgain(standing, criterion, compare))
  wholeAgain(standing, own, compare)
  const indicators = standing.criteria.flatMap((criterion) => criterion.indicators)
  const chain = chainFaults(standing)
  return {
    unit: standing.unit.id,
    verdicts,
    letters: {
      whole: standing.whole,
      criteria: lettersOf(standing.criteria),
      indicators: lettersOf(indicators),
    },
    named: chain.named,
    faults: [...faults, ...chain.faults.map((fault) => `${place} ${fault}`)],
  }
}

type Compare = (what: string, said: string | number | boolean, own: string | number | boolean) => void

function wholeAgain(standing: Explained, own: readonly Verdict[], compare: Compare): void {
  const notApplicableCounts = standing.countsAsMet?.notApplicable === true
  const counted = own.map((verdict) =>
    verdict === 'notApplicable' ? (notApplicableCounts ? 'met' : 'unmet') : verdict,
  )
  const [claim] = official(standing, standing.conclusions)
  const narrower = standing.criteria.flatMap((criterion) => [
    ...criterion.conclusions.slice(0, 1),
    ...claimsOfIndicators(criterion),
  ])
  const speaks = claim !== undefined && !isOvertaken(claim, narrower)
  compare('whole', standing.whole, speaks ? said(standing, claim) : allOf(counted))
  compare('whole, spoken by', standing.spokenBy, speaks ? 'conclusion' : 'criteria')
  for (const verdict of ['met', 'unmet', 'unknown', 'notApplicable'] as const)
    compare(`criteria ${verdict}`, standing.counts[verdict], own.filter((each) => each === verdict).length)
  const least = counted.filter((verdict) => verdict === 'met').length
  compare('least', standing.least, least)
  compare('most', standing.most, least + own.filter((verdict) => verdict === 'unknown').length)
}

function criterionAgain(standing: Explained, criterion: Criterion, compare: Compare): Verdict {
  const what = `criterion ${criterion.code}`
  const computed: Verdict[] = []
  const verdicts = criterion.indicators.map((indicator) => {
    const byFigures = ruleAgain(indicator.explanation.rule, `indicator ${indicator.code}`, compare)
    computed.push(byFigures)
    compare(`indicator ${indicator.code}, computed`, indicator.computed, byFigures)
    compare(`indicator ${indicator.code}, explained`, indicator.explanation.verdict, byFigures)
    const [claim] = official(standing, indicator.conclusions)
    const own = claim === undefined ? byFigures : said(standing, claim)
    compare(`indicator ${indicator.code}`, indicator.verdict, own)
    return own
  })
  compare(`${what}, computed`, criterion.computed, allOf(computed))
  const [claim] = official(standing, criterion.conclusions)
  const speaks = claim !== undefined && !isOvertaken(claim, claimsOfIndicators(criterion))
  const own = speaks ? said(standing, claim) : allOf(verdicts)
  compare(what, criterion.verdict, own)
  compare(`${what}, spoken by`, criterion.spokenBy, speaks ? 'conclusion' : 'indicators')
  compare(`${what}, basically met`, criterion.basicallyMet, speaks && claim.verdict === 'basicallyMet')
  return own
}

/** Conclusions count on the official basis alone; the first is of the highest stage. */
function official({ basis }: Explained, conclusions: readonly Claim[]): readonly Claim[] {
  return basis === 'official' ? conclusions : []
}

function claimsOfIndicators(criterion: Criterion): readonly Claim[] {
  return criterion.indicators.flatMap((indicator) => indicator.conclusions.slice(0, 1))
}

function isOvertaken(claim: Claim, narrower: readonly Claim[]): boolean {
  return narrower.some((part) => part.asOf > claim.asOf && part.stage >= claim.stage)
}

function said({ countsAsMet }: Explained, claim: Claim): Verdict {
  if (claim.verdict !== 'basicallyMet') return claim.verdict
  return countsAsMet?.basicallyMet === true ? 'met' : 'unmet'
}

function ruleAgain(rule: Rule, what: string, compare: Compare): Verdict {
  const own =
    rule.parts === undefined
      ? leafAgain(rule)
      : enoughOf(
          rule.parts.map((part, index) => ruleAgain(part, `${what}, part ${index + 1}`, compare)),
          rule.kind === 'allOf' ? Infinity : rule.kind === 'anyOf' ? 1 : (rule.count ?? 0),
        )
  compare(`${what}, ${rule.kind}`, rule.verdict, own)
  return own
}

function leafAgain({ kind, figure, level, measure }: Rule): Verdict {
  if (level?.kind === 'notApplicable') return 'notApplicable'
  if (figure === undefined) return 'unknown'
  if (figure.notApplicableReason !== undefined) return 'notApplicable'
  if (kind === 'pass') return figure.num === 1 ? 'met' : 'unmet'
  if (kind === 'noneOf') return figure.num === 0 ? 'met' : 'unmet'
  if (level?.scaled === undefined) return 'unknown'
  const [have, need] =
    measure?.kind === 'share'
      ? [BigInt(figure.num) * 10_000n, BigInt(level.scaled) * BigInt(figure.den)]
      : [BigInt(figure.num), BigInt(level.scaled)]
  return (kind === 'atLeast' ? have >= need : have <= need) ? 'met' : 'unmet'
}

function allOf(verdicts: readonly Verdict[]): Verdict {
  return enoughOf(verdicts, Infinity)
}

/** Met once so many of those that apply are met, unmet once so many no longer can be. */
function enoughOf(verdicts: readonly Verdict[], count: number): Verdict {
  const applying = verdicts.filter((verdict) => verdict !== 'notApplicable')
  if (applying.length === 0) return 'notApplicable'
  const needed = Math.min(count, applying.length)
  const met = applying.filter((verdict) => verdict === 'met').length
  const open = applying.filter((verdict) => verdict === 'unknown').length
  return met >= needed ? 'met' : met + open < needed ? 'unmet' : 'unknown'
}

const letters: Readonly<Record<Verdict, string>> = { met: 'm', unmet: 'u', unknown: 'k', notApplicable: 'n' }

function lettersOf(verdicts: readonly Pick<Criterion | Indicator, 'verdict'>[]): string {
  return verdicts.map(({ verdict }) => letters[verdict]).join('')
}
