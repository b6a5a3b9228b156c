import { levelOfKind, type UnitKind } from '../units/index.ts'
import type { CriteriaSet, Indicator } from './criteria.ts'
import { everyColumn } from './levels.ts'

/** What the law asks of a unit on a day before it says whether and by which levels it is judged. */
export type UnitAsJudged = {
  readonly kind: UnitKind
  readonly inProgramme: boolean
  readonly groups: ReadonlySet<string>
}

/** Whether the set is for the unit; outside it a unit is "không thuộc đối tượng", which is not unknown. */
export function isSetFor(set: CriteriaSet, { kind, inProgramme, groups }: UnitAsJudged): boolean {
  return (
    set.forKinds.includes(kind) &&
    (inProgramme || !set.programmeOnly) &&
    (set.forGroups === undefined || set.forGroups.some((group) => groups.has(group)))
  )
}

/** Whether the set is for units of the level of communes, so that it can be asked for where communes are counted. */
export function judgesCommunes({ forKinds }: Pick<CriteriaSet, 'forKinds'>): boolean {
  return forKinds.some((kind) => levelOfKind[kind] === 'commune')
}

/** The first column that has the unit's kind or one of its groups; `*`, levels for all alone, where none has. */
export function columnOf(set: CriteriaSet, { kind, groups }: Pick<UnitAsJudged, 'kind' | 'groups'>): string {
  const column = set.columns.find(
    ({ anyOfGroups, anyOfKinds }) =>
      anyOfGroups.some((group) => groups.has(group)) || anyOfKinds?.includes(kind) === true,
  )
  return column?.id ?? everyColumn
}

/** Whether an indicator applies to the units of a column at all. */
export function appliesIn(indicator: Indicator, column: string): boolean {
  return indicator.notApplicableIn?.includes(column) !== true
}
