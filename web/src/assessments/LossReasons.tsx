import { useStandingText } from '../standing/texts.ts'
import { useFormats, useLanguage, useUiText } from '../ui/language.tsx'
import { capitalised } from '../units/names.ts'
import { useCauseWords } from './causes.ts'
import type { Loss } from './regressions.ts'
import { useRegressionsText } from './regressions-texts.ts'

/** The cause, then what the figures are and were, then the conclusions that speak on either side. */
export function LossReasons({ loss }: { readonly loss: Loss }) {
  const t = useRegressionsText()
  const { language } = useLanguage()
  const causeWords = useCauseWords()
  const claimWords = useClaimWords()
  const [now, before] = [loss.new?.claim ?? null, loss.old?.claim ?? null]
  return (
    <div>
      {capitalised(causeWords(loss.cause))}
      {loss.reasons.map(({ old, new: current, text }, index) => {
        const code = (current ?? old)?.indicator ?? ''
        return (
          <span key={index} className="ac-small ac-loss-line">
            {t('reason', { code, text: text[language] })}
          </span>
        )
      })}
      {(now !== null || before !== null) && (
        <span className="ac-small ac-loss-line">
          {t('claims', { now: claimWords(now), before: claimWords(before) })}
        </span>
      )}
    </div>
  )
}

type Claim = NonNullable<Loss['new']>['claim']

/** Who concluded, what, and on which day; or that nobody did. */
function useClaimWords(): (claim: Claim) => string {
  const t = useRegressionsText()
  const standing = useStandingText()
  const ui = useUiText()
  const format = useFormats()
  return (claim) =>
    claim === null
      ? t('claims.none')
      : t('claim', {
          stage: standing(`stage.${claim.stage}`),
          verdict: ui(`sign.${claim.verdict}`),
          day: format.day(claim.asOf),
        })
}
