import type { Measure } from '../criteria.ts'
import type { CriterionForm, DocumentForm, IndicatorForm, PackForm, SourceForm } from './form.ts'
import type { PackIssue, PackIssueCode } from './issue.ts'

/** The files of a pack that have their form; what is left is whether they agree with each other. */
export type Forms = {
  readonly pack: PackForm
  readonly criteria: readonly CriterionForm[]
  readonly documents: readonly DocumentForm[]
  readonly measures: ReadonlyMap<string, Measure>
}

export type Path = PackIssue['path']
export type Tell = (path: Path, code: PackIssueCode, facts?: PackIssue['facts']) => void

export type Names = {
  readonly forms: Forms
  readonly documents: ReadonlySet<string>
  readonly columns: ReadonlySet<string>
  readonly tellPack: Tell
  readonly tell: Tell
}

export type RuleNames = Names & {
  /** The indicator or prerequisite whose rule it is. */
  readonly indicator: Pick<IndicatorForm, 'code'> & Partial<Pick<IndicatorForm, 'points' | 'passAt'>>
  /** Level keys of the whole set, with the indicator that uses each. */
  readonly keys: Map<string, string>
  /** Level keys of this provision. */
  readonly used: Set<string>
  /** Where the rule stands: as an indicator's whole rule, within another or a prerequisite's, or before lower units. */
  readonly place: 'whole' | 'part' | 'ofUnits'
}

export function checkSource(
  source: SourceForm,
  path: Path,
  documents: ReadonlySet<string>,
  tell: Tell,
): void {
  if (source.document !== undefined && !documents.has(source.document)) {
    tell([...path, 'document'], 'documentUnknown', { document: source.document })
  }
}
