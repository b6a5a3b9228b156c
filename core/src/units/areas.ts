import { addDays, covers, type IsoDate, type Period } from '../kernel/index.ts'
import type { LineageGraph } from './lineage.ts'
import { intersect, type KindRow, type ParentRow } from './rows.ts'
import type { UnitId, UnitLevel, UnitOnDay } from './unit.ts'

/** Questions about what lies in what. */
export type Areas = {
  readonly childrenOn: (id: UnitId, day: IsoDate) => readonly UnitOnDay[]
  /** Nearest first. */
  readonly ancestorsOn: (id: UnitId, day: IsoDate) => readonly UnitOnDay[]
  readonly descendantsOn: (id: UnitId, day: IsoDate, level?: UnitLevel) => readonly UnitOnDay[]
  /**
   * The units of a level that make up an area on a day, also when the area does not exist then: after its
   * end, what became of its parts and lies in them ("former Kon Tum"); before its beginning, what it was
   * made from. An area that never crosses another's line has no unit in common with it on any day.
   */
  readonly membersOn: (area: UnitId, day: IsoDate, level: UnitLevel) => readonly UnitOnDay[]
  readonly communesOf: (area: UnitId, day: IsoDate) => readonly UnitOnDay[]
  readonly villagesOf: (area: UnitId, day: IsoDate) => readonly UnitOnDay[]
  /**
   * All that at any time is, was, or became by lineage part of the area, and what its parts came from:
   * whose facts may concern it. It asks of no day; what makes up the area on a day is `membersOn`.
   */
  readonly scopeOf: (area: UnitId) => ReadonlySet<UnitId>
  /** Every period in which a unit lies in the area, at any depth. */
  readonly withinOf: (area: UnitId) => readonly (Period & { readonly unit: UnitId })[]
  /**
   * The province in force that day that continues the world's province: Kon Tum until 30/6/2025, then
   * Quảng Ngãi; undefined before its first day and where it ended without a successor.
   */
  readonly provinceInForce: (root: UnitId, day: IsoDate) => UnitOnDay | undefined
}

type Ground = {
  readonly parents: readonly ParentRow[]
  readonly kindsOf: (id: UnitId) => readonly KindRow[]
  readonly graph: LineageGraph
  readonly unitOn: (id: UnitId, day: IsoDate) => UnitOnDay | undefined
  readonly lifeOf: (id: UnitId) => Period | undefined
  readonly levelOf: (id: UnitId) => UnitLevel | undefined
}

const levels: readonly UnitLevel[] = ['province', 'district', 'commune', 'village']

/** 0 for a province, 3 for a village. */
export function rankOfLevel(level: UnitLevel): number {
  return levels.indexOf(level)
}

export function areasOf({ parents: links, kindsOf, graph, unitOn, lifeOf, levelOf }: Ground): Areas {
  const children = Map.groupBy(links, (row) => row.parent)
  const parents = Map.groupBy(links, (row) => row.unit)
  const rank = (id: UnitId) => rankOfLevel(levelOf(id) ?? 'village')
  const inOrder = (units: Iterable<UnitOnDay>) => [...units].toSorted((one, other) => order(rank, one, other))

  const childrenOn = (id: UnitId, day: IsoDate) =>
    inOrder(
      (children.get(id) ?? [])
        .filter((row) => covers(row, day))
        .flatMap((row) => unitOn(row.unit, day) ?? []),
    )

  const ancestorsOn = (id: UnitId, day: IsoDate) => {
    const found: UnitOnDay[] = []
    const above = (unit: UnitId) => parents.get(unit)?.find((row) => covers(row, day))?.parent
    for (let next = above(id); next !== undefined && next !== id; next = above(next)) {
      const unit = unitOn(next, day)
      if (unit === undefined || found.some((one) => one.id === next)) break
      found.push(unit)
    }
    return found
  }

  const descendantsOn = (id: UnitId, day: IsoDate, level?: UnitLevel) =>
    inOrder(
      idsBelow(children, [id], day)
        .filter((one) => level === undefined || levelOf(one) === level)
        .flatMap((one) => unitOn(one, day) ?? []),
    )

  const withinOf = (area: UnitId) => periodsBelow(children, area)

  /** What its parts became by steps of these days, or came from; a unit above its own origin is no part. */
  const reached = (start: Iterable<UnitId>, way: 'successors' | 'predecessors', during?: Period) => {
    const found = new Set<UnitId>()
    const waiting = [...start]
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      for (const step of graph[way](id)) {
        const next = way === 'successors' ? step.new : step.old
        if (during !== undefined && !covers(during, step.change.day)) continue
        if (way === 'successors' && rank(next) < rank(id)) continue
        if (!found.has(next)) waiting.push(next)
        found.add(next)
      }
    }
    return found
  }

  const membersOn = (area: UnitId, day: IsoDate, level: UnitLevel) => {
    const life = lifeOf(area)
    if (life === undefined) return []
    const own = unitOn(area, day)
    if (own !== undefined) return levelOf(area) === level ? [own] : descendantsOn(area, day, level)
    const last = lastDayBefore(day, kindsOf(area))
    const parts = last === undefined ? membersBefore(area, life.from, day) : membersAfter(area, last, day)
    const below = idsBelow(
      children,
      [...parts].filter((id) => unitOn(id, day) !== undefined),
      day,
    )
    const all = new Set([...parts, ...below].filter((id) => levelOf(id) === level))
    return inOrder([...all].flatMap((id) => unitOn(id, day) ?? []))
  }

  const membersAfter = (area: UnitId, last: IsoDate, day: IsoDate) => {
    const then = idsBelow(children, [area], last)
    return new Set([
      ...then,
      ...reached(then, 'successors', { from: addDays(last, 1), until: addDays(day, 1) }),
    ])
  }

  const membersBefore = (area: UnitId, first: IsoDate, day: IsoDate) => {
    const then = idsBelow(children, [area], first)
    const during = { from: addDays(day, 1), until: addDays(first, 1) }
    return new Set([...then, ...reached([area, ...then], 'predecessors', during)])
  }

  const scopeOf = (area: UnitId) => {
    const parts = new Set(withinOf(area).map((row) => row.unit))
    const became = reached(parts, 'successors')
    const cameFrom = reached([area, ...parts], 'predecessors')
    const below = [...became, ...cameFrom].flatMap((id) => withinOf(id).map((row) => row.unit))
    return new Set([area, ...parts, ...became, ...cameFrom, ...below])
  }

  return {
    childrenOn,
    ancestorsOn,
    descendantsOn,
    membersOn,
    communesOf: (area, day) => membersOn(area, day, 'commune'),
    villagesOf: (area, day) => membersOn(area, day, 'village'),
    scopeOf,
    withinOf,
    provinceInForce: (root, day) => {
      const [life, own] = [lifeOf(root), unitOn(root, day)]
      if (life === undefined || own !== undefined) return own
      const continuing = reached([root], 'successors', { from: life.from, until: addDays(day, 1) })
      return inOrder([...continuing].flatMap((id) => unitOn(id, day) ?? [])).find(
        (one) => levelOf(one.id) === levelOf(root),
      )
    },
  }
}

type ByParent = ReadonlyMap<UnitId, readonly ParentRow[]>

function idsBelow(children: ByParent, start: readonly UnitId[], day: IsoDate): readonly UnitId[] {
  const found = new Set<UnitId>()
  const waiting = [...start]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const row of children.get(id) ?? []) {
      if (!covers(row, day) || found.has(row.unit)) continue
      found.add(row.unit)
      waiting.push(row.unit)
    }
  }
  return [...found]
}

/** A unit lies in the area while each link of the chain between them holds. */
function periodsBelow(children: ByParent, area: UnitId): readonly (Period & { readonly unit: UnitId })[] {
  const found: (Period & { readonly unit: UnitId })[] = []
  const below = (id: UnitId, during: Period | undefined, above: readonly UnitId[]): void => {
    for (const row of children.get(id) ?? []) {
      const common = during === undefined ? { from: row.from, until: row.until } : intersect(row, during)
      if (common === undefined || above.includes(row.unit)) continue
      found.push({ unit: row.unit, ...common })
      below(row.unit, common, [...above, row.unit])
    }
  }
  below(area, undefined, [area])
  return found
}

/** The last day before `day` on which a unit of these kinds existed. */
function lastDayBefore(day: IsoDate, kinds: readonly KindRow[]): IsoDate | undefined {
  const ends = kinds.flatMap((row) => (row.until !== undefined && row.until <= day ? [row.until] : []))
  const last = ends.toSorted().at(-1)
  return last === undefined ? undefined : addDays(last, -1)
}

function order(rank: (id: UnitId) => number, one: UnitOnDay, other: UnitOnDay): number {
  const byRank = rank(one.id) - rank(other.id)
  if (byRank !== 0) return byRank
  const [code, otherCode] = [one.code ?? '', other.code ?? '']
  if (code !== otherCode) return code < otherCode ? -1 : 1
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0
}
