import { levelText } from '@ancu/core/criteria'

import { useFormats, useLanguage } from '../ui/language.tsx'
import type { Say } from '../ui/messages.ts'
import type { Column, Doubt, Indicator, Level, Place, Rule, ShownDraft, SimpleRule } from './draft.ts'
import { useDraftingText, type DraftingKey } from './texts.ts'

export type Field = {
  /** `name`, `measure`, `level.TN`, `part.0.level.all`. */
  readonly field: string
  readonly label: string
  readonly value: string
  readonly from: readonly Place[]
}

export type Words = {
  readonly t: Say<DraftingKey>
  readonly ruleKind: (rule: Rule) => string
  readonly level: (level: Level) => string
  readonly doubt: (doubt: Doubt) => string
  /** What a row is called: "Chỉ tiêu 4.1". */
  readonly row: (target: string, shown: ShownDraft) => string
}

export function useWords(): Words {
  const t = useDraftingText()
  const { language } = useLanguage()
  const format = useFormats()
  const level = (one: Level): string => {
    if (typeof one === 'number') return format.number(one, 6)
    return typeof one === 'string'
      ? t(`level.${one}`)
      : language === 'vi'
        ? levelText(one)
        : yearsIn(one.byYear, format)
  }
  return {
    t,
    ruleKind: (rule) =>
      rule.kind === 'pass' && rule.delegated ? t('rule.delegated') : t(`rule.${rule.kind}`),
    level,
    doubt: ({ code, facts }) => t(`doubt.${code}`, facts),
    row: (target, shown) => rowWords(target, shown, t),
  }
}

function yearsIn(byYear: Readonly<Record<string, number>>, format: ReturnType<typeof useFormats>): string {
  return Object.entries(byYear)
    .map(([year, value]) => `${year}: ${format.number(value, 6)}`)
    .join('; ')
}

function rowWords(target: string, { work: { draft } }: ShownDraft, t: Say<DraftingKey>): string {
  const [kind, ...rest] = target.split(':')
  const key = rest.join(':')
  if (kind === 'indicator')
    return t('row.indicator', { code: draft.indicators.find((one) => one.key === key)?.code ?? key })
  if (kind === 'criterion') {
    const { code = key, name = '' } = draft.criteria.find((one) => one.key === key) ?? {}
    return t('row.criterion', { code, name })
  }
  if (kind === 'measure')
    return t('row.measure', { name: draft.measures.find(({ id }) => id === key)?.name ?? key })
  if (kind === 'group')
    return t('row.group', { name: draft.groups.find(({ id }) => id === key)?.name ?? key })
  return t(kind === 'columns' ? 'row.columns' : 'row.head')
}

export function columnName(id: string, columns: readonly Column[], t: Say<DraftingKey>): string {
  return id === 'all' ? t('level.all') : (columns.find((one) => one.id === id)?.name ?? id)
}

/** Name of a measure, of the draft's own ones too. */
export function measureName(id: string, shown: ShownDraft, t: Say<DraftingKey>): string {
  if (id === '') return t('read.noMeasure')
  const own = shown.work.draft.measures.find((one) => one.id === id)
  if (own) return t('read.newMeasure', { name: own.name })
  return shown.measures.find((one) => one.id === id)?.name ?? id
}

/** What was read of an indicator, field by field, each with the cells that it is from. */
export function fieldsOf(
  indicator: Indicator,
  shown: ShownDraft,
  { t, ruleKind, level }: Words,
): readonly Field[] {
  const { rule, from } = indicator
  const { columns } = shown.work.draft
  const at = (field: string): readonly Place[] => from[field] ?? []
  const ofRule = (one: SimpleRule, prefix: string, isPart: boolean): readonly Field[] => [
    ...(isPart ? [{ field: `${prefix}rule`, label: t('field.rule'), value: ruleKind(one), from: [] }] : []),
    ...('measure' in one
      ? [
          {
            field: `${prefix}measure`,
            label: t('field.measure'),
            value: measureName(one.measure, shown, t),
            from: [],
          },
        ]
      : []),
    ...('levels' in one
      ? Object.entries(one.levels).map(([column, value]) => ({
          field: `${prefix}level.${column}`,
          label: columnName(column, columns, t),
          value: level(value),
          from: at(`${prefix}level.${column}`),
        }))
      : []),
  ]
  const levelPlaces = Object.entries(from).flatMap(([field, places]) =>
    field.startsWith('level.') ? places : [],
  )
  const hasLevels = !('parts' in rule) && 'levels' in rule
  return [
    { field: 'code', label: t('field.code'), value: indicator.code, from: at('code') },
    { field: 'name', label: t('field.name'), value: indicator.name, from: at('name') },
    ...(indicator.points === undefined && at('points').length === 0
      ? []
      : [
          {
            field: 'points',
            label: t('field.points'),
            value: indicator.points === undefined ? '' : level(indicator.points),
            from: at('points'),
          },
        ]),
    {
      field: 'rule',
      label: t('field.rule'),
      value: ruleKind(rule),
      from: hasLevels || 'parts' in rule ? [] : distinct(levelPlaces),
    },
    ...('parts' in rule
      ? rule.parts.flatMap((part, nth) => [
          { field: `part.${nth}.name`, label: t('field.part', { nth: nth + 1 }), value: part.name, from: [] },
          ...ofRule(part.rule, `part.${nth}.`, true),
        ])
      : ofRule(rule, '', false)),
  ]
}

function distinct(places: readonly Place[]): readonly Place[] {
  const seen = new Map(places.map((place) => [`${place.table}:${place.row}:${place.cell}`, place]))
  return [...seen.values()]
}

/** The texts of cells, each once. */
export function textsAt(places: readonly Place[], { tables }: ShownDraft): readonly string[] {
  const texts = distinct(places).map(({ table, row, cell }) => tables[table]?.rows[row]?.[cell]?.text ?? '')
  return [...new Set(texts.map((text) => text.replaceAll(/\s+/g, ' ').trim()).filter((text) => text !== ''))]
}
