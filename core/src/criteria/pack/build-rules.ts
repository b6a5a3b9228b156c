import { onScale, readDecimal } from '../../text/index.ts'
import type { LegalSource, Level, Levels, Measure, Rule, ScoreStep } from '../criteria.ts'
import { everyColumn, levelFits, levelScale, measureOfUnits } from '../levels.ts'
import type { IndicatorForm, LevelForm, PackForm, RuleForm, SourceForm } from './form.ts'
import type { StepForm } from './form-rules.ts'

/** How the levels of every column are written in a pack. */
const everyColumnInPack = 'all'

/** Largest level that is taken: amounts and counts beyond it are no level of any law. */
const largestLevel = 100_000_000_000

export function columnInPack(name: string): string {
  return name === everyColumnInPack ? everyColumn : name
}

/** A level as written, 26.5, on the measure's scale, 2650; undefined where it does not fit exactly. */
export function scaleLevel(measure: Measure, value: number): number | undefined {
  const scaled = scaleValue(value, levelScale(measure))
  return scaled !== undefined && levelFits(measure, scaled) ? scaled : undefined
}

/** A percentage, or points, with at most two decimals, times 100. */
export function hundredths(value: number): number {
  const scaled = inHundredths(value)
  if (scaled === undefined) throw new Error('broken promise: numbers were checked before the set was built')
  return scaled
}

/** The same of any number; undefined where it has more decimals. */
export function inHundredths(value: number): number | undefined {
  return scaleValue(value, 2)
}

/** A number with at most `decimals` decimals as a whole number of them. */
export function scaleValue(value: number, decimals: number): number | undefined {
  const read = readDecimal(value)
  const scaled = read.ok ? onScale(read.value, decimals) : undefined
  return scaled !== undefined && Math.abs(scaled) <= largestLevel ? scaled : undefined
}

/** Key of a rule's levels: the indicator's code unless it has its own. */
export function levelKey(rule: { readonly key?: string | undefined }, indicator: RuleOwner): string {
  return rule.key ?? indicator.code
}

/** The indicator or prerequisite that a rule is of. */
type RuleOwner = Pick<IndicatorForm, 'code'> & Partial<Pick<IndicatorForm, 'points' | 'passAt'>>

/** The rule of an indicator or prerequisite, with levels on their scale and sources spelt out. */
export function buildRule(
  pack: PackForm,
  indicator: RuleOwner,
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
      const levels = buildLevels(pack, indicator, form, measures.get(form.measure))
      return { kind: form.kind, key: levelKey(form, indicator), measure: form.measure, levels }
    }
    case 'noneOf':
      return { kind: 'noneOf', measure: form.measure, source: buildSource(pack, form.source, indicator.code) }
    case 'register':
      return {
        kind: 'register',
        register: form.register,
        entry: form.entry,
        name: form.name,
        source: buildSource(pack, form.source, indicator.code),
      }
    case 'unitsAtLeast':
    case 'unitsAtMost':
      return {
        kind: form.kind,
        key: levelKey(form, indicator),
        of: form.of,
        as: form.as,
        that: buildRule(pack, indicator, form.that, measures),
        name: form.name,
        levels: buildLevels(pack, indicator, form, measureOfUnits(form.as)),
      }
    case 'score': {
      const points = indicator.points ?? 0
      return {
        kind: 'score',
        measure: form.measure,
        steps: form.steps?.map((step, at) => buildStep(pack, indicator, form, step, at, measures)),
        most: hundredths(points),
        passAt: hundredths(indicator.passAt ?? points),
        source: buildSource(pack, form.source, indicator.code),
      }
    }
    case 'allOf':
      return { kind: 'allOf', parts }
    case 'anyOf':
      return { kind: 'anyOf', parts }
    case 'atLeastOf':
      return { kind: 'atLeastOf', count: form.count, parts }
  }
}

function buildStep(
  pack: PackForm,
  indicator: RuleOwner,
  form: Extract<RuleForm, { readonly kind: 'score' }>,
  step: StepForm,
  at: number,
  measures: ReadonlyMap<string, Measure>,
): ScoreStep {
  const { kind, levels } = levelsOfStep(step)
  const written = { source: form.source, levels }
  return {
    kind,
    key: stepKey(form, step, at, indicator),
    measure: form.measure,
    levels: buildLevels(pack, indicator, written, measures.get(form.measure)),
    points: hundredths(step.points),
  }
}

/** Which way a step is reached, and its levels column by column. */
export function levelsOfStep({ atLeast, atMost = 'unknown' }: StepForm): {
  readonly kind: ScoreStep['kind']
  readonly levels: Readonly<Record<string, LevelForm>>
} {
  const given = atLeast ?? atMost
  const levels = typeof given === 'object' ? given : { [everyColumnInPack]: given }
  return { kind: atLeast === undefined ? 'atMost' : 'atLeast', levels }
}

/** Key of a step's levels: its own, or the rule's and its place, from 1. */
export function stepKey(
  rule: { readonly key?: string | undefined },
  step: StepForm,
  at: number,
  indicator: { readonly code: string },
): string {
  return step.key ?? `${levelKey(rule, indicator)}-${at + 1}`
}

function buildLevels(
  pack: PackForm,
  indicator: RuleOwner,
  form: { readonly source: SourceForm; readonly levels: Readonly<Record<string, LevelForm>> },
  measure: Measure | undefined,
): Levels {
  const base = buildSource(pack, form.source, indicator.code)
  return Object.fromEntries(
    Object.entries(form.levels).map(([column, level]) => {
      const own = typeof level === 'object' ? level.source : undefined
      const source = own ? buildSource(pack, own, indicator.code) : base
      return [columnInPack(column), buildLevel(level, source, measure)]
    }),
  )
}

function buildLevel(form: LevelForm, source: LegalSource, measure: Measure | undefined): Level {
  if (typeof form === 'object' && 'byYear' in form) {
    const scaled = Object.fromEntries(
      Object.entries(form.byYear).map(([year, value]) => [Number(year), requiredLevel(measure, value)]),
    )
    return { kind: 'byYear', scaled, source }
  }
  if (typeof form === 'object' && 'ofSet' in form) {
    const { set, key, percent } = form.ofSet
    return { kind: 'ofSet', of: { set, key, percent: hundredths(percent) }, source }
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

/** A source with the pack's own document and place, and the spot, where it names none. */
export function buildSource(pack: PackForm, form: SourceForm, code: string | undefined): LegalSource {
  const isOwnDocument = form.document !== undefined && form.document !== pack.source.document
  const place = isOwnDocument ? undefined : pack.source.article
  const spot = code === undefined ? undefined : `${/^\d/.test(code) ? 'chỉ tiêu' : 'điều kiện'} ${code}`
  const derived = [place, spot].filter((part) => part !== undefined).join(', ')
  return {
    document: form.document ?? pack.source.document,
    article: form.article ?? (derived === '' ? undefined : derived),
    checked: form.checked,
    note: form.note,
  }
}
