import type { Draft, DraftIndicator, DraftMeasure, DraftRule, SimpleRule } from './draft.ts'

/** The files of a pack as plain values, before anybody has checked them. */
export type DraftFiles = {
  readonly pack: Readonly<Record<string, unknown>>
  readonly criteria: readonly Readonly<Record<string, unknown>>[]
  readonly documents: readonly Readonly<Record<string, unknown>>[]
  /** Measures that only this set has. */
  readonly measures: readonly Readonly<Record<string, unknown>>[]
  readonly changelog: string
}

/** How far a row has been held against the source: by a second person, or by the one who wrote it alone. */
type Checked = 'text' | 'partial'

/** Writes a draft as the files of a pack; `confirmed` are the rows that a second person has held against the text. */
export function filesOf(draft: Draft, confirmed: ReadonlySet<string>): DraftFiles {
  const isWhole = draft.indicators.every(({ key }) => confirmed.has(key))
  const checked: Checked = isWhole ? 'text' : 'partial'
  return {
    pack: packOf(draft, checked),
    criteria: draft.criteria.map((criterion) => {
      const own = draft.indicators.filter((one) => one.criterion === criterion.key)
      const isRead = own.length > 0 && own.every(({ key }) => confirmed.has(key))
      const short = criterion.short === '' ? criterion.name : criterion.short
      return {
        code: criterion.code,
        group: criterion.group,
        name: {
          ...inBoth(criterion.name, criterion.nameEn),
          short,
          shortEn: criterion.nameEn === '' ? short : criterion.nameEn,
        },
        nameChecked: isRead ? 'text' : 'partial',
        ...(criterion.isKey ? { key: true } : {}),
        indicators: own.map((indicator) =>
          indicatorOf(indicator, confirmed.has(indicator.key) ? 'text' : 'partial'),
        ),
      }
    }),
    documents: [documentOf(draft, isWhole)],
    measures: measuresOf(draft).map(measureOf),
    changelog: `# Changelog\n\n## Edition ${draft.head.edition}\n\nThe first transcription, drafted from the annex.\n`,
  }
}

/** The measures of the draft that a rule names. */
export function measuresOf({ measures, indicators }: Draft): readonly DraftMeasure[] {
  const named = new Set(
    indicators.flatMap(({ rule }) =>
      simpleRules(rule).flatMap((one) => ('measure' in one ? one.measure : [])),
    ),
  )
  return measures.filter(({ id }) => named.has(id))
}

export function simpleRules(rule: DraftRule): readonly SimpleRule[] {
  return 'parts' in rule ? rule.parts.map((part) => part.rule) : [rule]
}

function packOf(
  { head, groups, columns, criteria, indicators }: Draft,
  checked: Checked,
): DraftFiles['pack'] {
  const article = head.article === '' ? {} : { article: head.article }
  return {
    set: head.set,
    edition: head.edition,
    name: { ...inBoth(head.name, head.nameEn), short: head.short === '' ? head.name : head.short },
    source: { document: head.document.id, ...article },
    legalBasis: [{ document: head.document.id, ...article, checked }],
    inForce: { ...defined('from', head.from), ...defined('until', head.until) },
    forKinds: head.forKinds,
    programmeOnly: head.programmeOnly,
    passRule: passRuleOf(head.passRule),
    basicallyMetCounts: head.basicallyMetCounts,
    notApplicableCounts: head.notApplicableCounts,
    counts: { criteria: criteria.length, indicators: indicators.length },
    bands: bandsOf(criteria.length),
    groups: Object.fromEntries(groups.map(({ id, name }) => [id, inBoth(name, '')])),
    ...(columns.length === 0
      ? {}
      : {
          columns: columns.map(({ id, name, groups: anyOfGroups }) => ({
            id,
            name: inBoth(name, ''),
            anyOfGroups,
            source: { checked },
          })),
        }),
  }
}

function passRuleOf(rule: Draft['head']['passRule']): unknown {
  switch (rule.kind) {
    case 'allCriteria':
      return 'allCriteria'
    case 'atLeastCriteria':
      return { atLeastCriteria: rule.count, ...(rule.required.length > 0 ? { required: rule.required } : {}) }
    case 'points': {
      const floor = rule.floorPercent === undefined ? {} : { criterionFloor: { percent: rule.floorPercent } }
      return { points: { passAt: rule.passAt, ...floor, notApplicable: rule.notApplicable } }
    }
  }
}

/** All of them alone, then by fives: 19, 15-18, 10-14, 5-9, 0-4. */
function bandsOf(criteria: number): readonly { readonly from: number; readonly to: number }[] {
  const bands = [{ from: criteria, to: criteria }]
  for (let to = criteria - 1; to >= 0;) {
    const from = Math.floor(to / 5) * 5
    bands.push({ from, to })
    to = from - 1
  }
  return bands
}

function documentOf(
  { head: { document, name } }: Draft,
  isWhole: boolean,
): Readonly<Record<string, unknown>> {
  return {
    id: document.id,
    title: document.title === '' ? name : document.title,
    ...(document.number === '' ? {} : { number: document.number }),
    ...defined('day', document.day),
    ...(document.issuer === '' ? {} : { issuer: document.issuer }),
    ...(isWhole ? { unchecked: false } : {}),
  }
}

function indicatorOf(indicator: DraftIndicator, checked: Checked): Readonly<Record<string, unknown>> {
  const { code, name, nameEn, ifAny, points, notApplicableIn } = indicator
  return {
    code,
    name: inBoth(name, nameEn),
    nameChecked: checked,
    ...(ifAny ? { ifAny } : {}),
    ...defined('points', points),
    ...(notApplicableIn.length > 0 ? { notApplicableIn } : {}),
    ...defined('rule', ruleOf(indicator, checked)),
  }
}

function ruleOf({ rule, code }: DraftIndicator, checked: Checked): unknown {
  if (!('parts' in rule)) return simpleOf(rule, { checked }, undefined)
  // Each level needs a key of its own by which a province fills it; the first has the indicator's code.
  let levels = 0
  const parts = rule.parts.map((part) => {
    const hasLevels = 'levels' in part.rule
    if (hasLevels) levels += 1
    const key = hasLevels && levels > 1 ? `${code}-${levels}` : undefined
    return simpleOf(part.rule, { checked, ...(part.name === '' ? {} : { note: part.name }) }, key)
  })
  return parts.every((part) => part !== undefined) ? { kind: rule.kind, parts } : undefined
}

type Source = { readonly checked: Checked; readonly note?: string }

function simpleOf(rule: SimpleRule, source: Source, key: string | undefined): unknown {
  switch (rule.kind) {
    case 'unclear':
      return undefined
    case 'pass':
      return { kind: 'pass', ...(rule.delegated ? { delegated: true } : {}), source }
    case 'noneOf':
      return { kind: 'noneOf', measure: rule.measure, source }
    case 'atLeast':
    case 'atMost':
      return { kind: rule.kind, ...defined('key', key), measure: rule.measure, source, levels: rule.levels }
  }
}

function measureOf(measure: DraftMeasure): Readonly<Record<string, unknown>> {
  const { id, name, nameEn, kind, quantity, scale, time, overUnits } = measure
  return {
    id,
    name: inBoth(name, nameEn),
    kind,
    ...(kind === 'pass' || quantity === '' ? {} : { quantity: inBoth(quantity, '') }),
    ...(kind === 'amount' ? { scale } : {}),
    ...(time === 'instant' ? {} : { time }),
    overUnits,
  }
}

/** Where nobody has written English, the Vietnamese words stand. */
function inBoth(vi: string, en: string): { readonly vi: string; readonly en: string } {
  return { vi, en: en === '' ? vi : en }
}

function defined(key: string, value: unknown): Readonly<Record<string, unknown>> {
  return value === undefined ? {} : { [key]: value }
}
