import { useMemo } from 'react'

import { useMoment } from '../../api/Moment.tsx'
import { useStandingText } from '../../standing/texts.ts'
import { DocumentName, EntryNumber } from '../../standing/unit/sources.tsx'
import { Go } from '../../ui/Go.tsx'
import { useFormats, useLanguage } from '../../ui/language.tsx'
import type { Column } from '../../ui/ReadTable.tsx'
import { Illustrative, Verdict } from '../../ui/Verdict.tsx'
import { yearsOld, type CarriableRow, type CarryAnswer, type CarryRow } from './rows.ts'
import { useCarryText } from './texts.ts'

export type Ticking = {
  /** Ids of the conclusions that are ticked. */
  readonly ticked: ReadonlySet<string>
  /** Undefined while nothing can be recorded. */
  readonly onTick?: (rows: readonly CarriableRow[], isOn: boolean) => void
}

/** What may be carried over: what it was, what it continues, what was concluded, on what paper, and why it may. */
export function useCarryColumns(
  answer: CarryAnswer,
  { ticked, onTick }: Ticking,
): readonly Column<CarriableRow>[] {
  const t = useCarryText()
  const conclusion = useConclusionColumns(answer)
  return useMemo(
    (): readonly Column<CarriableRow>[] => [
      {
        key: 'old',
        head: t('table.old'),
        render: (row) =>
          onTick === undefined ? (
            <PartName part={row.old} />
          ) : (
            <label className="ac-tick">
              <input
                type="checkbox"
                checked={ticked.has(row.claim.id)}
                onChange={({ currentTarget }) => onTick([row], currentTarget.checked)}
              />
              <PartName part={row.old} />
            </label>
          ),
      },
      { key: 'new', head: t('table.new'), render: (row) => <PartName part={row.new} /> },
      {
        key: 'why',
        head: t('table.why'),
        render: (row) => <Why row={row} answer={answer} />,
      },
      ...conclusion,
    ],
    [t, answer, ticked, onTick, conclusion],
  )
}

/** What was concluded, by whom and when, on what paper, and what the new set says without it. */
export function useConclusionColumns(answer: CarryAnswer): readonly Column<CarryRow>[] {
  const t = useCarryText()
  return useMemo(
    () => [
      {
        key: 'claim',
        head: t('table.claim'),
        render: ({ claim }) => <Concluded claim={claim} answer={answer} />,
      },
      {
        key: 'paper',
        head: t('table.paper'),
        render: ({ claim }) => <Paper claim={claim} answer={answer} />,
      },
      {
        key: 'now',
        head: t('table.now'),
        render: ({ verdict }) => (verdict === null ? t('table.nothing') : <Verdict kind={verdict} />),
      },
    ],
    [t, answer],
  )
}

export function PartName({ part: { code, name } }: { readonly part: CarryRow['old'] }) {
  const { language } = useLanguage()
  return (
    <span className="ac-carry-part">
      <span className="ac-so">{code}</span> {name[language]}
    </span>
  )
}

/** Why it may count; where only a reader can tell, the way to both wordings. */
function Why({ row, answer }: { readonly row: CarriableRow; readonly answer: CarryAnswer }) {
  const t = useCarryText()
  const { href } = useMoment()
  const { ground, claim, old, new: part } = row
  const key =
    ground === 'words' && claim.verdict === 'notApplicable'
      ? 'why.wordsNotApplicable'
      : (`why.${ground}` as const)
  return (
    <div className="ac-carry-lines">
      <span>
        <b>{t(`ground.${ground}`)}.</b> {t(key)}
      </span>
      {ground === 'words' && (
        <span className="ac-small ac-noprint">
          {t('why.read')}{' '}
          <Go href={href(`/bo-tieu-chi/${answer.oldSide.set}`, { text: old.code })}>{t('why.readOld')}</Go>
          {', '}
          <Go href={href(`/bo-tieu-chi/${answer.newSide.set}`, { text: part.code })}>{t('why.readNew')}</Go>
        </span>
      )}
    </div>
  )
}

type ClaimProps = { readonly claim: CarryRow['claim']; readonly answer: CarryAnswer }

function Concluded({ claim, answer }: ClaimProps) {
  const t = useCarryText()
  const standing = useStandingText()
  const format = useFormats()
  const { verdict, stage, asOf, reason } = claim
  const years = yearsOld(asOf, answer.on)
  return (
    <div className="ac-carry-lines">
      <Verdict kind={verdict} />
      <span className="ac-small">
        {standing(`stage.${stage}`)}, {standing('said.day', { day: format.day(asOf) })}
        {reason !== null && `, ${reason}`}
      </span>
      {years !== undefined && (
        <span className="ac-carry-old ac-word-staleMet">{t('table.yearsOld', { n: years })}</span>
      )}
    </div>
  )
}

function Paper({ claim: { document, evidence, entrySeq, illustrative }, answer }: ClaimProps) {
  const standing = useStandingText()
  return (
    <div className="ac-carry-lines ac-small">
      <span>
        <DocumentName standing={{ documents: answer.documents, entries: {} }} id={document} />
      </span>
      <span>{evidence === null ? standing('evidence.none') : standing('evidence.some', { evidence })}</span>
      <span>
        <EntryNumber seq={entrySeq} /> {illustrative && <Illustrative />}
      </span>
    </div>
  )
}
