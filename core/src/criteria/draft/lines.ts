import { generalColumn, isGeneral } from './columns.ts'
import { ownCells, type Role } from './head.ts'
import { samePlace, type Grid, type GridCell, type Place } from './source.ts'
import { asSentence, isCapitals, oneLine } from './text.ts'

/** A text of the source and where it stands. */
export type Said = { readonly text: string; readonly place: Place }

/** A row of an annex, its cells sorted by what their columns hold. */
export type Line = {
  /** Cells that begin in this row and hold anything. */
  readonly own: readonly GridCell[]
  readonly width: number
  readonly number: GridCell | undefined
  readonly criterion: GridCell | undefined
  readonly content: readonly GridCell[]
  readonly unit: GridCell | undefined
  readonly points: GridCell | undefined
  readonly levels: readonly LevelCell[]
  readonly hasCriterionColumn: boolean
}

type LevelCell = { readonly column: string; readonly year: number | undefined; readonly cell: GridCell }

export type LineGroup = Said & {
  /** Written in capitals throughout, and put into small letters. */
  readonly wasCapitals: boolean
}

export function sortedLine(fields: Grid[number], roles: readonly Role[]): Line {
  const cellsOf = (kind: Role['kind']): readonly GridCell[] =>
    distinct(roles.flatMap((role, column) => (role.kind === kind ? (fields[column] ?? []) : [])))
  return {
    own: ownCells(fields).filter(({ text }) => text !== ''),
    width: roles.length,
    number: cellsOf('number')[0],
    criterion: cellsOf('criterion')[0],
    content: cellsOf('content'),
    unit: cellsOf('unit')[0],
    points: cellsOf('points')[0],
    levels: roles.flatMap((role, column) => {
      const cell = fields[column]
      if (!cell || (role.kind !== 'level' && role.kind !== 'year')) return []
      return [{ column: columnOfRole(role), year: role.kind === 'year' ? role.year : undefined, cell }]
    }),
    hasCriterionColumn: roles.some(({ kind }) => kind === 'criterion'),
  }
}

export function columnOfRole(role: Extract<Role, { readonly kind: 'level' | 'year' }>): string {
  return role.kind === 'year' || isGeneral(role.name) ? generalColumn : role.name
}

/** "3", "3." in the column of numbers; without such a column "Tiêu chí 3", "3. Thủy lợi" in that of names. */
export function criterionCode({ number, criterion }: Line): Said | undefined {
  const cell = number ?? criterion
  if (cell?.isOwn !== true) return undefined
  const pattern =
    number === undefined
      ? /^(?:tiêu chí\s+(?:số\s+)?)?(\d{1,2})\s*[.:)-]?\s+\D/iu
      : /^(?:tiêu chí\s+(?:số\s+)?)?0?(\d{1,2})\s*[.)]?$/iu
  const code = pattern.exec(oneLine(cell.text))?.[1]
  return code === undefined ? undefined : { text: String(Number(code)), place: cell.place }
}

/** A criterion's name without the number that may stand before it. */
export function nameWithoutNumber(text: string): string {
  return text
    .replace(/^(?:tiêu chí\s+(?:số\s+)?)?\d{1,2}\s*[.:)-]\s*/iu, '')
    .replace(/^tiêu chí\s+(?=\p{Lu})/iu, '')
}

/** One cell across the table, or a Roman number with a name and no level: "I. QUY HOẠCH". */
export function groupOf(line: Line): LineGroup | undefined {
  const { own, number, levels } = line
  const [first, second] = own
  if (!first) return undefined
  if (isAcross(line)) {
    const text = oneLine(first.text)
    return /^\d/.test(text) || isNote(text) ? undefined : groupNamed(text, first.place)
  }
  const isAlone = second === undefined && (/^[IVX]{1,5}[.)]\s/.test(first.text) || isCapitals(first.text))
  if (isAlone && !/^\d/.test(first.text)) return groupNamed(oneLine(first.text), first.place)
  const isRoman = number?.isOwn === true && /^[IVX]{1,5}[.)]?$/.test(number.text)
  const hasLevels = levels.some(({ cell }) => cell.isOwn && cell.text !== '')
  return isRoman && second && !hasLevels ? groupNamed(oneLine(second.text), second.place) : undefined
}

export function isAcross({ own, width }: Line): boolean {
  return own.length === 1 && (own[0]?.width ?? 0) >= Math.max(2, width - 1)
}

function isNote(text: string): boolean {
  return /^(?:ghi chú|chú thích|lưu ý|[*(])/iu.test(text) || text.length > 200
}

function groupNamed(text: string, place: Place): LineGroup {
  const name = text.replace(/^(?:(?:nhóm|phần)\s+)?(?:[IVX]{1,5}|[A-Z])\s*[.:)-]\s*/u, '')
  const wasCapitals = isCapitals(name)
  return { text: wasCapitals ? asSentence(name) : name, place, wasCapitals }
}

function distinct(cells: readonly GridCell[]): readonly GridCell[] {
  return cells.filter((cell, at) => cells.findIndex(({ place }) => samePlace(place, cell.place)) === at)
}

export function saidOf({ text, place }: GridCell): Said {
  return { text: oneLine(text), place }
}
