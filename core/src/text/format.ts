import { yearOf, type IsoDate } from '../kernel/index.ts'
import type { Language } from './messages.ts'

/** U+00A0: between a number and its unit, and inside a unit's name. */
const noBreakSpace = '\u00a0'

const separators = {
  vi: { group: '.', decimal: ',', beforePercent: noBreakSpace },
  en: { group: ',', decimal: '.', beforePercent: '' },
} as const satisfies Record<Language, { group: string; decimal: string; beforePercent: string }>

/** The same text with spaces at which no line breaks. */
export function noBreak(text: string): string {
  return text.replaceAll(' ', noBreakSpace)
}

/** A number with its unit, never parted by a line's end; a unit of several words may break inside. */
export function withUnit(number: string, unit: string): string {
  return unit === '' ? number : `${number}${noBreakSpace}${unit}`
}

/** A day as people write it: 31/3/2024 in both languages. */
export function formatDay(day: IsoDate): string {
  return `${Number(day.slice(8))}/${Number(day.slice(5, 7))}/${yearOf(day)}`
}

/** A number with at most `decimals` decimals; zeros at its end are left out: 16, not 16,00. */
export function formatNumber(value: number, language: Language, decimals = 2): string {
  if (!Number.isFinite(value)) throw new Error('a number for people is finite')
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(decimals).split('.')
  return joined(value < 0, whole, withoutEndingZeros(fraction), language)
}

/** A scaled integer, exact: 447 on scale 1 is 44,7; 440 is 44. */
export function formatScaled(scaled: number, scale: number, language: Language): string {
  const [whole, fraction] = splitAt(BigInt(Math.abs(scaled)), scale)
  return joined(scaled < 0, whole, withoutEndingZeros(fraction), language)
}

/** A level or other percentage held times 100: 2650 is 26,5 %. */
export function formatPercent(scaled: number, language: Language): string {
  return formatScaled(scaled, 2, language) + percentSign(language)
}

/**
 * A share in percent, with one decimal or as many more as it takes to stay on its own side of `level`
 * (in percent times 100): 89,96 % against 90 % is not shown as 90,0 %. `den` is positive.
 */
export function formatShare(num: number, den: number, language: Language, level?: number): string {
  const [top, bottom] = [BigInt(num), BigInt(den)]
  for (let decimals = 1; ; decimals += 1) {
    const unit = 10n ** BigInt(decimals)
    const exact = top * 100n * unit
    const rounded = (2n * exact + bottom) / (2n * bottom)
    const isExact = rounded * bottom === exact
    if (isExact || level === undefined || staysOnItsSide(top, bottom, rounded, unit, level)) {
      const [whole, fraction] = splitAt(rounded, decimals)
      const digits = isExact ? withoutEndingZeros(fraction) : fraction
      return joined(false, whole, digits, language) + percentSign(language)
    }
  }
}

function staysOnItsSide(top: bigint, bottom: bigint, rounded: bigint, unit: bigint, level: number): boolean {
  const exactly = signOf(top * 10_000n - BigInt(level) * bottom)
  const shown = signOf(rounded * 100n - BigInt(level) * unit)
  return exactly === shown
}

function percentSign(language: Language): string {
  return `${separators[language].beforePercent}%`
}

function splitAt(digits: bigint, decimals: number): [whole: string, fraction: string] {
  const text = String(digits).padStart(decimals + 1, '0')
  return [text.slice(0, text.length - decimals), text.slice(text.length - decimals)]
}

function joined(isNegative: boolean, whole: string, fraction: string, language: Language): string {
  const { group, decimal } = separators[language]
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, group)
  const isZero = /^0*$/.test(whole + fraction)
  return (isNegative && !isZero ? '−' : '') + grouped + (fraction === '' ? '' : decimal + fraction)
}

function withoutEndingZeros(fraction: string): string {
  return fraction.replace(/0+$/, '')
}

function signOf(value: bigint): -1 | 0 | 1 {
  return value < 0n ? -1 : value > 0n ? 1 : 0
}
