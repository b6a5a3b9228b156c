import type { Criterion, DraftInHand } from './draft.ts'
import { RowForm } from './RowForm.tsx'

export type CriterionNameProps = {
  readonly criterion: Criterion
  readonly draft: DraftInHand
  readonly onDone: () => void
}

export function CriterionName({ criterion, draft, onDone }: CriterionNameProps) {
  const { key } = criterion
  return (
    <RowForm
      row={criterion}
      room={{ code: 4, name: 60 }}
      draft={draft}
      changeOf={(patch) => ({ kind: 'criterion', key, patch })}
      removal={{ kind: 'removeCriterion', key }}
      onDone={onDone}
    />
  )
}
