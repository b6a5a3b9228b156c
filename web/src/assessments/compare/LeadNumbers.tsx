import type { ReactNode } from 'react'

import { screenPaths } from '@ancu/core/kernel'

import { useMoment } from '../../api/Moment.tsx'
import { useAsOf } from '../../standing/RowsPanel.tsx'
import { Go } from '../../ui/Go.tsx'
import { useFormats } from '../../ui/language.tsx'
import { OpenNumber } from '../../ui/OpenNumber.tsx'
import { SourcePanel, type SourcePart } from '../../ui/SourcePanel.tsx'
import { useNaming } from '../../units/names.ts'
import { useCauseWords } from '../causes.ts'
import type { Comparison } from './answers.ts'
import { useCompareText } from './texts.ts'
import { useUnitHref } from './unit-href.ts'
import { useUnitWord } from './unit-word.ts'

type NumberProps = { readonly comparison: Comparison }

/** Criteria met under one of the sets; opens to the places that add up to them. */
export function MetNumber({ comparison, side }: NumberProps & { readonly side: 'old' | 'new' }) {
  const t = useCompareText()
  const format = useFormats()
  const parts = useMetParts(comparison, side)
  const { met, of } = comparison[side]
  const set = comparison[side === 'old' ? 'oldSide' : 'newSide'].name.short
  const says = t('panel.met', { met: format.number(met), of: format.number(of), set })
  return (
    <Opening comparison={comparison} n={met} says={says} rule={t('panel.metRule', { set })} parts={parts} />
  )
}

/** What is lost or gained; opens to the causes that add up to it. */
export function CauseNumber({ comparison, what }: NumberProps & { readonly what: 'lost' | 'gained' }) {
  const t = useCompareText()
  const format = useFormats()
  const causeWords = useCauseWords()
  const n = comparison[what]
  return (
    <Opening
      comparison={comparison}
      n={n}
      says={t(`panel.${what}`, { n: format.number(n) })}
      rule={t(`panel.${what}Rule`)}
      parts={comparison.causes
        .filter((one) => one[what] > 0)
        .map((one) => ({ key: one.cause, label: causeWords(one.cause), value: format.number(one[what]) }))}
    />
  )
}

export type RecognisedNumberProps = NumberProps & {
  readonly units: Comparison['units']
  /** Whether it is not settled that they do not meet the set. */
  readonly isUnknown: boolean
}

/** Units that hold a recognition and no longer meet the whole set, or may not; opens to them. */
export function RecognisedNumber({ comparison, units, isUnknown }: RecognisedNumberProps) {
  const t = useCompareText()
  const format = useFormats()
  const { title } = useNaming()
  const unitHref = useUnitHref(comparison)
  const word = useUnitWord(comparison)
  const n = units.length
  const key = isUnknown ? 'panel.recognisedUnknown' : 'panel.recognised'
  return (
    <Opening
      comparison={comparison}
      n={n}
      says={t(key, { n: format.number(n), units: word(n) })}
      rule={t(`${key}Rule`)}
      parts={units.map((unit) => ({
        key: unit.id,
        label: <Go href={unitHref(unit.id)}>{title(unit)}</Go>,
        value: `${unit.new.met}/${unit.new.of}`,
      }))}
    />
  )
}

type OpeningProps = NumberProps & {
  readonly n: number
  readonly says: string
  readonly rule: string
  readonly parts: readonly SourcePart[]
}

function Opening({ comparison, n, says, rule, parts }: OpeningProps): ReactNode {
  const t = useCompareText()
  const format = useFormats()
  const { newSide, known, knownSeq, illustrative } = comparison
  const asOf = useAsOf({ on: newSide.on, known, knownSeq })
  if (n === 0) return format.number(n)
  return (
    <OpenNumber
      means={t('panel.opens', { says })}
      renderSource={() => (
        <SourcePanel title={says} rule={rule} asOf={asOf} parts={parts} isIllustrative={illustrative} />
      )}
    >
      {format.number(n)}
    </OpenNumber>
  )
}

function useMetParts(comparison: Comparison, side: 'old' | 'new'): readonly SourcePart[] {
  const { href } = useMoment()
  const { title } = useNaming()
  const unitHref = useUnitHref(comparison)
  const { areas, units, oldSide, newSide } = comparison
  if (areas.length > 1) {
    const sides = { old: oldSide.set, new: newSide.set }
    return areas.map(({ unit, [side]: { met, of } }) => ({
      key: unit.id,
      label: <Go href={href(screenPaths.compare, { ...sides, unit: unit.id })}>{title(unit)}</Go>,
      value: `${met}/${of}`,
    }))
  }
  return units.map(({ [side]: { met, of }, ...unit }) => ({
    key: unit.id,
    label: <Go href={unitHref(unit.id)}>{title(unit)}</Go>,
    value: `${met}/${of}`,
  }))
}
