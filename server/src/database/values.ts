import pg from 'pg'

const { builtins } = pg.types

/** A count or a sum of money: an integer that a JavaScript number holds exactly. */
function toSafeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is not a safe integer`)
  return value
}

const asWritten = (text: string): string => text

/** Elements that are never quoted: numbers, days and times. */
function arrayOf<Value>(parse: (text: string) => Value): (text: string) => (Value | null)[] {
  return (text) => {
    if (text === '{}') return []
    if (!/^\{[^{}"]*\}$/.test(text)) throw new RangeError(`${text} is not a plain one-dimensional array`)
    return text
      .slice(1, -1)
      .split(',')
      .map((element) => (element === 'NULL' ? null : parse(element)))
  }
}

/**
 * How values of the wire come to the program, the same on both engines; types not named here are read as `pg`
 * reads them (integers, floats, booleans, texts, JSON, `bytea` as Buffer, `timestamptz` as Date).
 *
 * - `int8`, so also `count(*)`: a safe integer, or an error.
 * - `numeric`, so also `sum` of an `int8` column: its text. Cast sums: `sum(amount)::bigint`.
 * - `date`, `time`, `timestamp` and `interval`: their text. A day has no time zone to be moved by.
 */
const parsers: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [builtins.INT8, toSafeInteger],
  [builtins.NUMERIC, asWritten],
  [builtins.DATE, asWritten],
  [builtins.TIMESTAMP, asWritten],
  [builtins.INTERVAL, asWritten],
  // The arrays of these types, whose numbers `pg` does not name.
  [1016, arrayOf(toSafeInteger)],
  [1231, arrayOf(asWritten)],
  [1182, arrayOf(asWritten)],
  [1115, arrayOf(asWritten)],
  [1187, arrayOf(asWritten)],
])

export const types: pg.CustomTypesConfig = {
  getTypeParser: (type: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : parsers.get(type)) ?? pg.types.getTypeParser(type, format),
}
