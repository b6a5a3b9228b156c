/** Plain values that have one canonical text; numbers are finite, `undefined` members are left out. */
export type Plain =
  | null
  | boolean
  | number
  | string
  | readonly Plain[]
  | { readonly [key: string]: Plain | undefined }

/**
 * The one JSON text of a value: members in code-point order, no spaces, strings in NFC.
 * Hashes, ETags and "byte for byte" rest on it; RFC 8785 for the values used here.
 */
export function canonicalJson(value: Plain): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('a canonical number is finite')
    return JSON.stringify(value)
  }
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'))
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members = Object.keys(value)
    .toSorted()
    .flatMap((key) => {
      const member = value[key]
      return member === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(member)}`]
    })
  return `{${members.join(',')}}`
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value)
}
