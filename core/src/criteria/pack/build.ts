import type { IsoDate } from '../../kernel/index.ts'
import type { CriteriaSet, Criterion, Indicator, Measure, Owner, PassRule, Provision } from '../criteria.ts'
import type { PackDocument } from '../edition.ts'
import { buildRule, buildSource, hundredths, scaleValue } from './build-rules.ts'
import type {
  CriterionForm,
  DocumentForm,
  IndicatorForm,
  MeasureForm,
  OwnerForm,
  PackForm,
  RuleForm,
} from './form.ts'

export function buildMeasure(form: MeasureForm): Measure {
  return {
    id: form.id,
    name: form.name,
    kind: form.kind,
    quantity: form.quantity ?? { vi: '', en: '' },
    scale: form.scale,
    negative: form.negative ? true : undefined,
    most: form.most === undefined ? undefined : scaleValue(form.most, form.scale),
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
  return {
    id: pack.set,
    edition: pack.edition,
    name: pack.name,
    legalBasis: pack.legalBasis.map((source) => buildSource(pack, source, undefined)),
    inForce: { from: pack.inForce.from, until: pack.inForce.until },
    replaces: pack.replaces,
    forKinds: pack.forKinds,
    forGroups: pack.forGroups,
    programmeOnly: pack.programmeOnly,
    passRule: buildPassRule(pack.passRule),
    prerequisites: someOf(
      pack.prerequisites.map(({ rule, ...form }) => ({
        ...form,
        rule: buildRule(pack, form, rule, measures),
      })),
    ),
    basicallyMetCounts: pack.basicallyMetCounts,
    notApplicableCounts: pack.notApplicableCounts,
    bands: pack.bands,
    columns: pack.columns.map((column) => ({
      ...column,
      anyOfKinds: someOf(column.anyOfKinds),
      source: buildSource(pack, column.source, undefined),
    })),
    declaredIndicators: criteria.every(({ complete }) => complete) ? undefined : pack.counts.indicators,
    criteria: criteria.map((criterion) => buildCriterion(pack, criterion, measures)),
  }
}

function buildPassRule(form: PackForm['passRule']): PassRule {
  if (form === 'allCriteria') return { kind: 'allCriteria' }
  if ('atLeastCriteria' in form) {
    return { kind: 'atLeastCriteria', count: form.atLeastCriteria, required: form.required }
  }
  const { passAt, criterionFloor: floor, notApplicable } = form.points
  return {
    kind: 'points',
    passAt: hundredths(passAt),
    criterionFloor:
      floor === 'none'
        ? undefined
        : 'percent' in floor
          ? { percent: hundredths(floor.percent) }
          : { points: hundredths(floor.points) },
    notApplicable,
  }
}

function buildCriterion(
  pack: PackForm,
  form: CriterionForm,
  measures: ReadonlyMap<string, Measure>,
): Criterion {
  return {
    code: form.code,
    group: pack.groups[form.group] ?? { vi: '', en: '' },
    name: form.name,
    nameChecked: form.nameChecked,
    owners: form.owners.map((owner) => buildOwner(pack, owner)),
    key: form.key,
    complete: form.complete ? undefined : false,
    source: form.complete ? undefined : buildSource(pack, form.source ?? { checked: 'unknown' }, undefined),
    continues: someOf(form.continues),
    indicators: form.indicators.map((indicator) => buildIndicator(pack, indicator, measures)),
  }
}

/** What is empty is left out, so that a set that has no use for it is sealed as before. */
function someOf<Item>(list: readonly Item[]): readonly Item[] | undefined {
  return list.length === 0 ? undefined : list
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
    points: form.points === undefined ? undefined : hundredths(form.points),
    notApplicableIn: someOf(form.notApplicableIn),
    continues: someOf(form.continues),
  }
}

function buildOwner(pack: PackForm, form: OwnerForm): Owner {
  const name = pack.bodies[form.body]
  if (!name) throw new Error('broken promise: bodies were checked before the set was built')
  return { name, from: form.from, until: form.until, checked: form.checked }
}
