import type { Measure } from '../criteria.ts'
import { assignMeasures, type Waiting } from './assign.ts'
import { generalColumn, namedColumn } from './columns.ts'
import type {
  Draft,
  DraftColumn,
  DraftCriterion,
  DraftDoubt,
  DraftGroup,
  DraftIndicator,
  SimpleRule,
} from './draft.ts'
import { headOf } from './heading.ts'
import type { LooseDoubt } from './level-cells.ts'
import { readRows, type RowCriterion, type RowIndicator, type Rows } from './rows.ts'
import { readRule, type Columns, type RuleRead } from './rules.ts'
import { cleanTables, filledPlaces, placeKey, type SourceFile } from './source.ts'
import { shortened } from './text.ts'
import { readCell } from './wording.ts'

/** Most doubts that are listed; a source that leaves more is no annex of criteria. */
const mostDoubts = 2000

/** Most indicators that a draft is made of; a set has a hundred at most. */
export const mostIndicators = 999

export type Recognised = {
  /** How many indicators the tables hold: of more than `mostIndicators` no draft is made. */
  readonly found: number
  readonly draft: Draft
  /** How many sets of criteria the tables hold; the draft is of one of them. */
  readonly parts: number
}

/**
 * Makes a draft of the tables of an annex. Every value says which cell it is from, whatever was guessed or not
 * understood leaves a doubt, and each cell that holds anything is used or listed as not used.
 */
export function recognise(source: SourceFile, known: readonly Measure[], part = 0): Recognised {
  const tables = cleanTables(source.tables)
  const all = readRows(tables)
  const whole = all[part] ?? { columns: new Map(), groups: [], criteria: [], used: [] }
  const found = whole.criteria.reduce((sum, { indicators }) => sum + indicators.length, 0)
  const rows = found > mostIndicators ? { ...whole, criteria: [], used: [] } : whole
  const { head, doubts } = headOf(source.lines, rows.criteria, all.length)
  const columns = columnsOf(rows)
  const draft = draftOf(rows, columns, known)
  const named = [...draft.criteria, ...draft.indicators].flatMap(({ from }) => Object.values(from).flat())
  const used = new Set([...rows.used, ...named].map(placeKey))
  return {
    draft: {
      head,
      ...draft,
      doubts: numbered([...doubts, ...columns.doubts, ...draft.doubts]).slice(0, mostDoubts),
      unused: filledPlaces(tables).filter((place) => !used.has(placeKey(place))),
    },
    parts: all.length,
    found,
  }
}

type TargetDoubt = Omit<DraftDoubt, 'id'>

/** The same source gives the same doubts under the same names. */
function numbered(doubts: readonly TargetDoubt[]): Draft['doubts'] {
  return doubts.map((doubt, at) => ({ id: `d${at + 1}`, ...doubt }))
}

function doubtAt(target: string, doubt: LooseDoubt): TargetDoubt {
  return { target, field: doubt.field, code: doubt.code, facts: { ...doubt.facts }, from: [...doubt.from] }
}

type ColumnsRead = Columns & {
  readonly columns: Draft['columns']
  readonly doubts: readonly TargetDoubt[]
}

function columnsOf(rows: Rows): ColumnsRead {
  const ids = new Map<string, string>([[generalColumn, generalColumn]])
  const columns: DraftColumn[] = []
  for (const [key, said] of rows.columns) {
    if (key === generalColumn) continue
    const named = namedColumn(said.text, [said.place], new Set(columns.map(({ id }) => id)))
    ids.set(key, named.id)
    columns.push({
      id: named.id,
      name: shortened(named.name, 200),
      groups: [...named.groups],
      from: [said.place],
    })
  }
  return {
    keys: [...rows.columns.keys()],
    idOf: (key) => ids.get(key) ?? key,
    columns,
    doubts: columns.map(({ id, name, from }) => ({
      target: 'columns',
      field: id,
      code: 'columnGroups',
      facts: { name },
      from,
    })),
  }
}

type Body = Pick<Draft, 'columns' | 'groups' | 'criteria' | 'indicators' | 'measures'> & {
  readonly doubts: readonly TargetDoubt[]
}

function draftOf(rows: Rows, columns: ColumnsRead, known: readonly Measure[]): Body {
  const doubts: TargetDoubt[] = []
  const groups: DraftGroup[] = rows.groups.map(({ text, place }, at) => ({
    id: `g${at + 1}`,
    name: shortened(text, 300),
    from: [place],
  }))
  for (const [at, { wasCapitals, text, place }] of rows.groups.entries()) {
    if (wasCapitals) {
      doubts.push({
        target: `group:g${at + 1}`,
        field: 'name',
        code: 'capitalsLowered',
        facts: { text },
        from: [place],
      })
    }
  }
  if (rows.criteria.some(({ group }) => group < 0)) groups.unshift({ id: 'g0', name: 'Tiêu chí', from: [] })
  const reads = readCriteria(rows, columns, doubts)
  const waiting = reads.flatMap(({ waiting }) => waiting)
  const { assigned, made } = assignMeasures(waiting, known)
  const indicators = reads.map(({ indicator, waiting: own }) => {
    const measures = own.map((one) => assigned[waiting.indexOf(one)])
    for (const each of measures) {
      for (const doubt of each?.doubts ?? []) doubts.push(doubtAt(`indicator:${indicator.key}`, doubt))
    }
    return {
      ...indicator,
      rule: withMeasures(
        indicator.rule,
        measures.map((each) => each?.measure ?? ''),
      ),
    }
  })
  return {
    columns: columns.columns,
    groups,
    criteria: criteriaOf(rows, doubts),
    indicators,
    measures: [...made],
    doubts,
  }
}

function criteriaOf({ criteria }: Rows, doubts: TargetDoubt[]): DraftCriterion[] {
  return criteria.map(({ code, name, group }, at) => {
    const key = `c${at + 1}`
    const target = `criterion:${key}`
    const from = name ? [name.place] : code ? [code.place] : []
    if (!code) doubts.push({ target, field: 'code', code: 'codeNumbered', facts: { number: at + 1 }, from })
    if (!name) doubts.push({ target, field: 'name', code: 'nameMissing', facts: {}, from })
    const text = shortened(name?.text ?? '', 500)
    return {
      key,
      group: group < 0 ? 'g0' : `g${group + 1}`,
      code: code?.text ?? String(at + 1),
      name: text,
      nameEn: '',
      short: '',
      isKey: false,
      from: { ...(code ? { code: [code.place] } : {}), ...(name ? { name: [name.place] } : {}) },
    }
  })
}

type IndicatorRead = { readonly indicator: DraftIndicator; readonly waiting: readonly Waiting[] }

function readCriteria(rows: Rows, columns: ColumnsRead, doubts: TargetDoubt[]): readonly IndicatorRead[] {
  let count = 0
  return rows.criteria.flatMap((criterion, at) =>
    criterion.indicators.map((row, nth) => {
      count += 1
      const code = criterion.code?.text ?? String(at + 1)
      const named = { key: `i${count}`, criterion: `c${at + 1}`, code: codeOf(row, criterion, code, nth) }
      return readIndicator(row, named, columns, doubts)
    }),
  )
}

/** Its own code; without one that of a criterion which is its only indicator, or the next in it. */
function codeOf(row: RowIndicator, { indicators }: RowCriterion, criterion: string, nth: number): string {
  return row.code?.text ?? (indicators.length === 1 ? criterion : `${criterion}.${nth + 1}`)
}

function readIndicator(
  row: RowIndicator,
  named: Pick<DraftIndicator, 'key' | 'criterion' | 'code'>,
  columns: ColumnsRead,
  doubts: TargetDoubt[],
): IndicatorRead {
  const target = `indicator:${named.key}`
  const tell = (field: string, code: DraftDoubt['code'], facts: DraftDoubt['facts'] = {}): void => {
    doubts.push({ target, field, code, facts, from: [row.name.place] })
  }
  const main = readRule(row, columns)
  const parts = partsOf(row, main, columns)
  if (!row.code && named.code.includes('.')) tell('code', 'codeNumbered', { number: named.code })
  if (row.isSplit) tell('rule', 'splitByLines')
  if (row.parts.length > 0) tell('rule', 'partsJoined')
  const points = pointsOf(row)
  if (row.points && points === undefined)
    tell('points', 'pointsNotUnderstood', { text: shortened(row.points.text, 200) })
  const isAlone = parts.length === 1
  for (const [at, { read }] of parts.entries()) {
    for (const doubt of read.doubts) {
      doubts.push(doubtAt(target, isAlone ? doubt : { ...doubt, field: `part.${at}.${doubt.field}` }))
    }
  }
  const waiting = parts.flatMap(({ read }, at): Waiting[] => {
    if (!read.wanted) return []
    const field = isAlone ? '' : `part.${at}.`
    return [{ rule: read.rule, wanted: read.wanted, field, from: [row.name.place] }]
  })
  const rules = parts.map(({ name, read }) => ({ name: shortened(name, 2000), rule: read.rule }))
  const [only] = rules
  const from = {
    name: [row.name.place],
    ...(row.code ? { code: [row.code.place] } : {}),
    ...(row.unit ? { unit: [row.unit.place] } : {}),
    ...(row.points ? { points: [row.points.place] } : {}),
    ...Object.fromEntries(
      parts.flatMap(({ read }, at) =>
        Object.entries(read.from).map(([field, places]) => [
          isAlone ? field : `part.${at}.${field}`,
          [...places],
        ]),
      ),
    ),
  }
  return {
    indicator: {
      ...named,
      name: shortened(row.name.text, 2000),
      nameEn: '',
      ifAny: /\(nếu có\)/iu.test(row.name.text),
      ...(points === undefined ? {} : { points }),
      rule: isAlone && only ? only.rule : { kind: 'allOf', parts: rules },
      notApplicableIn: [...main.notApplicableIn],
      from,
    },
    waiting,
  }
}

type Part = { readonly name: string; readonly read: RuleRead }

/** The row itself unless its cells are empty and lines under it say what is asked; conditions of a cell; the lines. */
function partsOf(row: RowIndicator, main: RuleRead, columns: Columns): readonly Part[] {
  const under = row.parts.map((part): Part => ({ name: part.name.text, read: readRule(part, columns) }))
  const own: readonly Part[] = main.isEmpty && under.length > 0 ? [] : [{ name: row.name.text, read: main }]
  return [...own, ...main.conditions, ...under].slice(0, 20)
}

function pointsOf({ points }: RowIndicator): number | undefined {
  if (!points) return undefined
  const reading = readCell(points.text)
  const isPlain = reading.kind === 'amount' && reading.conditions.length === 0 && reading.rest === ''
  return isPlain && reading.amount.value <= 1000 ? reading.amount.value : undefined
}

/** Puts the measures in, in the order in which the rules asked for them. */
function withMeasures(rule: DraftIndicator['rule'], measures: readonly string[]): DraftIndicator['rule'] {
  let next = 0
  const put = (one: SimpleRule): SimpleRule => {
    if (!('measure' in one)) return one
    next += 1
    return { ...one, measure: measures[next - 1] ?? '' }
  }
  if (!('parts' in rule)) return put(rule)
  return { ...rule, parts: rule.parts.map((part) => ({ ...part, rule: put(part.rule) })) }
}
