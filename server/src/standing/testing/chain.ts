import type { Claim, Explained, Indicator, Rule } from './answer-form.ts'

/** A fact of the ledger as the answer names it. */
type Fact = {
  readonly id: string
  readonly document: string | null
  readonly evidence?: string | null
  readonly entrySeq: number
}

/** Where the chain of reasons of an explanation ends too early, and the ids of the facts that it names. */
export function chainFaults(standing: Explained): {
  readonly named: readonly string[]
  readonly faults: readonly string[]
} {
  const faults: string[] = []
  const named: string[] = []
  const follow = (what: string, fact: Fact): void => {
    named.push(fact.id)
    if (fact.document !== null && standing.documents[fact.document] === undefined)
      faults.push(`${what}: no document ${fact.document}`)
    if (fact.evidence === undefined) faults.push(`${what}: neither evidence nor a word that there is none`)
    followEntry(what, fact.entrySeq)
  }
  const followEntry = (what: string, seq: number): void => {
    const entry = standing.entries[String(seq)]
    if (entry === undefined) faults.push(`${what}: no entry ${seq}`)
    else if (standing.known !== null && entry.knownOn > standing.known)
      faults.push(`${what}: entry ${seq} was known only on ${entry.knownOn}`)
  }
  const followClaim = (what: string, claim: Claim): void => {
    follow(what, claim)
    if (claim.asOf > standing.on) faults.push(`${what}: concluded later, on ${claim.asOf}`)
    if (claim.verdict === 'notApplicable' && claim.reason === null) faults.push(`${what}: no reason`)
    for (const other of claim.contenders) {
      named.push(other.id)
      followEntry(`${what}, ${other.id}`, other.entrySeq)
    }
  }
  for (const claim of standing.conclusions) followClaim('whole', claim)
  for (const criterion of standing.criteria) {
    for (const claim of criterion.conclusions) followClaim(`criterion ${criterion.code}`, claim)
    for (const indicator of criterion.indicators) {
      const what = `indicator ${indicator.code}`
      for (const claim of indicator.conclusions) followClaim(what, claim)
      for (const figure of indicator.figures) {
        follow(what, figure)
        named.push(...figure.contenders)
        if (figure.lastDay > standing.on) faults.push(`${what}: a figure of later, ${figure.lastDay}`)
      }
      faults.push(...ruleFaults(standing, indicator).map((fault) => `${what}: ${fault}`))
    }
  }
  for (const [id, level] of Object.entries(standing.levels)) {
    follow(`level ${id}`, { id, evidence: null, ...level })
    if (level.from > standing.on) faults.push(`level ${id}: of later, ${level.from}`)
  }
  return { named, faults }
}

const unchecked = /chưa đối chiếu/i

function ruleFaults(standing: Explained, indicator: Indicator): readonly string[] {
  const { rule } = indicator.explanation
  const leaves = leavesOf(rule)
  const told = indicator.text.vi.lines.filter((line) => line.about === 'level')
  return [
    ...leaves.flatMap((leaf) => figureFaults(indicator, leaf)),
    ...leaves.flatMap((leaf, index) => levelFaults(standing, leaf, told[index]?.text ?? '')),
    ...(told.length === leaves.length ? [] : [`${leaves.length} conditions, ${told.length} told of`]),
    ...(indicator.verdict === 'unknown' ? missingFaults(indicator, openLeavesOf(rule)) : []),
  ]
}

function figureFaults(indicator: Indicator, { figure, measure }: Rule): readonly string[] {
  if (figure === undefined) return []
  const origin = indicator.figures.find(({ id }) => id === figure.id)
  if (origin === undefined) return [`figure ${figure.id} has no origin`]
  return origin.measure === measure?.id ? [] : [`figure ${figure.id} is of ${origin.measure}`]
}

/** A level, or a rule without one, has its document and its article, or it is said that nobody has looked. */
function levelFaults(standing: Explained, { level, source }: Rule, told: string): readonly string[] {
  const faults: string[] = []
  if (level?.kind === 'unknown' && !unchecked.test(told)) faults.push(`unknown, and not so told: ${told}`)
  if (level?.kind === 'unknown' || level?.kind === 'delegated') return faults
  if (level?.kind === 'decision') {
    const decided = standing.levels[level.decision ?? '']
    if (decided === undefined) return [`no level decision ${level.decision}`]
    if (decided.scaled !== level.scaled) faults.push(`level decision ${level.decision} says another level`)
    if (told.includes(decided.document)) faults.push(`a document told by its id: ${told}`)
    if (decided.article !== null && !told.includes(decided.article)) faults.push(`article untold: ${told}`)
    return faults
  }
  const cited = level?.source ?? source
  if (cited === undefined) return ['neither a level nor a source']
  if (standing.documents[cited.document] === undefined) faults.push(`no document ${cited.document}`)
  if (cited.article !== undefined && !told.includes(cited.article)) faults.push(`article untold: ${told}`)
  if (cited.article === undefined && cited.checked === 'text') faults.push('checked, but by no article')
  if (cited.checked !== 'text' && !unchecked.test(told)) faults.push(`not told as unchecked: ${told}`)
  return faults
}

/** What would end an unknown verdict is named: the figure, the level, or that somebody has to conclude. */
function missingFaults({ missing }: Indicator, open: readonly Rule[]): readonly string[] {
  const named = new Set(missing.map(({ key }) => key))
  const lacking = open.flatMap(({ key, measure, figure, level }) => [
    ...(measure !== undefined && figure === undefined ? [measure.id] : []),
    ...(level?.kind === 'unknown' || level?.kind === 'delegated' ? [key ?? ''] : []),
  ])
  const unnamed = lacking.filter((key) => !named.has(key)).map((key) => `${key} is not said to be missing`)
  return missing.length === 0 ? ['unknown, and nothing is said to be missing', ...unnamed] : unnamed
}

/** The conditions that keep the whole rule open: every rule above them is unknown as well. */
function openLeavesOf(rule: Rule): readonly Rule[] {
  if (rule.verdict !== 'unknown') return []
  return rule.parts === undefined ? [rule] : rule.parts.flatMap(openLeavesOf)
}

function leavesOf(rule: Rule): readonly Rule[] {
  return rule.parts === undefined ? [rule] : rule.parts.flatMap(leavesOf)
}
