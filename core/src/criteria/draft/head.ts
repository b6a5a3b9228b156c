import type { Grid, GridCell } from './source.ts'
import { oneLine, plainWords } from './text.ts'

/** What a column of an annex holds. */
export type Role =
  | { readonly kind: 'number' | 'criterion' | 'content' | 'unit' | 'points' | 'note' | 'unknown' }
  | { readonly kind: 'level'; readonly name: string }
  | { readonly kind: 'year'; readonly year: number }

/** The head of a table: which rows it takes, what each column holds, its cells as words for finding it again. */
export type Head = {
  readonly first: number
  /** The row after it. */
  readonly end: number
  readonly roles: readonly Role[]
  readonly words: ReadonlySet<string>
}

/** How far down a head is looked for; titles may stand in rows of their own above it. */
const deepestHead = 16

/** Finds the head of a table; undefined where the table has none of its own. */
export function findHead(grid: Grid): Head | undefined {
  const first = grid.slice(0, deepestHead).findIndex(isHeadRow)
  const line = grid[first]
  if (line === undefined) return undefined
  const end = endOfHead(grid, first)
  const width = Math.max(...grid.slice(first, end).map((row) => row.length))
  const stacks = Array.from({ length: width }, (_, column) => stackOf(grid, first, end, column))
  return {
    first,
    end,
    roles: settled(stacks),
    words: new Set(grid.slice(first, end).map(wordsOfRow)),
  }
}

/** The cells of a row, each once: a head that is repeated on the next page has the same. */
export function wordsOfRow(row: readonly (GridCell | undefined)[]): string {
  return ownCells(row)
    .map(({ text }) => text.toLowerCase())
    .join('|')
}

export function ownCells(row: readonly (GridCell | undefined)[]): readonly GridCell[] {
  return row.flatMap((cell) => (cell?.isOwn === true ? [cell] : []))
}

/** "(1) (2) (3)" under a head: the numbers of the columns. */
export function isColumnNumbers(row: readonly (GridCell | undefined)[]): boolean {
  const texts = ownCells(row).map(({ text }) => text.replaceAll(/[()[\]]/g, '').trim())
  if (texts.length < 3) return false
  return texts.every((text, at) => /^\d{1,2}(?:\s*=.*)?$/.test(text) && Number.parseInt(text, 10) === at + 1)
}

function isHeadRow(row: readonly (GridCell | undefined)[]): boolean {
  const roles = ownCells(row).map(({ text }) => roleOf([text]).kind)
  const telling = new Set(roles.filter((kind) => kind !== 'unknown'))
  const namesContent = telling.has('criterion') || telling.has('content')
  return telling.size >= 2 && namesContent && roles.length <= row.length
}

/** Below the first row as far as its merged cells reach, one row at least under a cell that spans several columns. */
function endOfHead(grid: Grid, first: number): number {
  let end = first + 1
  const reach = (row: number): void => {
    for (const cell of ownCells(grid[row] ?? [])) end = Math.max(end, row + cell.height)
  }
  reach(first)
  for (let row = first; row < end && row < first + deepestHead; row += 1) {
    reach(row)
    const next = grid[row + 1]
    const isParted = ownCells(grid[row] ?? []).some((cell) => cell.width > 1 && cell.height === 1)
    if (isParted && row + 1 === end && next && !looksLikeData(next)) end += 1
  }
  if (isColumnNumbers(grid[end] ?? [])) end += 1
  return Math.min(end, grid.length)
}

/** A row under a head begins with a number, or is one cell across. */
function looksLikeData(row: readonly (GridCell | undefined)[]): boolean {
  const [first] = row
  if (first?.isOwn !== true) return false
  return /^(?:\d{1,2}(?:\.\d{1,2})?|[IVX]+)[.)]?(?:\s|$)/.test(first.text) || first.width >= row.length - 1
}

/** The texts over a column, from the top, each cell once. */
function stackOf(grid: Grid, first: number, end: number, column: number): readonly string[] {
  const texts: string[] = []
  for (let row = first; row < end; row += 1) {
    const cell = grid[row]?.[column]
    const isSeen = cell?.place.row !== row && row > first
    if (cell && !isSeen && !isColumnNumbers(grid[row] ?? [])) texts.push(oneLine(cell.text))
  }
  return texts.filter((text) => text !== '')
}

/** From the lowest text up: the first that says what the column holds. */
function roleOf(stack: readonly string[]): Role {
  const leaf = stack.at(-1) ?? ''
  const plain = plainWords(leaf)
  const year = /^(?:nam )?(20\d\d)$/.exec(plain)?.[1]
  if (year !== undefined) return { kind: 'year', year: Number(year) }
  const isUnderLevels = stack.slice(0, -1).some((text) => levelHead.test(plainWords(text)))
  if (isUnderLevels) return { kind: 'level', name: leaf }
  for (const [pattern, kind] of heads) if (pattern.test(plain)) return { kind }
  if (levelHead.test(plain) || levelLeaf.test(plain)) return { kind: 'level', name: leaf }
  return { kind: 'unknown' }
}

const heads: readonly (readonly [RegExp, Exclude<Role['kind'], 'level' | 'year'>])[] = [
  [/^(?:s?tt|so tt|so thu tu|ma so)$/, 'number'],
  [/^(?:ten )?(?:cac )?tieu chi$/, 'criterion'],
  [/^(?:don vi tinh|don vi|dvt)$/, 'unit'],
  [/diem (?:toi da|chuan|so|quy dinh)|^(?:thang |so )?diem$/, 'points'],
  [/ghi chu|co quan|phu trach|chu tri|huong dan|theo doi|minh chung|tai lieu/, 'note'],
  [/noi dung|^(?:ten |cac )?chi tieu$|dien giai|^yeu cau$/, 'content'],
]

const levelHead =
  /chi tieu (?:theo|chung|phai|can|dat)|muc (?:dat|do|quy|yeu)|yeu cau (?:dat|can)|quy dinh (?:dat|muc)/
const levelLeaf =
  /^(?:muc|chung|vung|nhom|khu vuc|cac xa|xa|thon|phuong)\b|^(?:chi tieu|yeu cau)\b|^(?:trung du|dong bang|bac trung|duyen hai|tay nguyen|dong nam)/

/** "Chỉ tiêu" alone heads the content, unless a column before it does and nothing else has levels: then the level. */
function settled(stacks: readonly (readonly string[])[]): readonly Role[] {
  const roles = stacks.map(roleOf)
  if (roles.some(({ kind }) => kind === 'level' || kind === 'year')) return roles
  const leaf = stacks.findLastIndex((stack) => plainWords(stack.at(-1) ?? '') === 'chi tieu')
  const content = roles.findIndex(({ kind }) => kind === 'content')
  if (leaf < 0 || content < 0 || content >= leaf) return roles
  return roles.with(leaf, { kind: 'level', name: stacks[leaf]?.at(-1) ?? '' })
}
