import { useCallback } from 'react'

import { Section } from '../../ui/Section.tsx'
import type { ComparedUnit } from '../compare/answers.ts'
import { useLosingHeading } from '../compare/losing-heading.ts'
import { UnitsDrawn } from '../compare/UnitsDrawn.tsx'
import { keptBy, type Coming } from './answers.ts'
import { useComingText } from './texts.ts'

/** The units drawn by what they would lose. */
export function ComingDrawn({ coming }: { readonly coming: Coming }) {
  const t = useComingText()
  const heading = useLosingHeading(coming)
  const tell = useCallback(
    (unit: ComparedUnit) => {
      const { lost, gained, new: side } = unit
      return t('drawn.says', { kept: keptBy(unit), lost, gained, unknown: side.unknown, of: side.of })
    },
    [t],
  )
  return (
    <Section heading={heading} id="so-do">
      <UnitsDrawn comparison={coming} tell={tell} />
    </Section>
  )
}
