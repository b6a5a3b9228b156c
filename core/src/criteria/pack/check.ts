import type { IsoDate } from '../../kernel/index.ts'
import { everyColumn } from '../levels.ts'
import { provisionsOf } from './build.ts'
import { columnInPack } from './build-rules.ts'
import { checkSource, type Forms, type Names, type Path, type Tell } from './check-names.ts'
import { checkPassAt, checkPoints } from './check-points.ts'
import { checkRule } from './check-rules.ts'
import type { CriterionForm, IndicatorForm, PackForm } from './form.ts'
import { mostIssues, type PackIssue } from './issue.ts'

/** Everything in which the files of a pack contradict themselves, each other or the calendar. */
export function checkForms(forms: Forms): readonly PackIssue[] {
  const issues: PackIssue[] = []
  const tellIn =
    (file: string): Tell =>
    (path, code, facts = {}) => {
      if (issues.length < mostIssues) issues.push({ file, path, code, facts })
    }
  const names: Names = {
    forms,
    documents: new Set(forms.documents.map((document) => document.id)),
    columns: new Set(forms.pack.columns.map((column) => column.id)),
    tellPack: tellIn('pack.yaml'),
    tell: tellIn('criteria.yaml'),
  }
  checkTwice(forms.documents, 'id', [], tellIn('documents.yaml'))
  const keys = new Map<string, string>()
  checkPack(names)
  checkPassRule(names)
  checkPoints(names)
  checkPrerequisites(names, keys)
  checkCriteria(names, keys)
  return issues
}

/** Rows of a list that repeat the identity of an earlier one. */
export function checkTwice<Key extends string>(
  rows: readonly Readonly<Record<Key, string>>[],
  key: Key,
  path: Path,
  tell: Tell,
): void {
  const seen = new Set<string>()
  for (const [at, row] of rows.entries()) {
    if (seen.has(row[key])) tell([...path, at, key], 'twice', { value: row[key] })
    seen.add(row[key])
  }
}

function checkPack({ forms: { pack, criteria }, documents, tellPack: tell }: Names): void {
  checkCounts(pack, criteria, tell)
  if (pack.replaces === pack.set) tell(['replaces'], 'replacesItself')
  checkPeriod(pack.inForce, ['inForce'], tell)
  checkTwice(pack.columns, 'id', ['columns'], tell)
  if (!documents.has(pack.source.document)) {
    tell(['source', 'document'], 'documentUnknown', { document: pack.source.document })
  }
  for (const [at, source] of pack.legalBasis.entries())
    checkSource(source, ['legalBasis', at], documents, tell)
  for (const [at, column] of pack.columns.entries()) {
    if (columnInPack(column.id) === everyColumn)
      tell(['columns', at, 'id'], 'columnUnknown', { column: column.id })
    if (column.anyOfGroups.length + column.anyOfKinds.length === 0)
      tell(['columns', at, 'anyOfGroups'], 'keyMissing', { key: 'anyOfGroups' })
    checkSource(column.source, ['columns', at, 'source'], documents, tell)
  }
  const counted = Array.from({ length: pack.counts.criteria + 1 }, () => 0)
  for (const band of pack.bands) {
    for (let place = band.from; place <= Math.min(band.to, pack.counts.criteria); place += 1) {
      counted[place] = (counted[place] ?? 0) + 1
    }
  }
  const uneven = counted.findIndex((times) => times !== 1)
  if (uneven >= 0 || pack.bands.some((band) => band.to > pack.counts.criteria)) {
    tell(['bands'], 'bandsGap', { criteria: pack.counts.criteria })
  }
}

function checkPassRule({ forms: { pack, criteria }, tellPack: tell }: Names): void {
  const { passRule } = pack
  if (passRule === 'allCriteria' || 'points' in passRule) return
  if (passRule.atLeastCriteria > criteria.length) {
    const facts = { count: passRule.atLeastCriteria, parts: criteria.length }
    tell(['passRule', 'atLeastCriteria'], 'countTooHigh', facts)
  }
  for (const [at, code] of passRule.required.entries()) {
    if (!criteria.some((criterion) => criterion.code === code))
      tell(['passRule', 'required', at], 'requiredUnknown', { code })
  }
}

function checkPrerequisites(names: Names, keys: Map<string, string>): void {
  const { prerequisites } = names.forms.pack
  checkTwice(prerequisites, 'code', ['prerequisites'], names.tellPack)
  for (const [at, prerequisite] of prerequisites.entries()) {
    const used = new Set<string>()
    const within = { ...names, tell: names.tellPack, indicator: prerequisite, keys, used }
    checkRule(prerequisite.rule, ['prerequisites', at, 'rule'], { ...within, place: 'part' })
  }
}

/** What the decision counts is what is written, unless we could not read some of its indicators. */
function checkCounts({ counts }: PackForm, criteria: readonly CriterionForm[], tell: Tell): void {
  if (counts.criteria !== criteria.length) {
    tell(['counts', 'criteria'], 'countDiffers', { declared: counts.criteria, found: criteria.length })
  }
  const found = criteria.reduce((sum, criterion) => sum + criterion.indicators.length, 0)
  const declared = counts.indicators
  if (criteria.every(({ complete }) => complete)) {
    if (declared !== found) tell(['counts', 'indicators'], 'countDiffers', { declared, found })
  } else if (declared !== 'unknown' && declared <= found) {
    tell(['counts', 'indicators'], 'countTooLow', { declared, found })
  }
}

function checkCriteria(names: Names, keys: Map<string, string>): void {
  const { pack, criteria } = names.forms
  const { tell } = names
  checkTwice(criteria, 'code', [], tell)
  const codes = new Set<string>()
  for (const [at, criterion] of criteria.entries()) {
    if (!Object.hasOwn(pack.groups, criterion.group))
      tell([at, 'group'], 'groupUnknown', { group: criterion.group })
    checkOwners(criterion, [at], names)
    checkContinues(criterion, [at], names)
    checkCompleteness(criterion, [at], names)
    for (const [place, indicator] of criterion.indicators.entries()) {
      const path = [at, 'indicators', place]
      if (codes.has(indicator.code)) tell([...path, 'code'], 'twice', { value: indicator.code })
      codes.add(indicator.code)
      if (indicator.code !== criterion.code && !indicator.code.startsWith(`${criterion.code}.`)) {
        tell([...path, 'code'], 'codeOutsideCriterion', { code: indicator.code, criterion: criterion.code })
      }
      checkOwners(indicator, path, names)
      checkContinues(indicator, path, names)
      for (const [nth, column] of indicator.notApplicableIn.entries()) {
        if (!names.columns.has(column)) tell([...path, 'notApplicableIn', nth], 'columnUnknown', { column })
      }
      checkProvisions(indicator, path, keys, names)
    }
  }
}

function checkProvisions(
  indicator: IndicatorForm,
  path: Path,
  keys: Map<string, string>,
  names: Names,
): void {
  const { pack } = names.forms
  if ((indicator.rule === undefined) === (indicator.provisions === undefined)) {
    names.tell(path, 'ruleOrProvisions', { code: indicator.code })
    return
  }
  const rules = provisionsOf(pack, indicator).map(({ rule }) => rule)
  checkPassAt(indicator, rules, path, names.tell)
  let expected: IsoDate | undefined = pack.inForce.from
  for (const [at, provision] of provisionsOf(pack, indicator).entries()) {
    const own = indicator.rule === undefined ? [...path, 'provisions', at] : path
    if (indicator.rule === undefined) {
      checkPeriod(provision, own, names.tell)
      if (expected === undefined || provision.from < expected) {
        names.tell([...own, 'from'], 'provisionOverlap', { from: provision.from })
      } else if (provision.from > expected) {
        names.tell([...own, 'from'], 'provisionGap', { from: expected, until: provision.from })
      }
      expected = indicator.provisions?.[at]?.until ?? pack.inForce.until
    }
    const used = new Set<string>()
    checkRule(provision.rule, [...own, 'rule'], { ...names, indicator, keys, used, place: 'whole' })
  }
  const end = pack.inForce.until
  if (indicator.provisions && expected !== undefined && expected !== end) {
    const isLate = end !== undefined && expected > end
    if (isLate) names.tell([...path, 'provisions'], 'provisionOverlap', { from: end })
    else names.tell([...path, 'provisions'], 'provisionGap', { from: expected, until: end ?? '…' })
  }
}

function checkOwners(
  owned: { readonly owners: CriterionForm['owners'] },
  path: Path,
  { forms: { pack }, tell }: Names,
): void {
  for (const [at, owner] of owned.owners.entries()) {
    if (!Object.hasOwn(pack.bodies, owner.body))
      tell([...path, 'owners', at, 'body'], 'bodyUnknown', { body: owner.body })
    if (owner.from !== undefined)
      checkPeriod({ from: owner.from, until: owner.until }, [...path, 'owners', at], tell)
  }
}

function checkContinues(
  { continues }: Pick<CriterionForm, 'continues'>,
  path: Path,
  { forms: { pack }, tell }: Names,
): void {
  checkTwice(continues, 'set', [...path, 'continues'], tell)
  for (const [at, { set }] of continues.entries()) {
    if (set === pack.set) tell([...path, 'continues', at, 'set'], 'continuesItself', { set })
  }
}

/** Only a criterion that is not complete may have no indicator, or name what would complete it. */
function checkCompleteness(criterion: CriterionForm, path: Path, { documents, tell }: Names): void {
  if (criterion.source) checkSource(criterion.source, [...path, 'source'], documents, tell)
  if (!criterion.complete) return
  if (criterion.indicators.length === 0) tell(path, 'indicatorsMissing', { criterion: criterion.code })
  if (criterion.source) tell([...path, 'source'], 'keyUnknown', { key: 'source' })
}

function checkPeriod(
  period: { readonly from: IsoDate; readonly until?: IsoDate | undefined },
  path: Path,
  tell: Tell,
): void {
  if (period.until !== undefined && period.until <= period.from) {
    tell([...path, 'until'], 'periodEmpty', { from: period.from, until: period.until })
  }
}
