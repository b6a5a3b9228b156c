import { useFormats } from '../ui/language.tsx'
import { withNodes } from '../ui/words.tsx'
import type { Overview } from './answers.ts'
import { oneDecimal, type AverageClause } from './headline.ts'
import { RowsNumber } from './RowsPanel.tsx'
import { useStandingText } from './texts.ts'

/** "Bình quân mỗi xã đạt 16 tiêu chí."; while some are unknown, from the least to the most it can be. */
export function AverageNumber({
  overview,
  average,
}: {
  readonly overview: Overview
  readonly average: AverageClause
}) {
  const t = useStandingText()
  const format = useFormats()
  const { communes } = overview
  if (average.kind === 'nothing') return null
  const words =
    average.kind === 'exact'
      ? format.number(oneDecimal(average.average))
      : `${format.number(oneDecimal(average.least))}–${format.number(oneDecimal(average.most))}`
  const number = (
    <RowsNumber
      overview={overview}
      filter={{ counted: 'yes' }}
      title={t('average.title', { average: words })}
      means={t('average.means', { average: words })}
      rule={t('average.rule')}
      parts={[
        { key: 'met', label: t('average.met'), value: format.number(communes.criteriaMet) },
        ...(communes.criteriaUnknown > 0
          ? [{ key: 'unknown', label: t('average.unknown'), value: format.number(communes.criteriaUnknown) }]
          : []),
        { key: 'total', label: t('average.total'), value: format.number(communes.total) },
      ]}
    >
      {words}
    </RowsNumber>
  )
  return withNodes(t, 'sentence.average', { average: number })
}
