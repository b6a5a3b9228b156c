import type { Measure } from '../criteria.ts'
import type { DraftLevel, SimpleRule } from './draft.ts'
import { readColumns, together, type ColumnSays, type LooseDoubt } from './level-cells.ts'
import type { RowIndicator } from './rows.ts'
import type { Place } from './source.ts'
import { plainWords, shortened } from './text.ts'
import { amountInName, readBound, type Amount, type Bound } from './wording.ts'

/** A rule that still needs a measure: which words name it, of which kinds it may be, and what a new one would be. */
export type Wanted = {
  readonly name: string
  /** Name of the whole that it is a condition of, which counts the same things. */
  readonly within?: string
  readonly kinds: readonly Measure['kind'][]
  readonly unit: string
  /** Decimals of its levels. */
  readonly decimals: number
}

/** A rule made of the cells of one row, with what it leaves in doubt. */
export type RuleRead = {
  readonly rule: SimpleRule
  readonly wanted: Wanted | undefined
  readonly conditions: readonly { readonly name: string; readonly read: RuleRead }[]
  /** Columns in which a rule without levels does not apply. */
  readonly notApplicableIn: readonly string[]
  readonly from: Readonly<Record<string, readonly Place[]>>
  readonly doubts: readonly LooseDoubt[]
  /** No cell of the row says anything. */
  readonly isEmpty: boolean
}

export type Columns = {
  readonly keys: readonly string[]
  readonly idOf: (key: string) => string
}

/** What the level cells of a row ask, by their words and those of its name. */
export function readRule(row: RowIndicator, columns: Columns): RuleRead {
  if (columns.keys.length === 0) return ruleOfName(row)
  const says = readColumns(row.levels, columns.keys, columns.idOf)
  return ruleOf(row.name.text, unitOf(row), together(says))
}

/** The unit in its own column, or in brackets at the end of the name. */
function unitOf({ unit, name }: Pick<RowIndicator, 'unit' | 'name'>): string {
  if (unit && !/^[-–.\s]*$/.test(unit.text)) return unit.text
  const inside = /\((%|[^()]*(?:đồng|\/|km|m2|m²)[^()]*)\)\s*$/u.exec(name.text)?.[1]
  return inside ?? ''
}

function ruleOfName({ name }: RowIndicator): RuleRead {
  const amount = amountInName(name.text)
  const at = { field: 'rule', facts: { text: shortened(name.text, 200) }, from: [name.place] }
  if (!amount)
    return { ...bare({ kind: 'pass', delegated: false }), doubts: [{ ...at, code: 'ruleUnclear' }] }
  const says: ColumnSays = {
    column: 'all',
    kind: 'level',
    level: amount.value,
    amount,
    conditions: [],
    from: [name.place],
    doubts: [{ ...at, field: 'level.all', code: 'levelFromName' }],
  }
  return ruleOf(name.text, '', [says])
}

function bare(rule: SimpleRule): RuleRead {
  return {
    rule,
    wanted: undefined,
    conditions: [],
    notApplicableIn: [],
    from: {},
    doubts: [],
    isEmpty: false,
  }
}

function ruleOf(name: string, unit: string, says: readonly ColumnSays[]): RuleRead {
  const from = Object.fromEntries(says.map((one) => [`level.${one.column}`, one.from]))
  const doubts = says.flatMap((one) => one.doubts)
  const kinds = new Set(says.map(({ kind }) => kind).filter((kind) => kind !== 'empty'))
  const places = says.flatMap((one) => one.from)
  const told = (code: LooseDoubt['code'], field = 'rule'): LooseDoubt => ({
    field,
    code,
    facts: {},
    from: places,
  })
  if (kinds.size === 0)
    return { ...bare(quantityRule(name, unit, says)), ...emptyParts(name, unit, from, told) }
  const applies = says.filter(({ level }) => level !== 'notApplicable')
  const notApplicableIn = says.filter((one) => !applies.includes(one)).map(({ column }) => column)
  const isAll = (kind: ColumnSays['kind']): boolean => applies.every((one) => one.kind === kind)
  if (applies.length === 0) {
    return { ...bare({ kind: 'unclear' }), from, doubts: [...doubts, told('ruleUnclear')] }
  }
  if (isAll('pass')) {
    const inName = amountInName(name) ? [told('levelInName')] : []
    return {
      ...bare({ kind: 'pass', delegated: false }),
      notApplicableIn,
      from,
      doubts: [...doubts, ...inName],
    }
  }
  if (isAll('none')) {
    const wanted: Wanted = { name, kinds: ['count'], unit, decimals: 0 }
    return { ...bare({ kind: 'noneOf', measure: '' }), wanted, notApplicableIn, from, doubts }
  }
  const isDelegated = applies.every(({ level }) => level === 'delegated')
  if (isDelegated && !isQuantity(name, unit)) {
    // A level, or what counts as met? The province says that too.
    return {
      ...bare({ kind: 'pass', delegated: true }),
      notApplicableIn,
      from,
      doubts: [...doubts, told('delegatedKind')],
    }
  }
  if (!kinds.has('level')) {
    const rule: SimpleRule = kinds.has('unclear') ? { kind: 'unclear' } : { kind: 'pass', delegated: false }
    return {
      ...bare(rule),
      from,
      doubts: [...doubts, told(kinds.has('unclear') ? 'ruleUnclear' : 'columnsDiffer')],
    }
  }
  return comparison(name, unit, says, { from, doubts, told })
}

/** Nothing is written beside a quantity: its levels are unknown, and which way it goes is not asserted either. */
function quantityRule(name: string, unit: string, says: readonly ColumnSays[]): SimpleRule {
  if (!isQuantity(name, unit)) return { kind: 'unclear' }
  return { kind: directionOf(name).bound, measure: '', levels: levelsOf(says) }
}

function emptyParts(
  name: string,
  unit: string,
  from: RuleRead['from'],
  told: (code: LooseDoubt['code'], field?: string) => LooseDoubt,
): Pick<RuleRead, 'wanted' | 'from' | 'doubts' | 'isEmpty'> {
  const isNumber = isQuantity(name, unit)
  return {
    wanted: isNumber ? { name, kinds: kindsFor(name, unit, []), unit, decimals: 0 } : undefined,
    from,
    doubts: [told('cellEmpty'), ...(isNumber ? [told('directionGuessed')] : [])],
    isEmpty: true,
  }
}

type Around = {
  readonly from: RuleRead['from']
  readonly doubts: readonly LooseDoubt[]
  readonly told: (code: LooseDoubt['code'], field?: string) => LooseDoubt
}

function comparison(name: string, unit: string, says: readonly ColumnSays[], around: Around): RuleRead {
  const { from, told } = around
  const amounts = says.flatMap(({ amount }) => amount ?? [])
  const { bound, isGuessed, areBoth } = boundOf(name, amounts)
  const unitSaid = unit === '' ? (amounts.find((one) => one.unit !== '')?.unit ?? '') : unit
  const differ = says.filter(({ kind }) => kind === 'pass' || kind === 'none')
  const doubts = [
    ...around.doubts,
    ...differ.map(({ column }) => told('columnsDiffer', `level.${column}`)),
    ...(areBoth ? [told('columnsDiffer')] : []),
    ...(isGuessed ? [told('directionGuessed')] : []),
  ]
  const wanted: Wanted = {
    name,
    kinds: kindsFor(name, unitSaid, amounts),
    unit: unitSaid,
    decimals: Math.max(0, ...says.flatMap(({ level }) => numbersOf(level)).map(decimalsOf)),
  }
  const conditions = conditionsOf(name, says)
  if (conditions.length > 0) doubts.push(told('partsJoined'))
  const rule: SimpleRule = { kind: bound, measure: '', levels: levelsOf(says) }
  return { ...bare(rule), wanted, conditions, from, doubts }
}

/** The nth condition of each column together: "100% (≥70% cứng hóa)" beside "100% (≥50% cứng hóa)". */
function conditionsOf(within: string, says: readonly ColumnSays[]): RuleRead['conditions'] {
  const most = Math.max(0, ...says.map(({ conditions }) => conditions.length))
  return Array.from({ length: most }, (_, nth) => {
    const columns = says.flatMap(({ column, conditions, from }): ColumnSays[] => {
      const one = conditions[nth]
      if (!one) return []
      const { amount } = one
      return [{ column, kind: 'level', level: amount.value, amount, conditions: [], from, doubts: [] }]
    })
    const words = says.map(({ conditions }) => conditions[nth]?.words ?? '').find((one) => one !== '') ?? ''
    const read = ruleOf(words, '', columns)
    return { name: words, read: read.wanted ? { ...read, wanted: { ...read.wanted, within } } : read }
  })
}

function boundOf(
  name: string,
  amounts: readonly Amount[],
): { readonly bound: Bound; readonly isGuessed: boolean; readonly areBoth: boolean } {
  const bounds = amounts.flatMap(({ bound }) => bound ?? [])
  const least = bounds.filter((bound) => bound === 'atLeast').length
  const areBoth = least > 0 && least < bounds.length
  if (bounds.length > 0)
    return { bound: least * 2 >= bounds.length ? 'atLeast' : 'atMost', isGuessed: false, areBoth }
  if (amounts.length > 0 && amounts.every(({ value, unit }) => value === 100 && unit === '%')) {
    return { bound: 'atLeast', isGuessed: false, areBoth }
  }
  if (amounts.length > 0 && amounts.every(({ value }) => value === 0)) {
    return { bound: 'atMost', isGuessed: false, areBoth }
  }
  return { ...directionOf(name), areBoth }
}

/** Words of what is better the less there is of it. */
const fewerIsBetter =
  /\b(?:ngheo|suy dinh duong|tai nan|toi pham|tre em bo hoc|tao hon|that nghiep|tu vong|o nhiem)\b/

function directionOf(name: string): { readonly bound: Bound; readonly isGuessed: boolean } {
  const { bound } = readBound(name)
  if (bound !== undefined) return { bound, isGuessed: false }
  return { bound: fewerIsBetter.test(plainWords(name)) ? 'atMost' : 'atLeast', isGuessed: true }
}

function isQuantity(name: string, unit: string): boolean {
  return unit !== '' || /^(?:ty le|ti le|so |thu nhap|dien tich|toc do|muc |binh quan)/.test(plainWords(name))
}

function kindsFor(name: string, unit: string, amounts: readonly Amount[]): readonly Measure['kind'][] {
  const plain = plainWords(name)
  const isShare = unit.startsWith('%') || amounts.some((one) => one.unit === '%')
  if (/^toc do|tang truong/.test(plain)) return ['amount']
  if (isShare || /^(?:ty|ti) le\b/.test(plain)) return ['share']
  if (/[/]|đồng|m2|m²|km/u.test(unit)) return ['amount']
  return ['count', 'amount']
}

function levelsOf(says: readonly ColumnSays[]): Readonly<Record<string, DraftLevel>> {
  return Object.fromEntries(says.map(({ column, level }) => [column, level]))
}

function numbersOf(level: DraftLevel): readonly number[] {
  if (typeof level === 'number') return [level]
  return typeof level === 'object' ? Object.values(level.byYear) : []
}

function decimalsOf(value: number): number {
  return /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0
}
