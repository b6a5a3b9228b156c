/**
 * Works out once more which recognised communes are at risk of revocation, from exported files alone, with nothing
 * of the project's own code:
 *   node tools/verify-risk.js FOLDER
 * FOLDER holds the answers of `decisions at-risk`, `decisions list`, `figures list`, `verdicts list` and `levels list`
 * as risks.json, decisions.json, figures.json, verdicts.json and levels.json, and for each of the two sets that QĐ
 * 18/2022 names the answers of `packs show SET` and `standings` as SET.pack.json and SET.standings.json; of the
 * standings only the units and their columns are read. It is plain JavaScript, so that an auditor needs nothing else.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** QĐ 18/2022/QĐ-TTg, article 4: communes by annex I of QĐ 318, advanced and model ones by annex II. */
const setOfRank = {
  standard: 'commune-2021-2025',
  advanced: 'commune-advanced-2021-2025',
  model: 'commune-advanced-2021-2025',
}
const isRevocable = (failing, key, of) =>
  (failing * 100 >= 30 * of && failing * 100 < 50 * of && key >= 1) || failing * 100 >= 50 * of

const folder = process.argv[2] ?? '.'
const read = (name) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))
const { on, basis, rows: told } = read('risks')
const byAge = (a, b) => Number(a.seq) - Number(b.seq) || (a.id < b.id ? -1 : 1)
const figures = Map.groupBy(read('figures').rows, (f) => `${f.unit} ${f.measure}`)
const claims = Map.groupBy(read('verdicts').rows, (c) => `${c.unit} ${c.set} ${c.scope} ${c.code ?? ''}`)
const levels = heads(read('levels').rows).filter((l) => l.from <= on)
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
  return facts
    .filter((f) => !ids.has(f.replaces))
    .map(follow)
    .filter((f) => !f.withdrawn)
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

function claimOf(unit, set, scope, code) {
  const past = (claims.get(`${unit} ${set} ${scope} ${code}`) ?? []).filter((c) => c.asOf <= on)
  const rank = (claim) => claimStages.indexOf(claim.stage)
  return heads(past).toSorted((a, b) => rank(b) - rank(a) || b.asOf.localeCompare(a.asOf) || byAge(a, b))[0]
}

function levelOf(set, rule, column, year) {
  const level = rule.levels[column] ?? rule.levels['*']
  const stated = typeof level?.scaled === 'object' ? level.scaled[year] : level?.scaled
  if (stated !== undefined) return stated
  const weight = (l) => (l.column === '*' ? 2 : 0) + (l.year ? 0 : 1)
  return levels
    .filter((l) => l.set === set && l.key === rule.key && [column, '*'].includes(l.column))
    .filter((l) => (l.year ? String(l.year) === year : !l.until || on < l.until))
    .toSorted((a, b) => weight(a) - weight(b) || b.from.localeCompare(a.from) || byAge(a, b))[0]?.scaled
}

/** m met, u unmet, k unknown, n not applicable. */
const letter = (met) => (met ? 'm' : 'u')

function judge({ set, shares }, rule, unit, column) {
  if (rule.parts) {
    const parts = rule.parts
      .map((part) => judge({ set, shares }, part, unit, column))
      .filter((v) => v !== 'n')
    if (parts.length === 0) return 'n'
    const needed =
      rule.kind === 'allOf' ? parts.length : rule.kind === 'anyOf' ? 1 : Math.min(rule.count, parts.length)
    const met = parts.filter((v) => v === 'm').length
    const open = parts.filter((v) => v === 'k').length
    return met >= needed ? 'm' : met + open < needed ? 'u' : 'k'
  }
  if (!['pass', 'noneOf', 'atLeast', 'atMost'].includes(rule.kind))
    throw new Error(`a rule of kind ${rule.kind}`)
  if ((rule.levels?.[column] ?? rule.levels?.['*'])?.kind === 'notApplicable') return 'n'
  const figure = figureOf(unit, rule.measure)
  if (!figure) return 'k'
  if (figure.notApplicableReason) return 'n'
  if (rule.kind === 'pass') return letter(BigInt(figure.scaled) === 1n)
  if (rule.kind === 'noneOf') return letter(BigInt(figure.scaled) === 0n)
  const level = levelOf(set.id, rule, column, figure.period.slice(0, 4))
  if (level === undefined) return 'k'
  const isShare = shares.has(rule.measure)
  const have = isShare ? BigInt(figure.num) * 10_000n : BigInt(figure.scaled)
  const need = BigInt(level) * (isShare ? BigInt(figure.den) : 1n)
  return letter(rule.kind === 'atLeast' ? have >= need : have <= need)
}

function said(set, { verdict }) {
  if (verdict === 'basicallyMet') return letter(set.basicallyMetCounts)
  return verdict === 'notApplicable' ? 'n' : letter(verdict === 'met')
}

const overtakes = (part, broad) =>
  part.asOf > broad.asOf && claimStages.indexOf(part.stage) >= claimStages.indexOf(broad.stage)

/** The verdict on one criterion: the conclusion that speaks, else the weakest of its indicators. */
function verdictOn(law, criterion, unit, column) {
  const { set } = law
  const parts = []
  const verdicts = criterion.indicators.map((indicator) => {
    const claim = basis === 'official' ? claimOf(unit, set.id, 'indicator', indicator.code) : undefined
    if (claim) parts.push(claim)
    if (claim) return said(set, claim)
    if (indicator.notApplicableIn?.includes(column)) return 'n'
    const provision = indicator.provisions.findLast((p) => p.from <= on) ?? indicator.provisions[0]
    return judge(law, provision.rule, unit, column)
  })
  const claim = basis === 'official' ? claimOf(unit, set.id, 'criterion', criterion.code) : undefined
  if (claim && !parts.some((part) => overtakes(part, claim))) return said(set, claim)
  if (verdicts.includes('u')) return 'u'
  if (verdicts.includes('k') || criterion.complete === false) return 'k'
  return verdicts.includes('m') ? 'm' : 'n'
}

const laws = new Map(
  [...new Set(Object.values(setOfRank))].map((id) => {
    const { set, measures } = read(`${id}.pack`).content
    const shares = new Set(measures.filter((m) => m.kind === 'share').map((m) => m.id))
    const columns = new Map(read(`${id}.standings`).rows.map((row) => [row.unit, row.column]))
    return [id, { set, shares, columns }]
  }),
)

/** Risk and what is left until it, tried for every way in which the unknown criteria may turn out. */
function riskOf(law, unit) {
  const { criteria } = law.set
  const verdicts = criteria.map((one) => verdictOn(law, one, unit, law.columns.get(unit)))
  const count = (v, isKey) => verdicts.filter((each, at) => each === v && (!isKey || criteria[at].key)).length
  const [unmet, open, keyUnmet, keyOpen] = [count('u'), count('k'), count('u', true), count('k', true)]
  const keyOf = criteria.filter((one) => one.key).length
  const lefts = []
  for (let key = 0; key <= keyOpen; key += 1) {
    for (let other = 0; other <= open - keyOpen; other += 1) {
      let left = 0
      const [failing, keys] = [unmet + key + other, keyUnmet + key]
      // The cheapest way to fail further begins with a key criterion, where there is one left.
      while (!isRevocable(failing + left, keys + (left > 0 && keys < keyOf ? 1 : 0), criteria.length))
        left += 1
      lefts.push(left)
    }
  }
  const at = lefts.filter((left) => left === 0).length
  const status =
    open === criteria.length ? 'unknown' : at === lefts.length ? 'risk' : at > 0 ? 'possible' : 'none'
  return [
    status,
    `${unmet}-${unmet + open}`,
    `${keyUnmet}-${keyUnmet + keyOpen}`,
    `${Math.min(...lefts)}-${Math.max(...lefts)}`,
  ].join(' ')
}

/** Recognitions in force: not corrected, not revoked; of one rank the earliest. */
const decisions = read('decisions').rows
const corrected = new Set(decisions.map((d) => d.replaces))
const standing = decisions.filter((d) => !corrected.has(d.id) && d.day <= on)
const mendedBy = (decision) => {
  const ids = [decision.id]
  for (let next = decision.replaces; next; next = decisions.find((d) => d.id === next)?.replaces)
    ids.push(next)
  return ids
}
const isRevoked = (decision) =>
  standing.some(
    (d) =>
      d.act === 'revoke' &&
      d.unit === decision.unit &&
      d.rank === decision.rank &&
      (d.revokes ? mendedBy(decision).includes(d.revokes) : d.day >= decision.day),
  )
const own = new Map()
for (const decision of standing.filter((d) => d.act === 'recognise')) {
  const law = laws.get(setOfRank[decision.rank])
  if (!law?.columns.has(decision.unit) || isRevoked(decision)) continue
  own.set(`${decision.unit} ${decision.rank}`, riskOf(law, decision.unit))
}

const between = ({ least, most }) => `${least}-${most}`
const theirs = new Map(
  told
    .filter((row) => row.rule !== null)
    .map((row) => [
      `${row.unit.id} ${row.rank}`,
      [row.status, between(row.failing), between(row.keyFailing), between(row.margin)].join(' '),
    ]),
)
const differing = [...new Set([...own.keys(), ...theirs.keys()])].filter(
  (key) => own.get(key) !== theirs.get(key),
)
for (const key of differing.slice(0, 20)) {
  console.log(`${key}: the program says ${theirs.get(key)}, the facts say ${own.get(key)}`)
}
const near = [...own.values()].filter((risk) => /^(risk|possible) /.test(risk)).length
console.log(`${own.size} recognitions, ${near} at risk or possibly, ${differing.length} differ`)
process.exitCode = own.size === 0 || differing.length > 0 ? 1 : 0
