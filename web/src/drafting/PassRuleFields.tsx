import { Choice } from '../ui/Choice.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { Head } from './draft.ts'
import { useDraftingText } from './texts.ts'

type PassRule = Head['passRule']

export type PassRuleFieldsProps = {
  readonly passRule: PassRule
  readonly onPassRule: (passRule: PassRule) => void
}

/** When the whole set is met. */
export function PassRuleFields({ passRule, onPassRule }: PassRuleFieldsProps) {
  const t = useDraftingText()
  return (
    <>
      <Choice
        legend={t('head.passRule')}
        layout="list"
        options={[
          { value: 'allCriteria', label: t('head.allCriteria') },
          { value: 'atLeastCriteria', label: t('head.atLeastCriteria') },
          { value: 'points', label: t('head.byPoints') },
        ]}
        value={passRule.kind}
        onChoose={(kind) => onPassRule(firstOf(kind))}
      />
      {passRule.kind === 'atLeastCriteria' && (
        <TextField
          label={t('head.count')}
          value={String(passRule.count)}
          letters={4}
          inputMode="numeric"
          onValue={(text) => onPassRule({ ...passRule, count: wholeIn(text, 1, 99) })}
        />
      )}
      {passRule.kind === 'points' && (
        <>
          <TextField
            label={t('head.passAt')}
            value={String(passRule.passAt)}
            letters={6}
            inputMode="numeric"
            onValue={(text) => onPassRule({ ...passRule, passAt: wholeIn(text, 0, 10_000) })}
          />
          <TextField
            label={t('head.floor')}
            value={String(passRule.floorPercent ?? 0)}
            letters={4}
            inputMode="numeric"
            onValue={(text) => {
              const { floorPercent: _before, ...rest } = passRule
              const floorPercent = wholeIn(text, 0, 100)
              onPassRule(floorPercent === 0 ? rest : { ...rest, floorPercent })
            }}
          />
        </>
      )}
    </>
  )
}

function firstOf(kind: PassRule['kind']): PassRule {
  switch (kind) {
    case 'allCriteria':
      return { kind }
    case 'atLeastCriteria':
      return { kind, count: 1, required: [] }
    case 'points':
      return { kind, passAt: 80, notApplicable: 'rescaled' }
  }
}

/** Digits alone; what is outside is brought to the nearer end. */
function wholeIn(text: string, least: number, most: number): number {
  const value = Number(text.replaceAll(/\D/g, ''))
  return Math.min(most, Math.max(least, value))
}
