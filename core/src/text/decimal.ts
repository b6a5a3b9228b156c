import { accepted, refused, type Result } from '../kernel/index.ts'

/** A number exactly as somebody wrote it: `digits` over ten to the power of `decimals`, no zeros at its end. */
export type Decimal = { readonly digits: number; readonly decimals: number }

/** Why a text is no number; `numberTwoWays`: its mark may part thousands or begin decimals. */
export type DecimalFault = 'notANumber' | 'numberTwoWays' | 'numberTooLong'

/** Digits that a number keeps exactly. */
const mostDigits = 15

/**
 * Reads a number as people write it, with the decimal mark of either language: 2,1 and 2.1 are one number, so are
 * 1.234,5 and 1,234.5. What could be two numbers, 1.234, is refused and never guessed. A number of JSON is what it is.
 */
export function readDecimal(given: number | string): Result<Decimal, DecimalFault> {
  if (typeof given === 'number') {
    const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(given)) ?? []
    return whole === '' ? refused('numberTooLong') : decimalOf(sign, whole, fraction)
  }
  const [, sign = '', text = ''] = /^([-−]?)(.*)$/s.exec(given.trim()) ?? []
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(text)) return refused('numberTwoWays')
  const plain = /^(\d+)(?:[.,](\d+))?$/.exec(text)
  const grouped =
    /^([1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?$/.exec(text) ??
    /^([1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?$/.exec(text)
  const [, whole = '', fraction = ''] = plain ?? grouped ?? []
  return whole === '' ? refused('notANumber') : decimalOf(sign, whole.replaceAll(/[.,]/g, ''), fraction)
}

/** The number in whole units of its `scale`th decimal, 2,1 as 21; undefined where it has more decimals. */
export function onScale({ digits, decimals }: Decimal, scale: number): number | undefined {
  return decimals <= scale ? digits * 10 ** (scale - decimals) : undefined
}

/** What `onScale` gave as the number it stands for: 447 on scale 1 is 44.7. */
export function fromScale(scaled: number, scale: number): number {
  return Number(`${scaled}e-${scale}`)
}

/** The same for a file that is read again: 44,7; three decimals get a zero more, since 1,234 could be two numbers. */
export function decimalText(scaled: number, scale: number): string {
  const digits = String(Math.abs(scaled)).padStart(scale + 1, '0')
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '')
  const whole = digits.slice(0, digits.length - scale)
  const marked =
    scale === 0 || fraction === '' ? whole : `${whole},${fraction.length === 3 ? `${fraction}0` : fraction}`
  return scaled < 0 ? `-${marked}` : marked
}

function decimalOf(sign: string, whole: string, fraction: string): Result<Decimal, DecimalFault> {
  const decimals = fraction.replace(/0+$/, '')
  const digits = (whole + decimals).replace(/^0+(?=\d)/, '')
  if (digits.length > mostDigits) return refused('numberTooLong')
  const isBelow = sign !== '' && digits !== '0'
  return accepted({ digits: isBelow ? -Number(digits) : Number(digits), decimals: decimals.length })
}
