import type { ReactNode } from 'react'

import { FigureSentence } from '../ui/FigureSentence.tsx'
import { useFormats } from '../ui/language.tsx'
import { withNodes } from '../ui/words.tsx'
import { AverageNumber } from './AverageNumber.tsx'
import type { Overview } from './answers.ts'
import { headlineOf, type MeetingClause } from './headline.ts'
import { RowsNumber } from './RowsPanel.tsx'
import { useCounts, type CountKind } from './counts.tsx'
import { useStandingText, type StandingSay } from './texts.ts'

/** Opens the overview or the page of an area with what is true of its communes; every number opens. */
export function AreaSentence({
  overview,
  size = 'overview',
  before,
}: {
  readonly overview: Overview
  readonly size?: 'overview' | 'screen'
  /** Name of the area, where the page is of one. */
  readonly before?: ReactNode
}) {
  const t = useStandingText()
  const { meeting, recognised, average } = headlineOf(overview.communes, overview.set !== null)
  return (
    <FigureSentence size={size}>
      {before}
      <Meeting overview={overview} clause={meeting} isInside={before !== undefined} />
      {recognised !== undefined && (
        <>
          {'; '}
          {recognised === 0 ? t('sentence.noneRecognised') : <Recognised overview={overview} />}
        </>
      )}
      {'. '}
      {average.kind !== 'nothing' && <AverageNumber overview={overview} average={average} />}
    </FigureSentence>
  )
}

function Meeting({
  overview,
  clause,
  isInside,
}: {
  readonly overview: Overview
  readonly clause: MeetingClause
  /** After the name of the area, where a sentence does not begin. */
  readonly isInside: boolean
}) {
  const text = useStandingText()
  const t: StandingSay = (key, params) => (isInside ? uncapitalised(text(key, params)) : text(key, params))
  const format = useFormats()
  const count = useCounts(overview)
  const full = overview.criteria.length
  const opened = (kind: CountKind, children: ReactNode) => (
    <RowsNumber {...count(kind)} overview={overview}>
      {children}
    </RowsNumber>
  )
  switch (clause.kind) {
    case 'noCommunes':
      return t('sentence.noCommunes')
    case 'noSet':
      return withNodes(
        t,
        'sentence.noSet',
        { total: opened('total', format.number(clause.total)) },
        { n: clause.total },
      )
    case 'allUnknown':
      return withNodes(
        t,
        'sentence.allUnknown',
        { total: opened('undetermined', format.number(clause.total)) },
        { full, n: clause.total },
      )
    case 'mostlyUnknown':
      if (clause.meeting === 0) {
        return withNodes(
          t,
          'sentence.mostlyUnknownNone',
          { known: opened('determined', `${clause.known}/${clause.total}`) },
          { full },
        )
      }
      return withNodes(
        t,
        'sentence.mostlyUnknown',
        {
          known: opened('determined', `${clause.known}/${clause.total}`),
          meeting: opened('meeting', clause.meeting),
        },
        { full, n: clause.meeting },
      )
    case 'between':
      return withNodes(
        t,
        'sentence.between',
        {
          least: opened('meeting', clause.least),
          most: opened('meetingAtBest', clause.most),
          total: opened('total', format.number(clause.total)),
        },
        { full },
      )
    case 'none':
      return withNodes(
        t,
        'sentence.none',
        { total: opened('notMeeting', format.number(clause.total)) },
        { full },
      )
    case 'some':
      return withNodes(
        t,
        'sentence.some',
        { meeting: opened('meeting', `${clause.meeting}/${clause.total}`) },
        { full, n: clause.meeting },
      )
    case 'all':
      return withNodes(
        t,
        'sentence.all',
        { total: opened('meeting', `${clause.total}/${clause.total}`) },
        { full },
      )
  }
}

function uncapitalised(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
}

function Recognised({ overview }: { readonly overview: Overview }) {
  const t = useStandingText()
  const format = useFormats()
  const count = useCounts(overview)
  const { recognised } = overview.communes
  return withNodes(
    t,
    'sentence.recognised',
    {
      recognised: (
        <RowsNumber {...count('recognised')} overview={overview}>
          {format.number(recognised)}
        </RowsNumber>
      ),
    },
    { n: recognised },
  )
}
