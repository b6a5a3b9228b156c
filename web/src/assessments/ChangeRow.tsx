import { DocumentName } from '../standing/unit/sources.tsx'
import { useStandingText } from '../standing/texts.ts'
import { useFormats, useLanguage } from '../ui/language.tsx'
import { Sign } from '../ui/Sign.tsx'
import { Unknown, Verdict } from '../ui/Verdict.tsx'
import { capitalised } from '../units/names.ts'
import { useCauseWords } from './causes.ts'
import type { Change, Comparison } from './compare/answers.ts'
import { useCompareText } from './compare/texts.ts'

type Documents = Comparison['documents']

export type ChangeRowProps = {
  readonly change: Change
  /** Documents that conclusions name. */
  readonly documents: Documents
}

/** One criterion that was lost or gained: both verdicts, the cause, who answers, and what stood on either side. */
export function ChangeRow({ change, documents }: ChangeRowProps) {
  const t = useCompareText()
  const { language } = useLanguage()
  const causeWords = useCauseWords()
  const { old, new: current, owner, reasons, cause } = change
  const criterion = current ?? old
  if (criterion === null) return null
  return (
    <li className="ac-change">
      <p className="ac-change-head">
        <b>
          <span className="ac-so">{criterion.code}</span> {criterion.name[language]}
        </b>
        {criterion.key && <Sign kind="key" size={13} label={t('change.key')} />}
        <span className="ac-change-verdicts">
          {old === null ? <span>{t('change.isNew')}</span> : <Verdict kind={old.verdict} />}
          <span aria-hidden> → </span>
          {current === null ? <span>{t('change.isGone')}</span> : <Verdict kind={current.verdict} />}
        </span>
      </p>
      {old !== null && current !== null && old.code !== current.code && (
        <p className="ac-small">{t('change.codeBefore', { code: old.code, name: old.name[language] })}</p>
      )}
      <p>
        {t('change.cause', { cause: causeWords(cause) })}{' '}
        <span className="ac-small">
          {owner === null ? (
            <Unknown>{t('change.nobody')}</Unknown>
          ) : (
            t('change.owner', { owner: owner[language] })
          )}
        </span>
      </p>
      {reasons.length > 0 && (
        <ul className="ac-change-reasons">
          {reasons.map((reason, index) => (
            <Reason key={index} reason={reason} isOneOfMany={change.causes.length > 1} />
          ))}
        </ul>
      )}
      <Claims change={change} documents={documents} />
    </li>
  )
}

type ReasonProps = { readonly reason: Change['reasons'][number]; readonly isOneOfMany: boolean }

function Reason({ reason, isOneOfMany }: ReasonProps) {
  const { language } = useLanguage()
  const causeWords = useCauseWords()
  const seen = reason.new ?? reason.old
  return (
    <li>
      {seen !== null && (
        <>
          <span className="ac-so">{seen.indicator}</span> {seen.name[language]}.{' '}
        </>
      )}
      <span className="ac-change-reason">{reason.text[language]}</span>
      {isOneOfMany && <span className="ac-small"> {capitalised(causeWords(reason.causes.join('+')))}.</span>}
    </li>
  )
}

/** The conclusions that speak, where they do: an appraisal has its own day and paper. */
function Claims({ change, documents }: ChangeRowProps) {
  const t = useCompareText()
  const sides = (['new', 'old'] as const).flatMap((side) => {
    const claim = change[side]?.claim
    return claim == null ? [] : [{ side, claim }]
  })
  if (sides.length === 0) return null
  return (
    <ul className="ac-change-reasons ac-small">
      {sides.map(({ side, claim }) => (
        <li key={side}>
          {t(`change.claim.${side}`)} <Claim claim={claim} documents={documents} />
        </li>
      ))}
    </ul>
  )
}

type ClaimShown = NonNullable<NonNullable<Change['old']>['claim']>

function Claim({ claim, documents }: { readonly claim: ClaimShown; readonly documents: Documents }) {
  const standing = useStandingText()
  const format = useFormats()
  return (
    <>
      {standing(`stage.${claim.stage}`)}: <Verdict kind={claim.verdict} size={13} />,{' '}
      <span className="ac-so">{format.day(claim.asOf)}</span>
      {claim.document !== null && (
        <>
          {'. '}
          <DocumentName standing={{ documents, entries: {} }} id={claim.document} />
        </>
      )}
    </>
  )
}
