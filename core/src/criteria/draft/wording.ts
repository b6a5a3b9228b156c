import { fromScale, readDecimal } from '../../text/index.ts'
import { cleanText, oneLine, plainWords } from './text.ts'

export type Bound = 'atLeast' | 'atMost'

/** A number as a cell writes it; `bound` is undefined where no word or sign tells the direction. */
export type Amount = {
  readonly value: number
  readonly bound: Bound | undefined
  /** The words say more than, or less than: the number itself is outside. */
  readonly isStrict: boolean
  /** `%`, or the words after the number. */
  readonly unit: string
}

/** A further condition of a cell: "100% (≥70% cứng hóa)" has one. */
export type Condition = { readonly amount: Amount; readonly words: string }

export type Unclear = 'dash' | 'numberTwoWays' | 'range' | 'words'

/** What a level cell says; `rest` are words of it that its meaning does not hold. */
export type Reading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'pass' }
  | { readonly kind: 'none' }
  | { readonly kind: 'notApplicable' }
  | { readonly kind: 'delegated'; readonly rest: string }
  | {
      readonly kind: 'amount'
      readonly amount: Amount
      readonly conditions: readonly Condition[]
      readonly rest: string
    }
  | {
      readonly kind: 'byYear'
      readonly years: Readonly<Record<number, number>>
      readonly amount: Amount
    }
  | { readonly kind: 'unclear'; readonly why: Unclear }

const wholeCells: Readonly<Record<string, 'pass' | 'none' | 'notApplicable'>> = {
  dat: 'pass',
  co: 'pass',
  'dat chuan': 'pass',
  'dat yeu cau': 'pass',
  khong: 'none',
  'khong co': 'none',
  'khong con': 'none',
  'khong ap dung': 'notApplicable',
  'khong quy dinh': 'notApplicable',
  'khong yeu cau': 'notApplicable',
  'khong xet': 'notApplicable',
}

/** Reads a level cell. What it cannot read as a whole is unclear, or stays as `rest`; nothing is left out. */
export function readCell(text: string): Reading {
  const line = levelled(text)
  if (line === '') return { kind: 'empty' }
  const plain = plainWords(line)
  const hasDigit = /\d/.test(line)
  if (!hasDigit) {
    const known = Object.hasOwn(wholeCells, plain) ? wholeCells[plain] : undefined
    if (known !== undefined) return { kind: known }
    if (plain === '') return { kind: 'unclear', why: 'dash' }
  }
  if (isDelegated(plain)) return { kind: 'delegated', rest: hasDigit ? oneLine(cleanText(text)) : '' }
  if (!hasDigit || isRelative(plain)) return { kind: 'unclear', why: 'words' }
  return readYears(line) ?? readAmounts(line)
}

/** A level beside another quantity: "tăng tối thiểu 2% so với năm trước", "cao hơn 1,2 lần mức xã đạt chuẩn". */
function isRelative(plain: string): boolean {
  return relative.test(plain)
}

const relative =
  /\b(?:so voi|lan muc|bang muc|(?:tang|giam)(?: them)? (?:toi thieu|it nhat|tu|\d)|(?:cao|thap) hon (?:muc|binh quan|\d+(?: \d+)? lan))\b/

/** The direction that the words of a name give, and whether they exclude the number itself. */
export function readBound(words: string): { readonly bound: Bound | undefined; readonly isStrict: boolean } {
  const line = levelled(words)
  for (const [pattern, bound, isStrict] of boundsAnywhere) {
    if (pattern.test(line)) return { bound, isStrict }
  }
  return { bound: undefined, isStrict: false }
}

/** A level written inside a name: "… đạt từ 80% trở lên"; undefined where there is none, or more than one. */
export function amountInName(name: string): Amount | undefined {
  const line = levelled(name)
  const found = numbersIn(line)
  const [only] = found
  if (found.length !== 1 || only === undefined) return undefined
  const read = amountAt(line, only)
  return 'why' in read || read.amount.bound === undefined ? undefined : read.amount
}

function isDelegated(plain: string): boolean {
  return (
    /\b(?:tinh|dia phuong|thanh pho)\b.*\bqu[yi] dinh\b/.test(plain) ||
    /\bqu[yi] dinh\b.*\b(?:ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan)\b.*\btinh\b/.test(plain) ||
    /^qu[yi] dinh cu the$/.test(plain)
  )
}

/** Lower case, in one line, dashes and comparison signs of one kind. */
function levelled(text: string): string {
  return oneLine(cleanText(text))
    .toLocaleLowerCase('vi')
    .replaceAll(/[\u2010-\u2015\u2212\uff0d]/g, '-')
    .replaceAll(/≧|⩾|>\s?=|=\s?>/g, '≥')
    .replaceAll(/≦|⩽|<\s?=|=\s?</g, '≤')
}

const least = 'không dưới|không thấp hơn|không ít hơn|không nhỏ hơn|tối thiểu|ít nhất|≥|từ'
const most =
  'không vượt quá|không vượt|không quá|không cao hơn|không lớn hơn|không nhiều hơn|tối đa|nhiều nhất|≤'
const over = 'trên|lớn hơn|cao hơn|nhiều hơn|>'
const under = 'dưới|nhỏ hơn|thấp hơn|ít hơn|<'

/** Before a number; a longer phrase goes before one that it holds. */
const boundsBefore: readonly (readonly [RegExp, Bound, boolean])[] = [
  [new RegExp(`(?:${most})(?: là| đạt)?\\s*$`, 'u'), 'atMost', false],
  [new RegExp(`(?:${least})(?: là| đạt)?\\s*$`, 'u'), 'atLeast', false],
  [new RegExp(`(?:${over})(?: là| đạt)?\\s*$`, 'u'), 'atLeast', true],
  [new RegExp(`(?:${under})(?: là| đạt)?\\s*$`, 'u'), 'atMost', true],
]

const boundsAfter: readonly (readonly [RegExp, Bound])[] = [
  [/(?:trở lên|hoặc cao hơn|hoặc hơn)/u, 'atLeast'],
  [/(?:trở xuống|hoặc thấp hơn|hoặc ít hơn)/u, 'atMost'],
]

const boundsAnywhere: readonly (readonly [RegExp, Bound, boolean])[] = [
  [new RegExp(`${most}|trở xuống`, 'u'), 'atMost', false],
  [/không dưới|không thấp hơn|tối thiểu|ít nhất|≥|trở lên/u, 'atLeast', false],
]

type Found = { readonly text: string; readonly at: number; readonly end: number }

/** A number is no part of a word (`m2`), of another number, or of a code (`1.2.3`). */
const numberPattern = /(?<![\p{L}\d/]|\d[.,])\d+(?:[.,]\d+)*(?![\p{L}\d])/gu

function numbersIn(line: string): readonly Found[] {
  return [...line.matchAll(numberPattern)].map((match) => ({
    text: match[0],
    at: match.index,
    end: match.index + match[0].length,
  }))
}

type AmountRead = { readonly amount: Amount; readonly before: string; readonly after: string }

/** The number, its direction from the words on both sides, and what is left of these. */
function amountAt(line: string, { text, at, end }: Found): AmountRead | { readonly why: Unclear } {
  const decimal = readDecimal(text)
  if (!decimal.ok) return { why: decimal.refusal === 'numberTwoWays' ? 'numberTwoWays' : 'words' }
  const value = fromScale(decimal.value.digits, decimal.value.decimals)
  let [before, after] = [line.slice(0, at), line.slice(end)]
  let bound: Bound | undefined
  let isStrict = false
  for (const [pattern, meant, strict] of boundsBefore) {
    if (!pattern.test(before)) continue
    before = before.replace(pattern, '')
    bound = meant
    isStrict = strict
    break
  }
  for (const [pattern, meant] of boundsAfter) {
    if (!pattern.test(after)) continue
    after = after.replace(pattern, ' ')
    bound ??= meant
    break
  }
  const [, percent = '', words = ''] = /^\s*(%)?\s*(.*)$/su.exec(after) ?? []
  const unit = percent === '' ? trimmed(words) : percent
  return {
    amount: { value, bound, isStrict, unit },
    before: trimmed(before.replace(/(?:^|\s)(?:đạt|là|phải)\s*$/u, '')),
    after: percent === '' ? '' : trimmed(words),
  }
}

/** One amount, and conditions in brackets or after a semicolon or "trong đó". */
function readAmounts(line: string): Reading {
  if (/\d\s*%?\s*(?:-|÷|~|đến|tới)\s*\d/u.test(line)) return { kind: 'unclear', why: 'range' }
  const segments = line
    .split(/[();\n[\]]|,?\s*trong đó:?/u)
    .map(trimmed)
    .filter((segment) => segment !== '')
  const [first = '', ...others] = segments
  const main = onlyAmount(first)
  if (main === undefined) return { kind: 'unclear', why: 'words' }
  if ('why' in main) return { kind: 'unclear', why: main.why }
  const conditions: Condition[] = []
  const rests = [main.before, main.after]
  for (const segment of others) {
    const read = onlyAmount(segment)
    if (read === undefined || 'why' in read) rests.push(segment)
    else conditions.push({ amount: read.amount, words: trimmed(`${read.before} ${read.after}`) })
  }
  const rest = rests.filter((one) => one !== '').join('; ')
  return { kind: 'amount', amount: main.amount, conditions, rest }
}

/** The amount of a segment: its one number, or of several the one that has a direction or is a percentage. */
function onlyAmount(segment: string): AmountRead | { readonly why: Unclear } | undefined {
  const found = numbersIn(segment)
  const [first, second] = found
  if (first === undefined) return undefined
  if (second === undefined) return amountAt(segment, first)
  const telling = found
    .map((one) => amountAt(segment, one))
    .filter((read) => !('why' in read) && (read.amount.bound !== undefined || read.amount.unit === '%'))
  return telling.length === 1 ? telling[0] : undefined
}

const yearPattern =
  /(?:đến\s+)?(năm\s*)?(20\d\d)\s*([:=-]|đạt|là)?\s*([^\d]{0,20}?)(\d+(?:[.,]\d+)*)((?:(?!(?:đến )?năm\s*20)[^\d;,.])*)/gu

/** "Năm 2022: 39; 2023: 42": each year with its number and nothing else. */
function readYears(line: string): Reading | undefined {
  const matches = [...line.matchAll(yearPattern)]
  const [head] = matches
  if (head === undefined || (head[1] === undefined && head[3] === undefined)) return undefined
  const left = trimmed(line.replaceAll(yearPattern, ' ').replaceAll(/[;,.]/g, ' '))
  if (left !== '') return undefined
  const years: Record<number, number> = {}
  let shared: Amount | undefined
  for (const [, , year = '', , before = '', number = '', after = ''] of matches) {
    const segment = `${before}${number}${after}`
    const read = onlyAmount(trimmed(segment))
    if (read === undefined || 'why' in read || read.before !== '' || read.after !== '') return undefined
    if (shared !== undefined && shared.bound !== read.amount.bound) return undefined
    if (Object.hasOwn(years, year)) return undefined
    shared ??= read.amount
    years[Number(year)] = read.amount.value
  }
  return shared === undefined ? undefined : { kind: 'byYear', years, amount: shared }
}

function trimmed(text: string): string {
  return text
    .replaceAll(/\s{2,}/gu, ' ')
    .replace(/^[\s,.;:*()-]+|[\s,.;:*(-]+$/gu, '')
    .trim()
}
