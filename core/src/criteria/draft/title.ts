import { parseDay, type IsoDate } from '../../kernel/index.ts'
import type { UnitKind } from '../../units/index.ts'
import { asSentence, cleanText, isCapitals, oneLine, plainWords, slug } from './text.ts'

/** What the lines around the tables say of the decision; only what stands there in so many words. */
export type Title = {
  readonly name: string | undefined
  readonly wasCapitals: boolean
  readonly number: string | undefined
  readonly day: IsoDate | undefined
  readonly issuer: string | undefined
  readonly article: string | undefined
  readonly kinds: readonly UnitKind[]
  /** First and last year of "giai đoạn 2021-2025". */
  readonly years: readonly [number, number] | undefined
}

/** Lines that are looked at: a title stands at the top. */
const mostLines = 120

export function readTitle(lines: readonly string[]): Title {
  const read = lines
    .slice(0, mostLines)
    .map((line) => oneLine(cleanText(line)))
    .filter((line) => line !== '')
  const all = read.join('\n')
  const decision =
    /(?:quyết định|nghị quyết|kế hoạch|hướng dẫn|thông tư)\s+(?:số\s*:?\s*)(\d[\p{L}\d./-]*)(?:[^\n]{0,20}?ngày\s+(\d{1,2})\s*(?:tháng|[/.-])\s*(\d{1,2})\s*(?:năm|[/.-])\s*(20\d\d))?/iu.exec(
      all,
    )
  const issuer =
    /\bcủa\s+((?:thủ tướng chính phủ|(?:ủy|uỷ) ban nhân dân|ubnd|hội đồng nhân dân|hđnd|bộ)[^\n),.;]*)/iu.exec(
      all,
    )?.[1]
  const name = nameIn(read)
  const span = /(?:giai đoạn|thời kỳ)\s+(20\d\d)\s*[-–—]\s*(20\d\d)/iu.exec(`${name ?? ''}\n${all}`)
  return {
    name: name === undefined ? undefined : isCapitals(name) ? asSentence(name) : name,
    wasCapitals: name !== undefined && isCapitals(name),
    number: decision?.[1]?.replace(/[.-]+$/, ''),
    day: dayOf(decision),
    issuer: issuer === undefined ? undefined : issuer.trim(),
    article: annexIn(read),
    kinds: kindsIn(name ?? ''),
    years: span ? [Number(span[1]), Number(span[2])] : undefined,
  }
}

/** "BỘ TIÊU CHÍ …" with the lines in capitals that go on with it. */
function nameIn(lines: readonly string[]): string | undefined {
  const first = lines.findIndex((line) =>
    /^(?:bộ tiêu chí|(?:quy định|ban hành) .*tiêu chí|tiêu chí\s)/iu.test(line),
  )
  const line = lines[first]
  if (line === undefined) return undefined
  const rest = isCapitals(line) ? lines.slice(first + 1, first + 5) : []
  const end = rest.findIndex((next) => !isCapitals(next) || /^(?:phụ lục|[(])/iu.test(next))
  return [line, ...(end < 0 ? rest : rest.slice(0, end))].join(' ').slice(0, 400)
}

function annexIn(lines: readonly string[]): string | undefined {
  const line = lines.find((one) => /^phụ lục(?:\s+(?:số\s+)?[IVX\d]+)?\s*[.:]?$/iu.test(one))
  return line === undefined ? undefined : line.replace(/^phụ lục/iu, 'Phụ lục').replace(/[.:]$/, '')
}

function kindsIn(name: string): readonly UnitKind[] {
  const plain = plainWords(name).replaceAll(/nong thon|xa hoi/g, '')
  if (/\b(?:thon|lang|khu dan cu|ban|ap)\b/.test(plain)) return ['village']
  if (/\bhuyen\b/.test(plain)) return ['ruralDistrict']
  return /\bxa\b/.test(plain) ? ['commune'] : []
}

function dayOf(match: RegExpExecArray | null): IsoDate | undefined {
  const [, , day, month, year] = match ?? []
  if (day === undefined || month === undefined || year === undefined) return undefined
  return parseDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

/** A lasting name made of what is known: `commune-2026-2030`; a person may change it. */
export function setIdOf({ kinds, years, number }: Title): string {
  const kind = kinds[0] ?? 'bo-tieu-chi'
  const rest = years ? `${years[0]}-${years[1]}` : slug(number ?? '', 4)
  return [kind, rest].filter((one) => one !== '').join('-')
}
