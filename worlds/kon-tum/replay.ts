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

/** What the members of a group say, section by section; sections without rows are left out. */
function merged(group: readonly Learned[]): Facts {
  const rowsOf = <Section>(read: (facts: Facts) => readonly Section[] | undefined): Section[] | undefined => {
    const rows = group.flatMap(({ facts }) => read(facts) ?? [])
    return rows.length > 0 ? rows : undefined
  }
  const facts: Facts = {}
  const units: Partial<UnitSections> = {}
  for (const section of sectionNames) {
    const rows = rowsOf((one) => one.units?.[section])
    if (rows) units[section] = rows
  }
  if (Object.keys(units).length > 0) facts.units = units
  const editions = rowsOf((one) => one.editions)
  if (editions) facts.editions = editions
  const setApplications = rowsOf((one) => one.setApplications)
  if (setApplications) facts.setApplications = setApplications
  const figures = rowsOf((one) => one.figures)
  if (figures) facts.figures = figures
  const verdicts = rowsOf((one) => one.verdicts)
  if (verdicts) facts.verdicts = verdicts
  const decisions = rowsOf((one) => one.decisions)
  if (decisions) facts.decisions = decisions
  return facts
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
