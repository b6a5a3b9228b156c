import type { Draft, DraftDoubt, DraftHead } from './draft.ts'
import type { RowCriterion } from './rows.ts'
import { cleanText, slug } from './text.ts'
import { readTitle, setIdOf } from './title.ts'

type HeadRead = { readonly head: DraftHead; readonly doubts: readonly Omit<DraftDoubt, 'id'>[] }

/** What the lines around the tables say of the decision; the rest is asked for, and what is only usual is marked. */
export function headOf(lines: readonly string[], criteria: readonly RowCriterion[], parts: number): HeadRead {
  const title = readTitle(lines)
  const [first] = title.kinds
  const number = title.number ?? ''
  const head: Draft['head'] = {
    set: setIdOf(title),
    edition: 1,
    name: title.name ?? '',
    nameEn: '',
    short: '',
    document: {
      id: slug(number, 6) || 'van-ban',
      title: '',
      number,
      ...(title.day === undefined ? {} : { day: title.day }),
      issuer: title.issuer ?? '',
    },
    article: title.article ?? '',
    ...(title.day === undefined ? {} : { from: title.day }),
    forKinds: [...title.kinds],
    programmeOnly: first === 'commune',
    passRule: passRuleOf(lines, criteria),
    basicallyMetCounts: false,
    notApplicableCounts: true,
  }
  const guessed: readonly (readonly [field: string, value: unknown])[] = [
    ['name', title.name],
    ['document.number', title.number],
    ['document.day', title.day],
    ['document.issuer', title.issuer],
    ['from', title.day],
    ['forKinds', first],
  ]
  const doubts = guessed.map(([field, value]) =>
    doubtOf(field, value === undefined ? 'headMissing' : 'headGuessed'),
  )
  if (criteria.length > 0) doubts.push(doubtOf('passRule', 'headAssumed'))
  if (parts > 1) doubts.push({ ...doubtOf('set', 'moreParts'), facts: { parts } })
  return { head, doubts }
}

/** A set with points is met from a number of points on, which its table does not say; 0 has to be replaced. */
function passRuleOf(lines: readonly string[], criteria: readonly RowCriterion[]): DraftHead['passRule'] {
  const hasPoints = criteria.some(({ indicators }) => indicators.some(({ points }) => points !== undefined))
  if (!hasPoints) return { kind: 'allCriteria' }
  const passAt = /(?:từ|đạt)\s+(\d{1,3})\s*điểm\s+trở lên/iu.exec(lines.map(cleanText).join('\n'))?.[1]
  return { kind: 'points', passAt: Number(passAt ?? 0), notApplicable: 'rescaled' }
}

function doubtOf(field: string, code: DraftDoubt['code']): Omit<DraftDoubt, 'id'> {
  return { target: 'head', field, code, facts: {}, from: [] }
}
