import { Fragment, type ReactNode } from 'react'

import { useFormats } from '../ui/language.tsx'
import { Illustrative } from '../ui/Verdict.tsx'
import { withNodes } from '../ui/words.tsx'
import type { Overview } from './answers.ts'
import { numberOf, useCounts, type CountKind } from './counts.tsx'
import { RowsNumber } from './RowsPanel.tsx'
import { useStandingText } from './texts.ts'

const told = ['meetingNotRecognised', 'recognisedNotMeeting', 'unknownCriteria'] as const

/** What stands behind the sentence: ranks, who waits, who fell behind, what is unknown. Only what is so is said. */
export function StandingLead({ overview }: { readonly overview: Overview }) {
  const t = useStandingText()
  const { communes, set } = overview
  const ranks = (['advanced', 'model', 'modern'] as const).filter((rank) => communes[rank] > 0)
  const clauses = told.filter((kind) => set !== null && numberOf(kind, communes) > 0)
  if (ranks.length === 0 && clauses.length === 0) return null
  const opened = (kind: CountKind) => <Opened kind={kind} overview={overview} />
  return (
    <p className="ac-lead">
      {ranks.length > 0 && (
        <>
          {withNodes(t, 'lead.ranks', {
            recognised: opened('recognised'),
            ranks: (
              <Joined and={t('and')}>
                {ranks.map((rank) =>
                  withNodes(t, `lead.${rank}`, { count: opened(rank) }, { n: communes[rank] }),
                )}
              </Joined>
            ),
          })}{' '}
        </>
      )}
      {clauses.map((kind) => (
        <Fragment key={kind}>
          {withNodes(t, `lead.${kind}`, { count: opened(kind) }, { n: numberOf(kind, communes) })}{' '}
        </Fragment>
      ))}
      {overview.illustrative && <Illustrative />}
    </p>
  )
}

function Opened({ kind, overview }: { readonly kind: CountKind; readonly overview: Overview }) {
  const format = useFormats()
  const count = useCounts(overview)
  return (
    <RowsNumber {...count(kind)} overview={overview}>
      {format.number(numberOf(kind, overview.communes))}
    </RowsNumber>
  )
}

/** "a, b và c". */
function Joined({ children, and }: { readonly children: readonly ReactNode[]; readonly and: string }) {
  return children.map((child, index) => (
    <Fragment key={index}>
      {index === 0 ? '' : index === children.length - 1 ? ` ${and} ` : ', '}
      {child}
    </Fragment>
  ))
}
