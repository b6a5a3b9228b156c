import type { z } from 'zod'

import { namedColumn } from './columns.ts'
import type { DraftChange } from './changes.ts'
import {
  draftColumn,
  draftCriterion,
  draftGroup,
  draftHead,
  draftIndicator,
  draftMeasure,
  type Draft,
  type DraftDoubt,
  type DraftIndicator,
  type DraftRule,
} from './draft.ts'
import { simpleRules } from './forms.ts'

/** A draft with one row changed. */
export type Edit = {
  readonly draft: Draft
  readonly target: string
  readonly settles: (doubt: DraftDoubt) => boolean
  /** Indicators that have to be confirmed anew. */
  readonly unconfirms: readonly string[]
}

export type EditChange = Exclude<
  DraftChange,
  { readonly kind: 'settle' | 'confirm' | 'unconfirm' | 'discard' | 'restore' }
>

/** The change made; undefined where the row that it is about is not there. */
export function edited(draft: Draft, change: EditChange): Edit | undefined {
  switch (change.kind) {
    case 'head': {
      const head = patched(draftHead, draft.head, change.patch)
      const fields = changedFields(draft.head, head)
      return plain(
        { ...draft, head },
        'head',
        ({ target, field }) => target === 'head' && covers(fields, field),
      )
    }
    case 'column':
      return within(
        draftColumn,
        draft.columns,
        ({ id }) => id === change.id,
        change.patch,
        (columns) =>
          plain(
            { ...draft, columns },
            'columns',
            ({ target, field }) => target === 'columns' && field === change.id,
          ),
      )
    case 'addColumn': {
      const { id, name, groups } = namedColumn(change.name, [], new Set(draft.columns.map((one) => one.id)))
      return plain(
        { ...draft, columns: [...draft.columns, { id, name, groups: [...groups], from: [] }] },
        'columns',
      )
    }
    case 'removeColumn':
      return withoutColumn(draft, change.id)
    case 'group':
      return within(
        draftGroup,
        draft.groups,
        ({ id }) => id === change.id,
        { name: change.name },
        (groups) =>
          plain({ ...draft, groups }, `group:${change.id}`, ({ target }) => target === `group:${change.id}`),
      )
    case 'criterion':
      return criterionEdited(draft, change.key, change.patch)
    case 'addCriterion':
      return withCriterion(draft)
    case 'removeCriterion':
      return withoutCriterion(draft, change.key)
    case 'indicator':
      return indicatorEdited(draft, change)
    case 'addIndicator':
      return withIndicator(draft, change.criterion)
    case 'removeIndicator':
      return withoutIndicators(draft, (one) => one.key === change.key, `indicator:${change.key}`)
    case 'measure':
      return within(
        draftMeasure,
        draft.measures,
        ({ id }) => id === change.id,
        change.patch,
        (measures) => ({
          ...plain({ ...draft, measures }, `measure:${change.id}`),
          unconfirms: draft.indicators.filter((one) => names(one, change.id)).map(({ key }) => key),
        }),
      )
    case 'addMeasure':
      return draft.measures.some(({ id }) => id === change.measure.id)
        ? undefined
        : plain({ ...draft, measures: [...draft.measures, change.measure] }, `measure:${change.measure.id}`)
  }
}

function plain(draft: Draft, target: string, settles: Edit['settles'] = () => false): Edit {
  return { draft, target, settles, unconfirms: [] }
}

/** The one row of a list that fits, patched. */
function within<Schema extends z.ZodType<object>>(
  schema: Schema,
  rows: readonly z.output<Schema>[],
  isIt: (row: z.output<Schema>) => boolean,
  patch: object,
  done: (rows: z.output<Schema>[]) => Edit,
): Edit | undefined {
  const at = rows.findIndex(isIt)
  const row = rows[at]
  return row === undefined ? undefined : done(rows.with(at, patched(schema, row, patch)))
}

/** What a patch leaves out stays; what it makes null goes. */
function patched<Schema extends z.ZodType>(schema: Schema, row: object, patch: object): z.output<Schema> {
  const members = new Map<string, unknown>(Object.entries(row))
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) members.delete(key)
    else if (value !== undefined) members.set(key, value)
  }
  return schema.parse(Object.fromEntries(members))
}

function criterionEdited(
  draft: Draft,
  key: string,
  patch: Extract<EditChange, { readonly kind: 'criterion' }>['patch'],
): Edit | undefined {
  const before = draft.criteria.find((one) => one.key === key)
  return within(
    draftCriterion,
    draft.criteria,
    (one) => one === before,
    patch,
    (criteria) => {
      const after = criteria.find((one) => one.key === key)
      const fields = before && after ? changedFields(before, after) : []
      const target = `criterion:${key}`
      return {
        ...plain(
          { ...draft, criteria },
          target,
          (doubt) => doubt.target === target && covers(fields, doubt.field),
        ),
        unconfirms: draft.indicators.filter((one) => one.criterion === key).map((one) => one.key),
      }
    },
  )
}

function indicatorEdited(
  draft: Draft,
  change: Extract<EditChange, { readonly kind: 'indicator' }>,
): Edit | undefined {
  const at = draft.indicators.findIndex(({ key }) => key === change.key)
  const before = draft.indicators[at]
  if (!before) return undefined
  const after = patched(draftIndicator, before, change.patch)
  const target = `indicator:${change.key}`
  const fields = [...changedFields(before, after), ...changedInRule(before.rule, after.rule)]
  return {
    draft: { ...draft, indicators: draft.indicators.with(at, after) },
    target,
    settles: (doubt) => doubt.target === target && fields.includes(doubt.field),
    unconfirms: [change.key],
  }
}

/** Names of the members that are not the same. */
function changedFields(before: object, after: object): readonly string[] {
  const [old, fresh] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  return [...new Set([...old.keys(), ...fresh.keys()])].filter(
    (key) => JSON.stringify(old.get(key)) !== JSON.stringify(fresh.get(key)),
  )
}

function covers(fields: readonly string[], field: string): boolean {
  return fields.includes(field) || fields.includes(field.split('.')[0] ?? '')
}

/** `rule`, `measure`, `level.TN`, `part.0.level.all`: those that are not the same in both rules. */
function changedInRule(before: DraftRule, after: DraftRule): readonly string[] {
  return changedFields(Object.fromEntries(fieldsOf(before)), Object.fromEntries(fieldsOf(after)))
}

function fieldsOf(rule: DraftRule): ReadonlyMap<string, unknown> {
  const fields = new Map<string, unknown>()
  const parts = simpleRules(rule)
  fields.set('rule', 'parts' in rule ? [rule.kind, parts.length] : rule.kind)
  for (const [at, part] of parts.entries()) {
    const prefix = 'parts' in rule ? `part.${at}.` : ''
    if (prefix !== '') fields.set(`${prefix}rule`, part.kind)
    if ('measure' in part) fields.set(`${prefix}measure`, part.measure)
    if ('levels' in part) {
      for (const [column, level] of Object.entries(part.levels)) fields.set(`${prefix}level.${column}`, level)
    }
  }
  return fields
}

function names(indicator: DraftIndicator, measure: string): boolean {
  return simpleRules(indicator.rule).some((rule) => 'measure' in rule && rule.measure === measure)
}

function withoutColumn(draft: Draft, id: string): Edit | undefined {
  if (!draft.columns.some((one) => one.id === id)) return undefined
  const stripped = (rule: DraftRule): DraftRule => {
    if ('parts' in rule) {
      return { ...rule, parts: rule.parts.map((part) => ({ ...part, rule: withoutLevel(part.rule, id) })) }
    }
    return withoutLevel(rule, id)
  }
  const indicators = draft.indicators.map((one) => ({ ...one, rule: stripped(one.rule) }))
  return {
    draft: { ...draft, columns: draft.columns.filter((one) => one.id !== id), indicators },
    target: 'columns',
    settles: ({ target, field }) => (target === 'columns' && field === id) || field.endsWith(`level.${id}`),
    unconfirms: draft.indicators.map(({ key }) => key),
  }
}

function withoutLevel<Rule extends ReturnType<typeof simpleRules>[number]>(rule: Rule, column: string): Rule {
  if (!('levels' in rule)) return rule
  const { [column]: _gone, ...levels } = rule.levels
  return { ...rule, levels }
}

function withCriterion(draft: Draft): Edit {
  const key = nextKey('c', draft.criteria)
  const last = draft.criteria.at(-1)
  const code = String(Number(last?.code ?? 0) + 1)
  const group = last?.group ?? draft.groups[0]?.id ?? 'g0'
  const groups = draft.groups.length > 0 ? draft.groups : [{ id: group, name: 'Tiêu chí', from: [] }]
  const criterion = { key, group, code, name: '', nameEn: '', short: '', isKey: false, from: {} }
  return plain({ ...draft, groups, criteria: [...draft.criteria, criterion] }, `criterion:${key}`)
}

function withoutCriterion(draft: Draft, key: string): Edit | undefined {
  if (!draft.criteria.some((one) => one.key === key)) return undefined
  const criteria = draft.criteria.filter((one) => one.key !== key)
  const target = `criterion:${key}`
  return withoutIndicators({ ...draft, criteria }, (one) => one.criterion === key, target)
}

function withIndicator(draft: Draft, criterion: string): Edit | undefined {
  const home = draft.criteria.find(({ key }) => key === criterion)
  if (!home) return undefined
  const own = draft.indicators.filter((one) => one.criterion === criterion)
  const key = nextKey('i', draft.indicators)
  const indicator: DraftIndicator = {
    key,
    criterion,
    code: own.length === 0 ? home.code : `${home.code}.${own.length + 1}`,
    name: '',
    nameEn: '',
    ifAny: false,
    rule: { kind: 'unclear' },
    notApplicableIn: [],
    from: {},
  }
  const last = own.at(-1)
  const at = last === undefined ? draft.indicators.length : draft.indicators.indexOf(last) + 1
  return plain({ ...draft, indicators: draft.indicators.toSpliced(at, 0, indicator) }, `indicator:${key}`)
}

function withoutIndicators(
  draft: Draft,
  isGone: (indicator: DraftIndicator) => boolean,
  target: string,
): Edit | undefined {
  const gone = new Set(draft.indicators.filter(isGone).map(({ key }) => key))
  if (gone.size === 0 && target.startsWith('indicator:')) return undefined
  return {
    draft: { ...draft, indicators: draft.indicators.filter(({ key }) => !gone.has(key)) },
    target,
    settles: (doubt) => doubt.target === target || gone.has(doubt.target.replace('indicator:', '')),
    unconfirms: [...gone],
  }
}

/** A key that no row has had: keys of rows that are gone are not given again while a later one is there. */
function nextKey(letter: string, rows: readonly { readonly key: string }[]): string {
  return `${letter}${Math.max(0, ...rows.map(({ key }) => Number(key.slice(1)))) + 1}`
}
