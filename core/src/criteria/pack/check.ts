import type { IsoDate } from '../../kernel/index.ts'
import type { Measure } from '../criteria.ts'
import { everyColumn } from '../levels.ts'
import { columnInPack, levelKey, provisionsOf, scaleLevel } from './build.ts'
import type {
  CriterionForm,
  DocumentForm,
  IndicatorForm,
  LevelForm,
  PackForm,
  RuleForm,
  SourceForm,
} from './form.ts'
import { mostIssues, type PackIssue, type PackIssueCode } from './issue.ts'

/** The files of a pack that have their form; what is left is whether they agree with each other. */
export type Forms = {
  readonly pack: PackForm
  readonly criteria: readonly CriterionForm[]
  readonly documents: readonly DocumentForm[]
  readonly measures: ReadonlyMap<string, Measure>
}

type Path = PackIssue['path']
type Tell = (path: Path, code: PackIssueCode, facts?: PackIssue['facts']) => void

type Names = {
  readonly forms: Forms
  readonly documents: ReadonlySet<string>
  readonly columns: ReadonlySet<string>
  readonly tellPack: Tell
  readonly tell: Tell
}

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
  checkPack(names)
  checkCriteria(names)
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
  const total = criteria.reduce((sum, criterion) => sum + criterion.indicators.length, 0)
  const expect = (key: 'criteria' | 'indicators', found: number): void => {
    const declared = pack.counts[key]
    if (declared !== found) tell(['counts', key], 'countDiffers', { declared, found })
  }
  expect('criteria', criteria.length)
  expect('indicators', total)
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

function checkCriteria(names: Names): void {
  const { pack, criteria } = names.forms
  const { tell } = names
  checkTwice(criteria, 'code', [], tell)
  const codes = new Set<string>()
  const keys = new Map<string, string>()
  for (const [at, criterion] of criteria.entries()) {
    if (!Object.hasOwn(pack.groups, criterion.group))
      tell([at, 'group'], 'groupUnknown', { group: criterion.group })
    checkOwners(criterion, [at], names)
    for (const [place, indicator] of criterion.indicators.entries()) {
      const path = [at, 'indicators', place]
      if (codes.has(indicator.code)) tell([...path, 'code'], 'twice', { value: indicator.code })
      codes.add(indicator.code)
      if (indicator.code !== criterion.code && !indicator.code.startsWith(`${criterion.code}.`)) {
        tell([...path, 'code'], 'codeOutsideCriterion', { code: indicator.code, criterion: criterion.code })
      }
      checkOwners(indicator, path, names)
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
    checkRule(provision.rule, [...own, 'rule'], { ...names, indicator, keys, used })
  }
  const end = pack.inForce.until
  if (indicator.provisions && expected !== undefined && expected !== end) {
    const isLate = end !== undefined && expected > end
    if (isLate) names.tell([...path, 'provisions'], 'provisionOverlap', { from: end })
    else names.tell([...path, 'provisions'], 'provisionGap', { from: expected, until: end ?? '…' })
  }
}

type RuleNames = Names & {
  readonly indicator: IndicatorForm
  /** Level keys of the whole set, with the indicator that uses each. */
  readonly keys: Map<string, string>
  /** Level keys of this provision. */
  readonly used: Set<string>
}

function checkRule(rule: RuleForm, path: Path, names: RuleNames): void {
  const { tell } = names
  if ('parts' in rule) {
    if (rule.kind === 'atLeastOf' && rule.count > rule.parts.length) {
      tell([...path, 'count'], 'countTooHigh', { count: rule.count, parts: rule.parts.length })
    }
    for (const [at, part] of rule.parts.entries()) checkRule(part, [...path, 'parts', at], names)
    return
  }
  checkSource(rule.source, [...path, 'source'], names.documents, tell)
  if (rule.measure === undefined) return
  const measure = names.forms.measures.get(rule.measure)
  if (!measure) {
    tell([...path, 'measure'], 'measureUnknown', { measure: rule.measure })
    return
  }
  const fits: readonly Measure['kind'][] = measureKinds[rule.kind]
  if (!fits.includes(measure.kind)) {
    tell([...path, 'measure'], 'ruleWrongMeasure', {
      rule: rule.kind,
      measure: measure.id,
      kind: measure.kind,
      fits: fits.join(', '),
    })
    return
  }
  if (rule.kind === 'atLeast' || rule.kind === 'atMost') checkLevels(rule, measure, path, names)
}

/** Which kinds of measure a rule can judge. */
const measureKinds = {
  pass: ['pass'],
  noneOf: ['count'],
  atLeast: ['share', 'count', 'amount'],
  atMost: ['share', 'count', 'amount'],
} as const satisfies Partial<Record<RuleForm['kind'], readonly Measure['kind'][]>>

function checkLevels(
  rule: Extract<RuleForm, { readonly levels: unknown }>,
  measure: Measure,
  path: Path,
  names: RuleNames,
): void {
  const { tell, keys, used, indicator } = names
  const key = levelKey(rule, indicator)
  const holder = keys.get(key)
  if (used.has(key) || (holder !== undefined && holder !== indicator.code)) {
    tell(rule.key === undefined ? path : [...path, 'key'], 'levelKeyTwice', { key })
  }
  used.add(key)
  keys.set(key, indicator.code)
  for (const [column, level] of Object.entries(rule.levels)) {
    const at = [...path, 'levels', column]
    if (columnInPack(column) !== everyColumn && !names.columns.has(column)) {
      tell(at, 'columnUnknown', { column })
    }
    const own = typeof level === 'object' ? level.source : undefined
    if (own) checkSource(own, [...at, 'source'], names.documents, tell)
    for (const [place, value] of numbersOf(level)) {
      if (scaleLevel(measure, value) === undefined) {
        tell([...at, ...place], 'levelOffScale', {
          value,
          measure: measure.id,
          decimals: measure.kind === 'share' ? 2 : measure.scale,
        })
      }
    }
    if (typeof level === 'object' && 'byYear' in level) {
      for (const year of Object.keys(level.byYear)) {
        if (!/^20\d\d$/.test(year)) tell([...at, 'byYear', year], 'levelYearWrong', { year })
      }
    }
  }
}

function numbersOf(level: LevelForm): readonly (readonly [path: Path, value: number])[] {
  if (typeof level === 'number') return [[[], level]]
  if (typeof level === 'string') return []
  if ('byYear' in level)
    return Object.entries(level.byYear).map(([year, value]) => [['byYear', year], value] as const)
  return typeof level.value === 'number' ? [[['value'], level.value]] : []
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

function checkSource(source: SourceForm, path: Path, documents: ReadonlySet<string>, tell: Tell): void {
  if (source.document !== undefined && !documents.has(source.document)) {
    tell([...path, 'document'], 'documentUnknown', { document: source.document })
  }
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
