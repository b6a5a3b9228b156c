import { accepted, refused, type Plain, type Result } from '@ancu/core/kernel'
import type { Refusal } from '@ancu/core/text'

/** Deeper than any body of an endpoint, shallower than what a stack of calls bears. */
const mostLevels = 20

const plainNumber = /^-?\d{1,15}(\.\d{1,10})?$/

/**
 * The same value with every text in NFC. Refuses what no database keeps and no reader sees: the character
 * zero, halves of surrogate pairs, members that would reach an object's prototype.
 */
export function cleaned(value: unknown): Result<Plain, Refusal> {
  try {
    return accepted(clean(value, '', 0))
  } catch (error) {
    if (error instanceof Unclean) return refused(error.refusal)
    throw error
  }
}

/** Fields of a query; one given twice is refused, since which of them counts is anybody's guess. */
export function readQuery(
  text: string,
  numbers: ReadonlySet<string>,
): Result<{ readonly [field: string]: string }, Refusal> {
  const fields = new Map<string, string>()
  for (const pair of text.split('&')) {
    if (pair === '') continue
    const [name, ...rest] = pair.split('=').map(decode)
    const value = rest.includes(undefined) ? undefined : rest.join('=')
    if (name === undefined || value === undefined) return refused(wrong(name ?? 'query', 'notUnicode'))
    const cleanField = cleaned({ [name]: value })
    if (!cleanField.ok) return cleanField
    const [field, given] = [name.normalize('NFC'), value.normalize('NFC')]
    if (fields.has(field)) return refused(wrong(field, 'givenTwice'))
    if (numbers.has(field) && !plainNumber.test(given)) {
      return refused(
        given === '' ? wrong(field, 'emptyValue') : { ...wrong(field, 'wrongType'), expected: 'int' },
      )
    }
    fields.set(field, given)
  }
  return accepted(Object.fromEntries(fields))
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}

class Unclean extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

function clean(value: unknown, path: string, level: number): Plain {
  if (level > mostLevels) throw new Unclean({ ...wrong(path, 'tooDeep'), most: mostLevels })
  if (typeof value === 'string') return cleanText(value, path)
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return value
  if (Array.isArray(value)) return value.map((member, at) => clean(member, `${path}[${at}]`, level + 1))
  if (typeof value !== 'object') throw new Error('a value of JSON was expected')
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      const name = cleanText(key, path)
      const inside = path === '' ? name : `${path}.${name}`
      if (name === '__proto__') throw new Unclean(wrong(inside, 'unknownField'))
      return [name, clean(member, inside, level + 1)]
    }),
  )
}

function cleanText(text: string, path: string): string {
  if (text.includes('\0')) throw new Unclean(wrong(path, 'hasNul'))
  if (!text.isWellFormed()) throw new Unclean(wrong(path, 'notUnicode'))
  return text.normalize('NFC')
}

function wrong(field: string, problem: string): Refusal {
  return { code: 'inputWrong', field: field === '' ? 'body' : shown(field), problem }
}

/** A field's name may itself be what is wrong; it goes back to whoever sent it, shortened and readable. */
function shown(field: string): string {
  return field.toWellFormed().replaceAll('\0', '�').slice(0, 120)
}
