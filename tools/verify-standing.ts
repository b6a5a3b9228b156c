/**
 * Judges every commune once more, from exported files alone, with nothing of the project's own code:
 *   node tools/verify-standing.ts FOLDER
 * FOLDER holds the answers of `packs show SET`, `figures list`, `verdicts list`, `levels list` and `standings`
 * as pack.json, figures.json, verdicts.json, levels.json and standings.json.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Level = { kind: string; scaled?: number | Record<string, number> }
type Levels = Record<string, Level>
type Rule = { kind: string; key?: string; measure?: string; count?: number; levels?: Levels; parts?: Rule[] }
type Provision = { from: string; until?: string; rule: Rule }
type Criterion = { code: string; indicators: { code: string; provisions: Provision[] }[] }
type Counts = { basicallyMetCounts: boolean; notApplicableCounts: boolean }
type Pack = { set: Counts & { id: string; criteria: Criterion[] }; measures: { id: string; kind: string }[] }
type Fact = { id: string; unit: string; seq: number; replaces: string | null; stage: string }
type Quantity = {
  num: number | null
  den: number | null
  value: number | null
  notApplicableReason: string | null
}
type Figure = Fact & Quantity & { measure: string; period: string }
type Claim = Fact & { set: string; scope: string; code: string | null; verdict: string; asOf: string }
type Dated = { from: string; until: string | null; replaces: string | null }
type Decided = Dated & {
  id: string
  set: string
  key: string
  column: string
  year: number | null
  scaled: number
}
type Row = { unit: string; column: string; whole: string; criteria: string; indicators: string }

const folder = process.argv[2] ?? '.'
const read = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), 'utf8'))
const { set, measures } = read<{ content: Pack }>('pack.json').content
const kinds = new Map(measures.map((m) => [m.id, m.kind]))
const { on, basis, rows } = read<{ on: string; basis: string; rows: Row[] }>('standings.json')
const figures = Map.groupBy(read<{ rows: Figure[] }>('figures.json').rows, (f) => `${f.unit} ${f.measure}`)
const claims = Map.groupBy(
  read<{ rows: Claim[] }>('verdicts.json').rows.filter((c) => c.set === set.id),
  (c) => `${c.unit} ${c.scope} ${c.code ?? ''}`,
)
const allLevels = read<{ rows: Decided[] }>('levels.json').rows.filter((l) => l.set === set.id)
const replacedLevels = new Set(allLevels.map((l) => l.replaces))
const inForce = (l: Decided): boolean => l.from <= on && (l.until === null || on < l.until)
const levels = allLevels.filter((l) => !replacedLevels.has(l.id) && inForce(l))
const byAge = (a: Fact, b: Fact): number => a.seq - b.seq || (a.id < b.id ? -1 : 1)

const figureStages = ['claimed', 'verified', 'appraised', 'statistical']
const claimStages = ['selfAssessed', 'verified', 'appraised', 'decided']

function lastDay(period: string): string {
  if (/^\d{4}$/.test(period) || period.endsWith('-H2')) return `${period.slice(0, 4)}-12-31`
  if (period.endsWith('-H1')) return `${period.slice(0, 4)}-06-30`
  return /^\d{4}-\d{4}$/.test(period) ? `${period.slice(5)}-05-31` : period
}

/** Ends of the chains of corrections; of two corrections of one fact, the one written first. */
function heads<T extends Fact>(facts: T[]): T[] {
  const ids = new Set(facts.map((f) => f.id))
  const follow = (fact: T): T => {
    const next = facts.filter((f) => f.replaces === fact.id).sort(byAge)[0]
    return next ? follow(next) : fact
  }
  return facts.filter((f) => f.replaces === null || !ids.has(f.replaces)).map(follow)
}

function figureOf(unit: string, measure: string): Figure | undefined {
  const past = (figures.get(`${unit} ${measure}`) ?? []).filter((f) => lastDay(f.period) <= on)
  return heads(past).sort(
    (a, b) =>
      lastDay(b.period).localeCompare(lastDay(a.period)) ||
      figureStages.indexOf(b.stage) - figureStages.indexOf(a.stage) ||
      byAge(a, b),
  )[0]
}

function claimOf(unit: string, scope: string, code: string): Claim | undefined {
  const past = (claims.get(`${unit} ${scope} ${code}`) ?? []).filter((c) => c.asOf <= on)
  const rank = (claim: Claim): number => claimStages.indexOf(claim.stage)
  return heads(past).sort((a, b) => rank(b) - rank(a) || b.asOf.localeCompare(a.asOf) || byAge(a, b))[0]
}

function levelOf(rule: Rule, column: string, year: string): number | undefined {
  const level = rule.levels?.[column] ?? rule.levels?.['*']
  if (level?.kind === 'value') return Number(level.scaled)
  if (level?.kind === 'byYear' && typeof level.scaled === 'object' && level.scaled[year] !== undefined)
    return level.scaled[year]
  const open = levels.filter(
    (l) =>
      l.key === rule.key && [column, '*'].includes(l.column) && (l.year === null || String(l.year) === year),
  )
  const weight = (l: LevelDecision): number => (l.column === '*' ? 2 : 0) + (l.year === null ? 1 : 0)
  return open.sort(
    (a, b) => weight(a) - weight(b) || b.from.localeCompare(a.from) || (a.id < b.id ? -1 : 1),
  )[0]?.scaled
}

const letters: Record<string, string> = { met: 'm', unmet: 'u', unknown: 'k', notApplicable: 'n' }
const letter = (met: boolean): string => (met ? 'm' : 'u')

function judge(rule: Rule, unit: string, column: string): string {
  if (rule.parts) {
    const parts = rule.parts.map((part) => judge(part, unit, column)).filter((verdict) => verdict !== 'n')
    if (parts.length === 0) return 'n'
    const needed = rule.kind === 'allOf' ? parts.length : rule.kind === 'anyOf' ? 1 : (rule.count ?? 0)
    const met = parts.filter((verdict) => verdict === 'm').length
    const open = parts.filter((verdict) => verdict === 'k').length
    return met >= needed ? 'm' : met + open < needed ? 'u' : 'k'
  }
  const figure = rule.measure === undefined ? undefined : figureOf(unit, rule.measure)
  if (!figure) return 'k'
  if (figure.notApplicableReason !== null) return 'n'
  if (rule.kind === 'pass') return letter(figure.value === 1)
  if (rule.kind === 'noneOf') return letter((figure.value ?? figure.num) === 0)
  const level = levelOf(rule, column, figure.period.slice(0, 4))
  if (level === undefined) return 'k'
  const share = kinds.get(rule.measure ?? '') === 'share'
  const have = share ? BigInt(figure.num ?? 0) * 10_000n : BigInt(figure.value ?? 0)
  const need = BigInt(level) * (share ? BigInt(figure.den ?? 1) : 1n)
  return letter(rule.kind === 'atLeast' ? have >= need : have <= need)
}

function said(claim: Claim): string {
  if (claim.verdict === 'basicallyMet') return letter(set.basicallyMetCounts)
  return claim.verdict === 'notApplicable' ? 'n' : letter(claim.verdict === 'met')
}

const overtakes = (part: Claim, broad: Claim): boolean =>
  part.asOf > broad.asOf && claimStages.indexOf(part.stage) >= claimStages.indexOf(broad.stage)

function weakest(verdicts: string[]): string {
  const apply = verdicts.filter((verdict) => verdict !== 'n')
  if (apply.length === 0) return 'n'
  return apply.includes('u') ? 'u' : apply.includes('k') ? 'k' : 'm'
}

let checked = 0
const differing: string[] = []
const expect = (unit: string, what: string, given: string | undefined, own: string): void => {
  checked += 1
  if (given !== own) differing.push(`${unit} ${what}: the program says ${given}, the facts say ${own}`)
}

for (const row of rows) {
  let at = 0
  const own: string[] = []
  const partClaims: Claim[] = []
  for (const [index, criterion] of set.criteria.entries()) {
    const ofIndicators: Claim[] = []
    const verdicts = criterion.indicators.map((indicator) => {
      const provision =
        indicator.provisions.find((p) => p.from <= on && (!p.until || on < p.until)) ??
        indicator.provisions.at(-1)
      const claim = basis === 'official' ? claimOf(row.unit, 'indicator', indicator.code) : undefined
      if (claim) ofIndicators.push(claim)
      const verdict = claim ? said(claim) : provision ? judge(provision.rule, row.unit, row.column) : 'k'
      expect(row.unit, `indicator ${indicator.code}`, row.indicators[at], verdict)
      at += 1
      return verdict
    })
    const claim = basis === 'official' ? claimOf(row.unit, 'criterion', criterion.code) : undefined
    const verdict =
      claim && !ofIndicators.some((part) => overtakes(part, claim)) ? said(claim) : weakest(verdicts)
    partClaims.push(...ofIndicators, ...(claim ? [claim] : []))
    expect(row.unit, `criterion ${criterion.code}`, row.criteria[index], verdict)
    own.push(verdict)
  }
  const claim = basis === 'official' ? claimOf(row.unit, 'whole', '') : undefined
  const counted = own.map((verdict) => (verdict === 'n' ? letter(set.notApplicableCounts) : verdict))
  const speaks = claim !== undefined && !partClaims.some((part) => overtakes(part, claim))
  expect(row.unit, 'whole', letters[row.whole], speaks ? said(claim) : weakest(counted))
}
console.log(
  [...differing.slice(0, 20), `${checked} verdicts of ${rows.length} units, ${differing.length} differ`].join(
    '\n',
  ),
)
process.exitCode = checked === 0 || differing.length > 0 ? 1 : 0
