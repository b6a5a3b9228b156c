/**
 * Judges every commune once more, from exported files alone, with nothing of the project's own code:
 *   node tools/verify-standing.js FOLDER
 * FOLDER holds the answers of `packs show SET`, `figures list`, `verdicts list`, `levels list` and `standings`
 * as pack.json, figures.json, verdicts.json, levels.json and standings.json.
 * It is plain JavaScript and reads downwards, so that an auditor needs nothing else.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.argv[2] ?? '.'
const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'))
const { set, measures } = read('pack.json').content
const kinds = new Map(measures.map((m) => [m.id, m.kind]))
const { on, basis, rows } = read('standings.json')
const figures = Map.groupBy(read('figures.json').rows, (f) => `${f.unit} ${f.measure}`)
const claims = Map.groupBy(
  read('verdicts.json').rows.filter((c) => c.set === set.id),
  (c) => `${c.unit} ${c.scope} ${c.code ?? ''}`,
)
const byAge = (a, b) => Number(a.seq) - Number(b.seq) || (a.id < b.id ? -1 : 1)
const inForce = (l) => l.from <= on && (l.year || !l.until || on < l.until)
const allLevels = read('levels.json').rows.filter((l) => l.set === set.id)
const levels = heads(allLevels).filter((l) => !l.withdrawn && inForce(l))

const figureStages = ['claimed', 'verified', 'appraised', 'statistical']
const claimStages = ['selfAssessed', 'verified', 'appraised', 'decided']

function lastDay(period) {
  if (/^\d{4}$/.test(period) || period.endsWith('-H2')) return `${period.slice(0, 4)}-12-31`
  if (period.endsWith('-H1')) return `${period.slice(0, 4)}-06-30`
  return /^\d{4}-\d{4}$/.test(period) ? `${period.slice(5)}-05-31` : period
}

/** Ends of the chains of corrections; of two corrections of one fact, the one written first. */
function heads(facts) {
  const ids = new Set(facts.map((f) => f.id))
  const follow = (fact) => {
    const next = facts.filter((f) => f.replaces === fact.id).toSorted(byAge)[0]
    return next ? follow(next) : fact
  }
  return facts.filter((f) => !ids.has(f.replaces)).map(follow)
}

function figureOf(unit, measure) {
  const past = (figures.get(`${unit} ${measure}`) ?? []).filter((f) => lastDay(f.period) <= on)
  return heads(past).toSorted(
    (a, b) =>
      lastDay(b.period).localeCompare(lastDay(a.period)) ||
      figureStages.indexOf(b.stage) - figureStages.indexOf(a.stage) ||
      Number(a.nature === 'estimate') - Number(b.nature === 'estimate') ||
      byAge(a, b),
  )[0]
}

function claimOf(unit, scope, code) {
  const past = (claims.get(`${unit} ${scope} ${code}`) ?? []).filter((c) => c.asOf <= on)
  const rank = (claim) => claimStages.indexOf(claim.stage)
  const standing = heads(past).filter((claim) => !claim.withdrawn)
  return standing.toSorted((a, b) => rank(b) - rank(a) || b.asOf.localeCompare(a.asOf) || byAge(a, b))[0]
}

function levelOf(rule, column, year) {
  const level = rule.levels[column] ?? rule.levels['*']
  const stated = typeof level?.scaled === 'object' ? level.scaled[year] : level?.scaled
  if (stated !== undefined) return stated
  const fits = (l) => l.key === rule.key && [column, '*'].includes(l.column)
  const weight = (l) => (l.column === '*' ? 2 : 0) + (l.year ? 0 : 1)
  return levels
    .filter((l) => fits(l) && (!l.year || String(l.year) === year))
    .toSorted((a, b) => weight(a) - weight(b) || b.from.localeCompare(a.from) || byAge(a, b))[0]?.scaled
}

const letters = { met: 'm', unmet: 'u', unknown: 'k', notApplicable: 'n' }
const letter = (met) => (met ? 'm' : 'u')

function judge(rule, unit, column) {
  if (rule.parts) {
    const parts = rule.parts.map((part) => judge(part, unit, column)).filter((verdict) => verdict !== 'n')
    if (parts.length === 0) return 'n'
    const needed =
      rule.kind === 'allOf' ? parts.length : rule.kind === 'anyOf' ? 1 : Math.min(rule.count, parts.length)
    const met = parts.filter((verdict) => verdict === 'm').length
    const open = parts.filter((verdict) => verdict === 'k').length
    return met >= needed ? 'm' : met + open < needed ? 'u' : 'k'
  }
  const figure = figureOf(unit, rule.measure)
  if (!figure) return 'k'
  if (figure.notApplicableReason) return 'n'
  if (rule.kind === 'pass') return letter(BigInt(figure.scaled) === 1n)
  if (rule.kind === 'noneOf') return letter(BigInt(figure.scaled) === 0n)
  const level = levelOf(rule, column, figure.period.slice(0, 4))
  if (level === undefined) return 'k'
  const share = kinds.get(rule.measure) === 'share'
  const have = share ? BigInt(figure.num) * 10_000n : BigInt(figure.scaled)
  const need = BigInt(level) * (share ? BigInt(figure.den) : 1n)
  return letter(rule.kind === 'atLeast' ? have >= need : have <= need)
}

function said(claim) {
  if (claim.verdict === 'basicallyMet') return letter(set.basicallyMetCounts)
  return claim.verdict === 'notApplicable' ? 'n' : letter(claim.verdict === 'met')
}

const overtakes = (part, broad) =>
  part.asOf > broad.asOf && claimStages.indexOf(part.stage) >= claimStages.indexOf(broad.stage)

function weakest(verdicts) {
  const apply = verdicts.filter((verdict) => verdict !== 'n')
  if (apply.length === 0) return 'n'
  return apply.includes('u') ? 'u' : apply.includes('k') ? 'k' : 'm'
}

let checked = 0
const differing = []
const expect = (unit, what, given, own) => {
  checked += 1
  if (given !== own) differing.push(`${unit} ${what}: the program says ${given}, the facts say ${own}`)
}

for (const row of rows) {
  let at = 0
  const own = []
  const partClaims = []
  for (const [index, criterion] of set.criteria.entries()) {
    const ofIndicators = []
    const verdicts = criterion.indicators.map((indicator) => {
      const provision = indicator.provisions.findLast((p) => p.from <= on) ?? indicator.provisions[0]
      const claim = basis === 'official' ? claimOf(row.unit, 'indicator', indicator.code) : undefined
      if (claim) ofIndicators.push(claim)
      const verdict = claim ? said(claim) : judge(provision.rule, row.unit, row.column)
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
for (const line of differing.slice(0, 20)) console.log(line)
console.log(`${checked} verdicts of ${rows.length} units, ${differing.length} differ`)
process.exitCode = checked === 0 || differing.length > 0 ? 1 : 0
