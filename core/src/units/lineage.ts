import type { IsoDate } from '../kernel/index.ts'
import type { ChangeRow } from './rows.ts'
import type { ChangeKind, ChangePart, UnitChange, UnitId } from './unit.ts'
import { noWeight, plusWeight, timesWeight, wholeWeight, type Weight } from './weight.ts'

/** What a step of lineage rests on. */
export type ChangeSource = {
  readonly id: string
  readonly kind: ChangeKind
  readonly day: IsoDate
  readonly document: string | undefined
  readonly clause: string | undefined
  readonly entrySeq: number
}

export type MeasuredWeight = Weight & { readonly measure: string }

/** One unit becoming, whole or in part, another by one change. */
export type LineageStep = {
  readonly old: UnitId
  readonly new: UnitId
  readonly change: ChangeSource
  /** Share of the old unit that went this way, by measure; `whole` holds for every measure. */
  readonly weights: readonly MeasuredWeight[]
}

/** The steps between a unit and one it came from or became, nearest first, and the share that they carry. */
export type LineageChain = {
  readonly unit: UnitId
  readonly steps: readonly LineageStep[]
  readonly weights: readonly MeasuredWeight[]
}

export type Lineage = { readonly past: readonly LineageChain[]; readonly future: readonly LineageChain[] }

export type LineageGraph = {
  /** Steps out of a unit and into it; a part that stays the same unit is no step. */
  readonly successors: (id: UnitId) => readonly LineageStep[]
  readonly predecessors: (id: UnitId) => readonly LineageStep[]
  readonly lineage: (id: UnitId) => Lineage
  /** All changes that name the unit, renamings and moves included, by day. */
  readonly changesOf: (id: UnitId) => readonly ChangeRow[]
  /**
   * Where a unit as it was on `from` is on `until`: the units it then is part of, with its share in each.
   * Shares add up to 1 less what a change left without a successor.
   */
  readonly heirs: (id: UnitId, from: IsoDate, until: IsoDate, measure?: string) => readonly Heir[]
}

export type Heir = Weight & { readonly unit: UnitId }

export function lineageGraph(changes: readonly ChangeRow[]): LineageGraph {
  const ordered = changes.toSorted(byDayThenId)
  const steps = ordered.flatMap(stepsOf)
  const forward = Map.groupBy(steps, (step) => step.old)
  const backward = Map.groupBy(steps, (step) => step.new)
  const named = new Map<UnitId, ChangeRow[]>()
  for (const change of ordered) {
    for (const id of unitsNamed(change)) named.set(id, [...(named.get(id) ?? []), change])
  }
  const successors = (id: UnitId) => forward.get(id) ?? []
  const predecessors = (id: UnitId) => backward.get(id) ?? []
  return {
    successors,
    predecessors,
    changesOf: (id) => named.get(id) ?? [],
    lineage: (id) => ({
      past: chainsFrom(id, (unit, last) =>
        predecessors(unit).flatMap((step) =>
          last === undefined || step.change.day <= last.change.day ? [{ step, unit: step.old }] : [],
        ),
      ),
      future: chainsFrom(id, (unit, last) =>
        successors(unit).flatMap((step) =>
          last === undefined || step.change.day >= last.change.day ? [{ step, unit: step.new }] : [],
        ),
      ),
    }),
    heirs: (id, from, until, measure = 'households') => heirsIn(named, id, from, until, measure),
  }
}

function stepsOf(change: ChangeRow): readonly LineageStep[] {
  const { id, kind, day, document, clause, entrySeq } = change
  const source = { id, kind, day, document, clause, entrySeq }
  const steps = new Map<string, LineageStep>()
  for (const part of change.parts) {
    if (part.old === undefined || part.new === undefined || part.old === part.new) continue
    const key = `${part.old} ${part.new}`
    const weights = [
      ...(steps.get(key)?.weights ?? []),
      { measure: part.measure, num: part.num, den: part.den },
    ]
    steps.set(key, { old: part.old, new: part.new, change: source, weights })
  }
  return [...steps.values()]
}

/**
 * The parts into which a unit goes on a day, over all changes of the day. A change that only renames, moves
 * or raises it says nothing of shares where another divides it, and twice the same where two do.
 */
export function partsOn(changes: readonly UnitChange[], unit: UnitId, day: IsoDate): readonly ChangePart[] {
  const ofDay = changes.filter((change) => change.day === day)
  const partsOf = (divides: boolean) =>
    ofDay
      .filter((change) => !continuing.has(change.kind) === divides)
      .flatMap((change) => change.parts.filter((part) => part.old === unit))
  const divided = partsOf(true)
  if (divided.length > 0) return divided
  const same = new Map(partsOf(false).map((part) => [`${part.new ?? ''} ${part.measure}`, part]))
  return [...same.values()]
}

const continuing: ReadonlySet<ChangeKind> = new Set<ChangeKind>(['renamed', 'moved', 'changedKind'])

function daysOf(changes: readonly UnitChange[], unit: UnitId): readonly IsoDate[] {
  return changes
    .filter((change) => change.parts.some((part) => part.old === unit))
    .map((change) => change.day)
}

type Next = { readonly step: LineageStep; readonly unit: UnitId }

/** Every path away from a unit, nearest first; no path meets a unit twice. */
function chainsFrom(
  start: UnitId,
  next: (unit: UnitId, last: LineageStep | undefined) => readonly Next[],
): readonly LineageChain[] {
  const found: LineageChain[] = []
  let edge: readonly LineageChain[] = [
    { unit: start, steps: [], weights: [{ measure: whole, ...wholeWeight }] },
  ]
  while (edge.length > 0) {
    edge = edge.flatMap((chain) =>
      next(chain.unit, chain.steps.at(-1))
        .filter(
          ({ unit }) => unit !== start && chain.steps.every((step) => step.old !== unit && step.new !== unit),
        )
        .map(({ step, unit }) => ({
          unit,
          steps: [...chain.steps, step],
          weights: carried(chain.weights, step.weights),
        })),
    )
    found.push(...edge)
  }
  return found
}

const whole = 'whole'

function carried(
  along: readonly MeasuredWeight[],
  step: readonly MeasuredWeight[],
): readonly MeasuredWeight[] {
  const measures = [...new Set([...along, ...step].map((weight) => weight.measure))].toSorted()
  return measures.flatMap((measure) => {
    const [one, other] = [weightBy(along, measure), weightBy(step, measure)]
    return one && other ? [{ measure, ...timesWeight(one, other) }] : []
  })
}

function weightBy(weights: readonly MeasuredWeight[], measure: string): Weight | undefined {
  return (
    weights.find((weight) => weight.measure === measure) ?? weights.find((weight) => weight.measure === whole)
  )
}

function heirsIn(
  named: ReadonlyMap<UnitId, readonly ChangeRow[]>,
  id: UnitId,
  from: IsoDate,
  until: IsoDate,
  measure: string,
): readonly Heir[] {
  let held = new Map<UnitId, Weight>([[id, wholeWeight]])
  let last = from
  for (;;) {
    const days = [...held.keys()].flatMap((unit) => daysOf(named.get(unit) ?? [], unit))
    const day = days.filter((one) => one > last && one <= until).toSorted()[0]
    if (day === undefined) break
    const after = new Map<UnitId, Weight>()
    const give = (unit: UnitId, weight: Weight) =>
      after.set(unit, plusWeight(after.get(unit) ?? noWeight, weight))
    for (const [unit, weight] of held) {
      const parts = partsOn(named.get(unit) ?? [], unit, day)
      if (parts.length === 0) give(unit, weight)
      for (const part of byMeasure(parts, measure)) {
        if (part.new !== undefined) give(part.new, timesWeight(weight, part))
      }
    }
    held = after
    last = day
  }
  return [...held]
    .map(([unit, weight]) => ({ unit, ...weight }))
    .toSorted((one, other) => (one.unit < other.unit ? -1 : 1))
}

/** The parts by the measure asked, else those without one, else by the first measure there is. */
function byMeasure(parts: readonly ChangePart[], measure: string): readonly ChangePart[] {
  const measures = new Set(parts.map((part) => part.measure))
  const chosen = [measure, whole].find((one) => measures.has(one)) ?? [...measures].toSorted()[0]
  return parts.filter((part) => part.measure === chosen)
}

function unitsNamed(change: ChangeRow): ReadonlySet<UnitId> {
  return new Set(change.parts.flatMap((part) => [part.old, part.new].filter((id) => id !== undefined)))
}

function byDayThenId(one: ChangeRow, other: ChangeRow): number {
  if (one.day !== other.day) return one.day < other.day ? -1 : 1
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0
}
