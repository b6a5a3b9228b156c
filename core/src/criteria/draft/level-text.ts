import type { DraftLevel } from './draft.ts'
import { readCell } from './wording.ts'

/** A level as a person types it, in words that `readLevel` takes back: 47,5; tỉnh quy định; Năm 2025: 47. */
export function levelText(level: DraftLevel): string {
  if (typeof level === 'number') return numberText(level)
  if (typeof level === 'string') return words[level]
  return Object.entries(level.byYear)
    .map(([year, value]) => `Năm ${year}: ${numberText(value)}`)
    .join('; ')
}

const words = {
  delegated: 'tỉnh quy định',
  unknown: 'chưa rõ',
  notApplicable: 'không áp dụng',
} as const satisfies Record<Extract<DraftLevel, string>, string>

/** Reads what was typed for a level; undefined where it is not one number, one of the words, or levels by year. */
export function readLevel(text: string): DraftLevel | undefined {
  if (/^\s*(?:chưa rõ|không rõ|unknown)\s*$/iu.test(text.normalize('NFC'))) return 'unknown'
  const reading = readCell(text)
  switch (reading.kind) {
    case 'delegated':
      return reading.rest === '' ? 'delegated' : undefined
    case 'notApplicable':
      return 'notApplicable'
    case 'byYear':
      return { byYear: reading.years }
    case 'amount':
      return reading.conditions.length === 0 && reading.rest === '' ? reading.amount.value : undefined
    default:
      return undefined
  }
}

/** Three decimals get a zero more, since 1,234 could be two numbers. */
function numberText(value: number): string {
  const [whole = '', fraction] = String(value).split('.')
  if (fraction === undefined) return whole
  return `${whole},${fraction.length === 3 ? `${fraction}0` : fraction}`
}
