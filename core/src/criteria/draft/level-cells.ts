import { generalColumn } from './columns.ts'
import type { DoubtCode, DraftLevel } from './draft.ts'
import type { SaidLevel } from './rows.ts'
import type { Place } from './source.ts'
import { oneLine, shortened } from './text.ts'
import { readCell, type Amount, type Condition, type Reading } from './wording.ts'

/** A doubt before it is known of which row it is. */
export type LooseDoubt = {
  readonly field: string
  readonly code: DoubtCode
  readonly facts: Readonly<Record<string, string | number>>
  readonly from: readonly Place[]
}

/** What the cells of one column say together: a level, or the year's levels; amounts for the direction and the unit. */
export type ColumnSays = {
  readonly column: string
  readonly kind: 'empty' | 'pass' | 'none' | 'unclear' | 'level'
  readonly level: DraftLevel
  readonly amount: Amount | undefined
  readonly conditions: readonly Condition[]
  readonly from: readonly Place[]
  readonly doubts: readonly LooseDoubt[]
}

/** Reads the level cells of an indicator, column by column in the order of the annex. */
export function readColumns(
  levels: readonly SaidLevel[],
  columns: readonly string[],
  idOf: (column: string) => string,
): readonly ColumnSays[] {
  const says = columns.map((column) => {
    const cells = levels.filter((one) => one.column === column)
    const ofYears = cells.filter(({ year }) => year !== undefined)
    const id = idOf(column)
    return ofYears.length > 0 ? saidByYear(id, ofYears) : saidAtOnce(id, cells)
  })
  const general = says.find(({ column }) => column === generalColumn)
  return general === undefined || general.kind === 'empty' ? says : besideGeneral(general, says)
}

/** What stands for all columns stands for those whose cells are blank; a number is doubted there, being a guess. */
function besideGeneral(general: ColumnSays, says: readonly ColumnSays[]): readonly ColumnSays[] {
  const blank = says.filter(({ kind }) => kind === 'empty')
  const isGuess = blank.length > 0 && blank.length < says.length - 1
  const from = blank.flatMap((one) => one.from)
  const field = `level.${generalColumn}`
  const doubts = isGuess ? [{ field, code: 'columnsDiffer' as const, facts: {}, from }] : []
  return says
    .filter((one) => !blank.includes(one))
    .map((one) => (one === general ? { ...one, doubts: [...one.doubts, ...doubts] } : one))
}

function saidAtOnce(column: string, cells: readonly SaidLevel[]): ColumnSays {
  const filled = cells.filter(({ text }) => text !== '')
  const from = filled.map(({ place }) => place)
  const [first, second] = filled
  if (!first) return { column, ...empty, from: cells.map(({ place }) => place), doubts: [] }
  const tell = teller(column, first.text, from)
  const says = saysOf(column, readCell(first.text), from, tell)
  const doubts = [...says.doubts]
  if (second && filled.some(({ text }) => text !== first.text)) doubts.push(tell('levelTwice', second.text))
  if (first.isShared && says.amount) doubts.push(tell('cellShared'))
  return { ...says, doubts }
}

const empty = { kind: 'empty', level: 'unknown', amount: undefined, conditions: [] } as const

type Teller = (code: DoubtCode, text?: string) => LooseDoubt

function teller(column: string, text: string, from: readonly Place[]): Teller {
  return (code, told = text) => ({
    field: `level.${column}`,
    code,
    facts: { text: shortened(oneLine(told), 200) },
    from,
  })
}

function saysOf(column: string, reading: Reading, from: readonly Place[], tell: Teller): ColumnSays {
  const says = { column, ...empty, from, doubts: [] }
  switch (reading.kind) {
    case 'empty':
      return says
    case 'pass':
    case 'none':
      return { ...says, kind: reading.kind }
    case 'notApplicable':
      return { ...says, kind: 'level', level: 'notApplicable' }
    case 'delegated':
      return {
        ...says,
        kind: 'level',
        level: 'delegated',
        doubts: reading.rest === '' ? [] : [tell('delegatedWithNumber')],
      }
    case 'amount': {
      const { amount, conditions, rest } = reading
      return {
        ...says,
        kind: 'level',
        level: amount.value,
        amount,
        conditions,
        doubts: [
          ...(amount.isStrict ? [tell('strictBound')] : []),
          ...(rest === '' ? [] : [tell('restOfCell', rest)]),
        ],
      }
    }
    case 'byYear': {
      const { years, amount } = reading
      return {
        ...says,
        kind: 'level',
        level: { byYear: years },
        amount,
        doubts: amount.isStrict ? [tell('strictBound')] : [],
      }
    }
    case 'unclear':
      return { ...says, kind: 'unclear', doubts: [tell(unclearCodes[reading.why])] }
  }
}

const unclearCodes = {
  dash: 'cellDash',
  numberTwoWays: 'numberTwoWays',
  range: 'range',
  words: 'notUnderstood',
} as const satisfies Record<Extract<Reading, { readonly kind: 'unclear' }>['why'], DoubtCode>

/** Rows or columns of years: each cell is the level of its year. */
function saidByYear(column: string, cells: readonly SaidLevel[]): ColumnSays {
  const byYear: Record<number, number> = {}
  const doubts: LooseDoubt[] = []
  const from = cells.filter(({ text }) => text !== '').map(({ place }) => place)
  let amount: Amount | undefined
  const other = new Set<DraftLevel>()
  for (const { year, text, place } of cells) {
    if (text === '' || year === undefined) continue
    const tell = teller(column, text, [place])
    const says = saysOf(column, readCell(text), [place], tell)
    doubts.push(...says.doubts)
    if (typeof says.level === 'number') {
      if (Object.hasOwn(byYear, year) && byYear[year] !== says.level) doubts.push(tell('levelTwice'))
      byYear[year] ??= says.level
      amount ??= says.amount
    } else if (says.level === 'delegated' || says.level === 'notApplicable') other.add(says.level)
    else if (says.doubts.length === 0) doubts.push(tell('notUnderstood'))
  }
  const [only] = other
  const hasYears = Object.keys(byYear).length > 0
  if (hasYears && only !== undefined) doubts.push(teller(column, '', from)('columnsDiffer'))
  const level = hasYears ? { byYear } : (only ?? 'unknown')
  const kind = level === 'unknown' ? (doubts.length > 0 ? 'unclear' : 'empty') : 'level'
  return { column, kind, level, amount, conditions: [], from, doubts }
}

/** One entry for all columns where they all say the same. */
export function together(says: readonly ColumnSays[]): readonly ColumnSays[] {
  const [first] = says
  if (!first || (says.length === 1 && first.column === generalColumn)) return says
  const meaning = ({ kind, level, conditions, doubts }: ColumnSays): string =>
    JSON.stringify([kind, level, conditions, doubts.map(({ code, facts }) => [code, facts])])
  const areSame = says.every((one) => meaning(one) === meaning(first))
  if (!areSame) return says
  const from = says.flatMap((one) => one.from)
  const doubts = first.doubts.map((one) => ({ ...one, field: `level.${generalColumn}` }))
  return [{ ...first, column: generalColumn, from, doubts }]
}
