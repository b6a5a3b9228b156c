import type { IsoDate } from '../../kernel/index.ts'
import type {
  CriteriaSet,
  Indicator,
  LegalSource,
  Level,
  Levels,
  Measure,
  Owner,
  Provision,
  Rule,
} from '../criteria.ts'
import type { PackDocument } from '../edition.ts'
import { everyColumn, levelFits } from '../levels.ts'
import type {
  CriterionForm,
  DocumentForm,
  IndicatorForm,
  LevelForm,
  MeasureForm,
  OwnerForm,
  PackForm,
  RuleForm,
  SourceForm,
} from './form.ts'

/** How the levels of every column are written in a pack. */
const everyColumnInPack = 'all'

/** Largest level that is taken: amounts and counts beyond it are no level of any law. */
const largestLevel = 100_000_000_000

export function columnInPack(name: string): string {
  return name === everyColumnInPack ? everyColumn : name
}

/** A level as written, 26.5, on the measure's scale, 2650; undefined where it does not fit exactly. */
export function scaleLevel(measure: Measure, value: number): number | undefined {
  const scaled = scaleValue(value, measure.kind === 'share' ? 2 : measure.scale)
  return scaled !== undefined && levelFits(measure, scaled) ? scaled : undefined
}

/** A number with at most `decimals` decimals as a whole number of them. */
export function scaleValue(value: number, decimals: number): number | undefined {
  const exact = value * 10 ** decimals
  const scaled = Math.round(exact)
  return Math.abs(exact - scaled) < 1e-6 && Math.abs(scaled) <= largestLevel ? scaled : undefined
}

export function buildMeasure(form: MeasureForm): Measure {
  return {
    id: form.id,
    name: form.name,
    kind: form.kind,
    quantity: form.quantity ?? { vi: '', en: '' },
    scale: form.scale,
    time: form.time,
    staleAfterMonths: form.staleAfterMonths,
    overUnits: form.overUnits,
    precedence: form.precedence,
  }
}

export function buildDocument(form: DocumentForm): PackDocument {
  return {
    id: form.id,
    title: form.title,
    number: form.number,
    day: form.day,
    issuer: form.issuer,
    url: form.url,
    unchecked: form.unchecked,
    note: form.note,
  }
}

/** The set of a pack in which the checks found nothing; measures by id. */
export function buildSet(
  pack: PackForm,
  criteria: readonly CriterionForm[],
  measures: ReadonlyMap<string, Measure>,
): CriteriaSet {
  const wording = { vi: '', en: '' }
  return {
    id: pack.set,
    edition: pack.edition,
    name: pack.name,
    legalBasis: pack.legalBasis.map((source) => buildSource(pack, source, undefined)),
    inForce: { from: pack.inForce.from, until: pack.inForce.until },
    replaces: pack.replaces,
    forKinds: pack.forKinds,
    programmeOnly: pack.programmeOnly,
    passRule: { kind: pack.passRule },
    basicallyMetCounts: pack.basicallyMetCounts,
    notApplicableCounts: pack.notApplicableCounts,
    bands: pack.bands,
    columns: pack.columns.map((column) => ({
      ...column,
      source: buildSource(pack, column.source, undefined),
    })),
    criteria: criteria.map((criterion) => ({
      code: criterion.code,
      group: pack.groups[criterion.group] ?? wording,
      name: criterion.name,
      nameChecked: criterion.nameChecked,
      owners: criterion.owners.map((owner) => buildOwner(pack, owner)),
      key: criterion.key,
      indicators: criterion.indicators.map((indicator) => buildIndicator(pack, indicator, measures)),
    })),
  }
}

/** A provision as written: the set's whole period where the indicator has one rule only. */
export function provisionsOf(
  pack: PackForm,
  indicator: IndicatorForm,
): readonly { readonly from: IsoDate; readonly until: IsoDate | undefined; readonly rule: RuleForm }[] {
  if (indicator.rule !== undefined) {
    return [{ from: pack.inForce.from, until: pack.inForce.until, rule: indicator.rule }]
  }
  return (indicator.provisions ?? []).map(({ from, until, rule }) => ({
    from,
    until: until ?? pack.inForce.until,
    rule,
  }))
}

/** Key of a rule's levels: the indicator's code unless it has its own. */
export function levelKey(
  rule: { readonly key?: string | undefined },
  indicator: { readonly code: string },
): string {
  return rule.key ?? indicator.code
}

function buildIndicator(
  pack: PackForm,
  form: IndicatorForm,
  measures: ReadonlyMap<string, Measure>,
): Indicator {
  return {
    code: form.code,
    name: form.name,
    nameChecked: form.nameChecked,
    provisions: provisionsOf(pack, form).map(({ from, until, rule }): Provision => ({
      from,
      until,
      rule: buildRule(pack, form, rule, measures),
    })),
    ifAny: form.ifAny,
    owners: form.owners.map((owner) => buildOwner(pack, owner)),
    evidence: form.evidence,
  }
}

function buildRule(
  pack: PackForm,
  indicator: IndicatorForm,
  form: RuleForm,
  measures: ReadonlyMap<string, Measure>,
): Rule {
  const parts = 'parts' in form ? form.parts.map((part) => buildRule(pack, indicator, part, measures)) : []
  switch (form.kind) {
    case 'pass':
      return {
        kind: 'pass',
        measure: form.measure,
        delegated: form.delegated,
        source: buildSource(pack, form.source, indicator.code),
      }
    case 'atLeast':
    case 'atMost': {
      const measure = measures.get(form.measure)
      const key = levelKey(form, indicator)
      const base = buildSource(pack, form.source, indicator.code)
      const levels: Levels = Object.fromEntries(
        Object.entries(form.levels).map(([column, level]) => {
          const own = typeof level === 'object' ? level.source : undefined
          const source = own ? buildSource(pack, own, indicator.code) : base
          return [columnInPack(column), buildLevel(level, source, measure)]
        }),
      )
      return { kind: form.kind, key, measure: form.measure, levels }
    }
    case 'noneOf':
      return { kind: 'noneOf', measure: form.measure, source: buildSource(pack, form.source, indicator.code) }
    case 'allOf':
      return { kind: 'allOf', parts }
    case 'anyOf':
      return { kind: 'anyOf', parts }
    case 'atLeastOf':
      return { kind: 'atLeastOf', count: form.count, parts }
  }
}

function buildLevel(form: LevelForm, source: LegalSource, measure: Measure | undefined): Level {
  if (typeof form === 'object' && 'byYear' in form) {
    const scaled = Object.fromEntries(
      Object.entries(form.byYear).map(([year, value]) => [Number(year), requiredLevel(measure, value)]),
    )
    return { kind: 'byYear', scaled, source }
  }
  const value = typeof form === 'object' ? form.value : form
  if (typeof value === 'string') return { kind: value, source }
  return { kind: 'value', scaled: requiredLevel(measure, value), source }
}

function requiredLevel(measure: Measure | undefined, value: number): number {
  const scaled = measure && scaleLevel(measure, value)
  if (scaled === undefined) throw new Error('broken promise: levels were checked before the set was built')
  return scaled
}

function buildSource(pack: PackForm, form: SourceForm, code: string | undefined): LegalSource {
  const isOwnDocument = form.document !== undefined && form.document !== pack.source.document
  const place = isOwnDocument ? undefined : pack.source.article
  const spot = code === undefined ? undefined : `chỉ tiêu ${code}`
  const derived = [place, spot].filter((part) => part !== undefined).join(', ')
  return {
    document: form.document ?? pack.source.document,
    article: form.article ?? (derived === '' ? undefined : derived),
    checked: form.checked,
    note: form.note,
  }
}

function buildOwner(pack: PackForm, form: OwnerForm): Owner {
  const name = pack.bodies[form.body]
  if (!name) throw new Error('broken promise: bodies were checked before the set was built')
  return { name, from: form.from, until: form.until, checked: form.checked }
}
