import { useRef } from 'react'

import { Section } from '../ui/Section.tsx'
import { ChangeButton } from './AddRow.tsx'
import { anchorOf } from './anchors.ts'
import { CriterionName } from './CriterionName.tsx'
import type { Criterion, DraftInHand } from './draft.ts'
import { useBackToRow } from './focus.ts'
import { IndicatorRow } from './IndicatorRow.tsx'
import { RowNotes } from './RowNotes.tsx'
import { useDraftingText } from './texts.ts'

export type CriterionPartProps = {
  readonly criterion: Criterion
  readonly draft: DraftInHand
  /** Target of the row with the doubt that is looked at. */
  readonly current: string | undefined
  /** Target of the row that is being changed. */
  readonly opened: string | undefined
  readonly onOpen: (target: string | undefined) => void
}

/** A criterion with its indicators, each beside its cells of the annex. */
export function CriterionPart({ criterion, draft, current, opened, onOpen }: CriterionPartProps) {
  const t = useDraftingText()
  const target = `criterion:${criterion.key}`
  const { work } = draft.shown
  const own = work.draft.indicators.filter((one) => one.criterion === criterion.key)
  const { canChange } = draft
  const edit = useRef<HTMLButtonElement>(null)
  useBackToRow(opened === target, edit)
  return (
    <Section
      heading={t('row.criterion', { code: criterion.code, name: criterion.name })}
      id={anchorOf(target)}
      aside={
        canChange && (
          <>
            <button
              ref={edit}
              type="button"
              className="ac-act"
              aria-expanded={opened === target}
              onClick={() => onOpen(opened === target ? undefined : target)}
            >
              {t('read.edit')}
            </button>
            <ChangeButton draft={draft} changes={[{ kind: 'addIndicator', criterion: criterion.key }]}>
              {t('read.add', { code: criterion.code })}
            </ChangeButton>
          </>
        )
      }
    >
      <RowNotes target={target} draft={draft} />
      {opened === target && (
        <CriterionName criterion={criterion} draft={draft} onDone={() => onOpen(undefined)} />
      )}
      {own.map((indicator) => (
        <IndicatorRow
          key={indicator.key}
          indicator={indicator}
          draft={draft}
          isCurrent={current === `indicator:${indicator.key}`}
          isOpen={opened === `indicator:${indicator.key}`}
          onOpen={(isOpen) => onOpen(isOpen ? `indicator:${indicator.key}` : undefined)}
        />
      ))}
    </Section>
  )
}
