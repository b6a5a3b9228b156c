import { findHead, isColumnNumbers, ownCells, wordsOfRow, type Role } from './head.ts'
import {
  columnOfRole,
  criterionCode,
  groupOf,
  isAcross,
  nameWithoutNumber,
  saidOf,
  sortedLine,
  type Line,
  type LineGroup,
  type Said,
} from './lines.ts'
import { gridOf, samePlace, type Grid, type GridCell, type Place, type SourceTable } from './source.ts'
import { oneLine, plainWords } from './text.ts'

/** A level cell: of which column of the annex, and of which year where it says so. */
export type SaidLevel = Said & {
  readonly column: string
  readonly year: number | undefined
  /** The same cell stands beside several indicators. */
  readonly isShared: boolean
}

export type RowIndicator = {
  readonly code: Said | undefined
  readonly name: Said
  readonly unit: Said | undefined
  readonly points: Said | undefined
  readonly levels: SaidLevel[]
  /** Lines under it: "a) …", "- …". */
  readonly parts: RowIndicator[]
  /** Its cell holds other indicators too. */
  readonly isSplit: boolean
}

export type RowCriterion = {
  readonly code: Said | undefined
  readonly name: Said | undefined
  /** Place among the groups; -1 before the first. */
  readonly group: number
  readonly indicators: RowIndicator[]
  /** The criterion's own row, which is its indicator where no other follows. */
  heading: RowIndicator | undefined
}

/** What the tables of an annex say, row by row, before anything of it is understood as a rule. */
export type Rows = {
  /** Names of the level columns, in order; the general one is `all`. */
  readonly columns: Map<string, Said>
  readonly groups: LineGroup[]
  readonly criteria: RowCriterion[]
  readonly used: Place[]
}

type Layout = {
  readonly roles: readonly Role[]
  readonly words: ReadonlySet<string>
  readonly cells: readonly (GridCell & { readonly column: number })[]
}

/**
 * Walks through the tables. A table that repeats the head of the one before, or has none and as many columns, goes on
 * where that one ended. Each time the criteria begin anew at 1 another part begins: annexes of one decision.
 */
export function readRows(tables: readonly SourceTable[]): readonly Rows[] {
  const parts: Rows[] = []
  let layout: Layout | undefined
  for (const [nth, table] of tables.entries()) {
    const grid = gridOf(table, nth)
    const head = findHead(grid)
    if (head)
      layout = { roles: head.roles, words: head.words, cells: cellsOfHead(grid.slice(head.first, head.end)) }
    else if (!layout || widthOf(grid) !== layout.roles.length) continue
    walk(grid, head?.end ?? 0, layout, parts)
  }
  for (const part of parts) for (const criterion of part.criteria) settleHeading(criterion, part)
  return parts
}

function cellsOfHead(head: Grid): Layout['cells'] {
  return head
    .flatMap((fields) =>
      fields.flatMap((cell, column) => (cell?.isOwn === true ? [{ ...cell, column }] : [])),
    )
    .filter(({ text }) => text !== '')
}

function widthOf(grid: Grid): number {
  return Math.max(0, ...grid.map((row) => row.length))
}

function walk(grid: Grid, from: number, layout: Layout, parts: Rows[]): void {
  const { roles, words, cells } = layout
  if (from > 0) parts.at(-1)?.used.push(...cells.map(({ place }) => place))
  for (const fields of grid.slice(from)) {
    const own = ownCells(fields).filter(({ text }) => text !== '')
    if (own.length === 0) continue
    if (words.has(wordsOfRow(fields)) || isColumnNumbers(fields)) {
      parts.at(-1)?.used.push(...own.map(({ place }) => place))
      continue
    }
    const line = sortedLine(fields, roles)
    const code = criterionCode(line)
    const last = parts.at(-1)
    const isRestart = code?.text === '1' && last?.criteria.some((one) => one.code?.text === '1') === true
    if (last === undefined || isRestart) parts.push(partWith(layout))
    const rows = parts.at(-1)
    if (rows) readLine(line, code, rows)
  }
}

function partWith({ roles, cells }: Layout): Rows {
  const columns = new Map<string, Said>()
  for (const [at, role] of roles.entries()) {
    const cell = cells.findLast((one) => one.column <= at && at < one.column + one.width)
    if ((role.kind !== 'level' && role.kind !== 'year') || !cell) continue
    const key = columnOfRole(role)
    if (!columns.has(key)) columns.set(key, { text: key, place: cell.place })
  }
  return { columns, groups: [], criteria: [], used: cells.map(({ place }) => place) }
}

function readLine(line: Line, code: Said | undefined, rows: Rows): void {
  const group = code === undefined ? groupOf(line) : undefined
  if (group) {
    rows.groups.push(group)
    rows.used.push(...line.own.map(({ place }) => place))
    return
  }
  if (isAcross(line) && code === undefined) return
  const isNamed = line.criterion?.isOwn === true && line.criterion.text !== ''
  if (code !== undefined || isNamed) beginCriterion(line, code, rows)
  const criterion = rows.criteria.at(-1)
  if (criterion) readIndicator(line, criterion, rows)
}

function beginCriterion(line: Line, code: Said | undefined, rows: Rows): void {
  const cell = line.hasCriterionColumn ? line.criterion : line.content[0]
  const text = cell?.isOwn === true ? nameWithoutNumber(oneLine(cell.text)) : ''
  const name = cell && text !== '' ? { text, place: cell.place } : undefined
  rows.used.push(...[code, name].flatMap((said) => said?.place ?? []))
  rows.criteria.push({ code, name, group: rows.groups.length - 1, indicators: [], heading: undefined })
}

function readIndicator(line: Line, criterion: RowCriterion, rows: Rows): void {
  const [main, ...others] = line.content
  const sub = others.find(({ isOwn, text }) => isOwn && text !== '')
  const hasLevels = line.levels.some(({ cell }) => cell.isOwn && cell.text !== '')
  const isNameAgain = criterion.name !== undefined && main && samePlace(main.place, criterion.name.place)
  if (isNameAgain === true && !hasLevels) {
    if (criterion.name) criterion.heading = indicatorOf(criterion.name, line, alone)
    return
  }
  if (main?.isOwn === true && main.text !== '') {
    rows.used.push(main.place)
    const texts = isNameAgain === true && criterion.name ? [criterion.name.text] : splitByCodes(main.text)
    for (const [nth, text] of texts.entries()) {
      const said = { text: oneLine(text), place: main.place }
      addIndicator(said, line, criterion, sub ? 'none' : { nth, of: texts.length })
    }
  } else if (!hasLevels) return
  else if (criterion.indicators.length === 0) {
    if (!criterion.name) return
    addIndicator(criterion.name, line, criterion, sub ? 'none' : alone)
  } else if (!sub) criterion.indicators.at(-1)?.levels.push(...saidLevels(line, undefined, alone))
  useCells(line, rows)
  const indicator = criterion.indicators.at(-1)
  if (!sub || !indicator) return
  rows.used.push(sub.place)
  const year = yearIn(sub.text)
  const target = year === undefined ? partOf(indicator, saidOf(sub), line) : indicator
  target.levels.push(...saidLevels(line, year, alone))
}

/** A criterion without further rows has one indicator: itself. */
function settleHeading(criterion: RowCriterion, rows: Rows): void {
  const { heading, indicators } = criterion
  if (!heading || indicators.length > 0) return
  indicators.push(heading)
  rows.used.push(...[heading.points, heading.unit].flatMap((said) => said?.place ?? []))
}

function useCells({ levels, unit, points, number }: Line, rows: Rows): void {
  const cells = [...levels.map(({ cell }) => cell), unit, points, number]
  rows.used.push(...cells.flatMap((cell) => (cell && cell.text !== '' ? [cell.place] : [])))
}

/** Which of the indicators of one row: the first, of one. */
type Split = { readonly nth: number; readonly of: number }

const alone: Split = { nth: 0, of: 1 }

function addIndicator(said: Said, line: Line, criterion: RowCriterion, split: Split | 'none'): void {
  const last = criterion.indicators.at(-1)
  const levels = (year?: number): readonly SaidLevel[] =>
    split === 'none' ? [] : saidLevels(line, year, split)
  const year = yearIn(said.text.replace(/^[-+\s]+/u, ''))
  const bullet = /^(?:[a-zđ]\)|[-+•*–])\s+/u.exec(said.text)?.[0]
  if (year !== undefined && last) last.levels.push(...levels(year))
  else if (bullet !== undefined && last) {
    const name = { text: said.text.slice(bullet.length), place: said.place }
    partOf(last, name, line).levels.push(...levels())
  } else {
    const indicator = indicatorOf(said, line, split === 'none' ? alone : split)
    indicator.levels.push(...levels())
    criterion.indicators.push(indicator)
  }
}

function indicatorOf(said: Said, line: Line, split: Split): RowIndicator {
  const [prefix = '', written] = /^(?:chỉ tiêu\s+)?(\d{1,2}\.\d{1,2})\s*[.:)]?\s+/iu.exec(said.text) ?? []
  const beside =
    line.number?.isOwn === true ? /^(\d{1,2}\.\d{1,2})[.)]?$/.exec(line.number.text)?.[1] : undefined
  const code = written ?? beside
  const place = written === undefined && line.number ? line.number.place : said.place
  return {
    code: code === undefined ? undefined : { text: code, place },
    name: { text: said.text.slice(prefix.length), place: said.place },
    unit: saidIn(line.unit),
    points: saidIn(line.points),
    levels: [],
    parts: [],
    isSplit: split.of > 1,
  }
}

function partOf(indicator: RowIndicator, name: Said, line: Line): RowIndicator {
  const part = { ...indicatorOf(name, line, alone), code: undefined, name }
  indicator.parts.push(part)
  return part
}

/** Several indicators in one cell: each begins with its code on a line of its own. */
function splitByCodes(text: string): readonly string[] {
  const starts = [...text.matchAll(/^\d{1,2}\.\d{1,2}\s*[.:)]?\s+/gmu)].map(({ index }) => index)
  if (starts.length < 2 || starts[0] !== 0) return [text]
  return starts.map((start, nth) => text.slice(start, starts[nth + 1]).trim())
}

/** The level cells of a row; of a cell with as many lines as the row has indicators, each has its own line. */
function saidLevels(line: Line, year: number | undefined, split: Split): readonly SaidLevel[] {
  return line.levels.map(({ column, year: ofColumn, cell }) => {
    const lines = cell.text.split('\n')
    const hasOwnLine = split.of > 1 && lines.length === split.of
    return {
      column,
      year: ofColumn ?? year,
      text: hasOwnLine ? (lines[split.nth] ?? '') : cell.text,
      place: cell.place,
      isShared: cell.height > 1 || (split.of > 1 && !hasOwnLine),
    }
  })
}

function yearIn(text: string): number | undefined {
  const year = /^(?:den )?(?:nam )(20\d\d)$/.exec(plainWords(text))?.[1]
  return year === undefined ? undefined : Number(year)
}

function saidIn(cell: GridCell | undefined): Said | undefined {
  return cell === undefined || cell.text === '' ? undefined : saidOf(cell)
}
