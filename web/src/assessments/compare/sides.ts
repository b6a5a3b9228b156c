import type { SetRow } from '../../standing/law/answers.ts'

/** What choosing needs to know of a set. */
export type Choosable = Pick<SetRow, 'set' | 'replaces' | 'judges' | 'applied' | 'forKinds'>

export type ChosenSides = { readonly old: string | undefined; readonly new: string | undefined }

/** Whether some kind of unit is judged by both; a set is never held against itself. */
export function areComparable(one: Choosable, other: Choosable): boolean {
  return one.set !== other.set && one.forKinds.some((kind) => other.forKinds.includes(kind))
}

/**
 * The two sides an address means. What it leaves open is filled from the law: the set that judges and the one applied
 * before it, else the one that replaces it; for one set alone the set it replaces or is replaced by. A side stays open
 * where nothing says which set it should be.
 */
export function chooseSides(sets: readonly Choosable[], asked: ChosenSides): ChosenSides {
  if (asked.old !== undefined && asked.new !== undefined) return asked
  const judging = sets.find(({ judges }) => judges)
  if (asked.old === undefined && asked.new === undefined) {
    const before = judging && beforeIt(sets, judging)
    if (judging === undefined || before !== undefined) return { old: before?.set, new: judging?.set }
    const after = sets.find(({ replaces }) => replaces === judging.set)
    return after === undefined ? { old: undefined, new: judging.set } : { old: judging.set, new: after.set }
  }
  const given = sets.find(({ set }) => set === (asked.old ?? asked.new))
  if (given === undefined) return asked
  const inLaw =
    asked.new === undefined
      ? sets.find(({ replaces }) => replaces === given.set)
      : sets.find(({ set }) => set === given.replaces)
  const other = inLaw ?? (judging && areComparable(judging, given) ? judging : undefined)
  return { old: asked.old ?? other?.set, new: asked.new ?? other?.set }
}

/** The set applied last before another one was. */
function beforeIt(sets: readonly Choosable[], judging: Choosable): Choosable | undefined {
  const since = judging.applied?.from ?? ''
  return sets
    .filter((each) => areComparable(each, judging) && each.applied !== null && each.applied.from < since)
    .toSorted((one, other) => ((one.applied?.from ?? '') < (other.applied?.from ?? '') ? 1 : -1))[0]
}
