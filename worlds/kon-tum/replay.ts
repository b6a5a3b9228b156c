import type { Day, Facts, Row, UnitSections, WorldEntry } from './types.ts'

/** One thing that became known; things of one day and kind make one entry. */
export type Learned = {
  readonly day: Day
  readonly kind: EntryKind
  readonly reason: string
  readonly facts: Facts
}

/** Kinds in the order in which entries of one day are replayed: what is referred to comes first. */
const kinds = [
  'units.load',
  'packs.add',
  'sets.apply',
  'figures.add',
  'figures.correct',
  'verdicts.add',
  'verdicts.correct',
  'decisions.add',
] as const
export type EntryKind = (typeof kinds)[number]

/** Entries by day, one per day and kind; a document comes with the first entry that refers to it. */
export function replayOf(learned: readonly Learned[], documents: ReadonlyMap<string, Row>): WorldEntry[] {
  const groups = Map.groupBy(learned, (one) => `${one.day} ${kinds.indexOf(one.kind)}`)
  const entries = [...groups.keys()].toSorted().map((key): WorldEntry => {
    const group = groups.get(key) ?? []
    const [first] = group
    if (!first) throw new Error('an entry of nothing')
    const reasons = [...new Set(group.map((one) => one.reason))]
    return { day: first.day, kind: first.kind, reason: reasons.join('; '), facts: merged(group) }
  })
  const known = new Set<string>()
  for (const entry of entries) {
    const fresh = [...new Set(referredDocuments(entry.facts))].filter((id) => !known.has(id))
    for (const id of fresh) known.add(id)
    if (fresh.length === 0) continue
    entry.facts.documents = fresh.map((id) => {
      const document = documents.get(id)
      if (!document) throw new Error(`no document ${id}`)
      return document
    })
  }
  return entries
}

function merged(group: readonly Learned[]): Facts {
  const facts: Facts = {}
  for (const { facts: one } of group) {
    if (one.units) facts.units = mergedUnits(facts.units ?? {}, one.units)
    if (one.editions) facts.editions = [...(facts.editions ?? []), ...one.editions]
    if (one.setApplications)
      facts.setApplications = [...(facts.setApplications ?? []), ...one.setApplications]
    if (one.figures) facts.figures = [...(facts.figures ?? []), ...one.figures]
    if (one.verdicts) facts.verdicts = [...(facts.verdicts ?? []), ...one.verdicts]
    if (one.decisions) facts.decisions = [...(facts.decisions ?? []), ...one.decisions]
  }
  return facts
}

/** Sections without rows are left out. */
function mergedUnits(held: Partial<UnitSections>, more: Partial<UnitSections>): Partial<UnitSections> {
  const units: Partial<UnitSections> = { ...held }
  for (const section of sectionNames) {
    const rows = [...(held[section] ?? []), ...(more[section] ?? [])]
    if (rows.length > 0) units[section] = rows
  }
  return units
}

const sectionNames = [
  'units',
  'endings',
  'names',
  'kinds',
  'codes',
  'parents',
  'groups',
  'programme',
  'points',
  'changes',
] as const satisfies readonly (keyof UnitSections)[]

function referredDocuments(facts: Facts): string[] {
  const rows: readonly Row[] = [
    ...(facts.units?.groups ?? []),
    ...(facts.units?.changes ?? []),
    ...(facts.figures ?? []),
    ...(facts.verdicts ?? []),
    ...(facts.decisions ?? []),
    ...(facts.setApplications ?? []),
  ]
  return rows.flatMap((row) => (typeof row['document'] === 'string' ? [row['document']] : []))
}
