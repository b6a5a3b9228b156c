import { useState } from 'react'

import { levelText } from '@ancu/core/criteria'

import { TextField } from '../ui/TextField.tsx'
import type { DraftInHand, Indicator } from './draft.ts'
import { RowForm } from './RowForm.tsx'
import { RuleFields } from './RuleFields.tsx'
import { useDraftingText } from './texts.ts'
import { ruleOf, typedOf, typedPoints } from './typed.ts'

export type IndicatorEditorProps = {
  readonly indicator: Indicator
  readonly draft: DraftInHand
  readonly onDone: () => void
}

export function IndicatorEditor({ indicator, draft, onDone }: IndicatorEditorProps) {
  const t = useDraftingText()
  const [points, setPoints] = useState(indicator.points === undefined ? '' : levelText(indicator.points))
  const [typed, setTyped] = useState(() => typedOf(indicator.rule, indicator.name))
  const { key } = indicator
  const rule = ruleOf(typed)
  const givenPoints = typedPoints(points)
  return (
    <RowForm
      row={indicator}
      room={{ code: 6, name: 70 }}
      draft={draft}
      changeOf={(names) =>
        rule === undefined || givenPoints === undefined
          ? undefined
          : { kind: 'indicator', key, patch: { ...names, points: givenPoints, rule } }
      }
      removal={{ kind: 'removeIndicator', key }}
      onDone={onDone}
    >
      {(name) => (
        <>
          <TextField
            label={t('field.points')}
            value={points}
            onValue={setPoints}
            letters={6}
            isOptional
            inputMode="decimal"
            error={givenPoints === undefined ? t('field.pointsWrong') : undefined}
          />
          <RuleFields typed={typed} onTyped={setTyped} draft={draft} name={name} />
        </>
      )}
    </RowForm>
  )
}
