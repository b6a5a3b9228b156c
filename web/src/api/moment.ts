/** What the address of every page says of place, day, knowledge, set and basis. */
export type Address = {
  /** An area other than the province in force: an id, or `former:` and an id. */
  readonly unit?: string
  /** `YYYY-MM-DD`, or `today`; absent is the day the world opens on. */
  readonly on?: string
  readonly known?: string
  readonly set?: string
  readonly basis?: string
}

/** What the time bar keeps, in the order in which it is written. */
const momentNames = ['unit', 'on', 'known', 'set', 'basis'] as const satisfies readonly (keyof Address)[]

/** The word of the address for a day that moves. */
export const todayWord = 'today'

export function readAddress(search: string): Address {
  const query = new URLSearchParams(search)
  const given = momentNames.flatMap((name) => {
    const value = query.get(name)
    return value === null || value === '' ? [] : [[name, value] as const]
  })
  return Object.fromEntries(given)
}

/** Parameters of one page beside the moment; `undefined` takes one away. */
export type Extra = Readonly<Record<string, string | undefined>>

/** Address of a page that keeps the moment. */
export function hrefOf(path: string, address: Address, extra: Extra = {}): string {
  const query = new URLSearchParams()
  for (const name of momentNames) {
    const value = name in extra ? extra[name] : address[name]
    if (value !== undefined) query.set(name, value)
  }
  for (const [name, value] of Object.entries(extra)) {
    if (value !== undefined && !query.has(name)) query.set(name, value)
  }
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

/** The same page with some parameters changed. */
export function changedHref(path: string, search: string, changes: Extra): string {
  const query = new URLSearchParams(search)
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) query.delete(name)
    else query.set(name, value)
  }
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

/** How a day is written in the address: the day of opening needs no word. */
export function dayInAddress(
  day: string | undefined,
  today: string,
  opensOn: string | null,
): string | undefined {
  if (day === undefined || day === today) return opensOn === null ? undefined : todayWord
  return day === opensOn ? undefined : day
}

/** The day that is looked at; undefined is today. */
export function dayAsked(address: Address, opensOn: string | null): string | undefined {
  if (address.on === todayWord) return undefined
  return address.on ?? opensOn ?? undefined
}
