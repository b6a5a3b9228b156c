import type { CommuneRow, Overview } from '../standing/answers.ts'
import { verdictAt } from '../standing/filter.ts'
import type { Language } from '../ui/messages.ts'

/** Short names of the criteria a commune does not meet, in the order of the law. */
export function unmetNames(overview: Overview, row: CommuneRow, language: Language): readonly string[] {
  return overview.criteria.flatMap(({ name }, index) =>
    verdictAt(row, index) === 'unmet' ? [language === 'vi' ? name.short : name.shortEn] : [],
  )
}
