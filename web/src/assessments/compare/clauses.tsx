import { Fragment, type ReactNode } from 'react'

import { withNodes } from '../../ui/words.tsx'
import { isRecognisedNoLonger, type Comparison } from './answers.ts'
import { RecognisedNumber } from './LeadNumbers.tsx'
import { useCompareText } from './texts.ts'
import { useUnitWord } from './unit-word.ts'

/** The findings of a comparison as one sentence. */
export function Clauses({ clauses }: { readonly clauses: readonly ReactNode[] }) {
  return (
    <>
      {clauses.map((clause, index) => (
        <Fragment key={index}>
          {index > 0 && '; '}
          {clause}
        </Fragment>
      ))}
      .
    </>
  )
}

/** Recognised units that no longer meet the whole set, then those of which it is no longer known. */
export function useRecognisedClauses(comparison: Comparison): readonly ReactNode[] {
  const t = useCompareText()
  const word = useUnitWord(comparison)
  return [false, true].flatMap((isUnknown) => {
    const concerned = comparison.units.filter(
      (one) => isRecognisedNoLonger(one) && (one.new.whole === 'unknown') === isUnknown,
    )
    if (concerned.length === 0) return []
    return [
      withNodes(
        t,
        isUnknown ? 'sentence.recognisedUnknown' : 'sentence.recognised',
        { n: <RecognisedNumber comparison={comparison} units={concerned} isUnknown={isUnknown} /> },
        { units: word(concerned.length) },
      ),
    ]
  })
}
