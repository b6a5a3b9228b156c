import { screenPaths } from '@ancu/core/kernel'

import { useMoment } from '../api/Moment.tsx'
import { Go } from '../ui/Go.tsx'
import { useFormats } from '../ui/language.tsx'
import { ReadTable, type Column } from '../ui/ReadTable.tsx'
import { Section } from '../ui/Section.tsx'
import type { Regressions } from './regressions.ts'
import { useRegressionsText } from './regressions-texts.ts'

type StepRow = Regressions['steps'][number]

/** What happened from one day to the next, in the order of time. */
export function StepsTable({ regressions: { step, steps } }: { readonly regressions: Regressions }) {
  const t = useRegressionsText()
  const format = useFormats()
  const { href, dayWord } = useMoment()
  const columns: readonly Column<StepRow>[] = [
    {
      key: 'days',
      head: t('steps.days'),
      render: ({ oldSide, newSide }) => (
        <Go
          href={href(screenPaths.regressions, { from: oldSide.on, on: dayWord(newSide.on), step: undefined })}
        >
          {format.day(oldSide.on)} – {format.day(newSide.on)}
        </Go>
      ),
    },
    {
      key: 'set',
      head: t('steps.set'),
      render: ({ oldSide, newSide }) =>
        oldSide.set === newSide.set
          ? newSide.name.short
          : t('steps.sets', { old: oldSide.name.short, new: newSide.name.short }),
    },
    { key: 'before', head: t('steps.before'), isNumber: true, render: ({ old }) => format.number(old.met) },
    { key: 'lost', head: t('steps.lost'), isNumber: true, render: ({ lost }) => format.number(lost) },
    { key: 'gained', head: t('steps.gained'), isNumber: true, render: ({ gained }) => format.number(gained) },
    { key: 'now', head: t('steps.now'), isNumber: true, render: (row) => format.number(row.new.met) },
  ]
  const heading = t(step === 'year' ? 'steps.year' : 'steps.change', { n: steps.length })
  return (
    <Section heading={heading}>
      <ReadTable
        caption={heading}
        isCaptionHidden
        columns={columns}
        rows={steps}
        rowKey={({ oldSide }) => oldSide.on}
      />
    </Section>
  )
}
