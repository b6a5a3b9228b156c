import { useMoment } from '../../api/Moment.tsx'
import { useFormats } from '../../ui/language.tsx'
import { Illustrative, Verdict } from '../../ui/Verdict.tsx'
import type { Conclusion, Standing } from '../answers.ts'
import type { Stage } from '../finding.ts'
import { useStandingText } from '../texts.ts'
import { DocumentName, EntryNumber } from './sources.tsx'
import { TakeBack } from './TakeBack.tsx'

export type ConclusionColumnsProps = {
  readonly standing: Standing
  readonly conclusions: readonly Conclusion[]
  readonly stages: readonly Stage[]
}

/** What each body concluded, side by side, "chưa có ý kiến" included: verdict, day, paper, evidence, entry. */
export function ConclusionColumns({ standing, conclusions, stages }: ConclusionColumnsProps) {
  const t = useStandingText()
  return (
    <div className="ac-said" style={{ '--ac-bodies': stages.length }}>
      {stages.map((stage) => {
        const said = conclusions.filter((each) => each.stage === stage)
        return (
          <div key={stage}>
            <h5>{t(`stage.${stage}`)}</h5>
            {said.length === 0 ? (
              <Verdict kind="unknown">{t('stage.silent')}</Verdict>
            ) : (
              said.map((each) => <Said key={each.id} standing={standing} conclusion={each} />)
            )}
          </div>
        )
      })}
    </div>
  )
}

type SaidProps = { readonly standing: Standing; readonly conclusion: Conclusion }

function Said({ standing, conclusion }: SaidProps) {
  const t = useStandingText()
  const format = useFormats()
  return (
    <>
      <Verdict kind={conclusion.verdict} />
      <p className="ac-small">
        {t('said.day', { day: format.day(conclusion.asOf) })}
        {conclusion.reason !== null && `, ${conclusion.reason}`}
      </p>
      <CarriedFrom standing={standing} conclusion={conclusion} />
      <p className="ac-small">
        <DocumentName standing={standing} id={conclusion.document} />
      </p>
      <p className="ac-small">
        {conclusion.evidence === null
          ? t('evidence.none')
          : t('evidence.some', { evidence: conclusion.evidence })}
      </p>
      <p className="ac-small">
        <EntryNumber standing={standing} seq={conclusion.entrySeq} />{' '}
        {conclusion.illustrative && <Illustrative />}
      </p>
      {conclusion.contenders.map((other) => (
        <p key={other.id} className="ac-small">
          {t('said.contended')} <Verdict kind={other.verdict} />{' '}
          <EntryNumber standing={standing} seq={other.entrySeq} />
        </p>
      ))}
    </>
  )
}

/** The conclusion under another set that somebody confirmed to count under this one, where it is such. */
function CarriedFrom({ standing, conclusion: { id, carriedFrom } }: SaidProps) {
  const t = useStandingText()
  const { address } = useMoment()
  const from = carriedFrom === null ? undefined : standing.carried[carriedFrom]
  if (from === undefined) return null
  const { name, scope, code, entrySeq, state } = from
  return (
    <p className="ac-small">
      {t(`said.carried.${scope}`, { set: name.short, code: code ?? '' })}
      {' · '}
      <EntryNumber seq={entrySeq} />
      {state !== 'stands' && <> · {t(`said.origin.${state}`)}</>}
      {address.known === undefined && (
        <>
          {' · '}
          <TakeBack claim={id} from={name.short} />
        </>
      )}
    </p>
  )
}
