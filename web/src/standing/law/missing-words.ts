import type { Wanted, WantedPart } from './answers.ts'
import type { LawSay } from './texts.ts'

const kinds = ['delegated', 'unknown', 'incomplete', 'name', 'application'] as const

/** "mức của 4 chỉ tiêu; tên của 2 tiêu chí": what a document would tell, kind by kind. */
export function tellsWords({ parts }: Pick<Wanted, 'parts'>, t: LawSay): string {
  return kinds
    .map((why) => ({ why, n: new Set(parts.filter((part) => part.why === why).map(codeOf)).size }))
    .filter(({ n }) => n > 0)
    .map(({ why, n }) => t(`missing.count.${why}`, { n }))
    .join('; ')
}

function codeOf({ code }: WantedPart): string {
  return code ?? ''
}
