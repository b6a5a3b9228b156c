import { useMemo, useState, type ReactNode } from 'react'

import { useMoment } from '../api/Moment.tsx'
import { DocumentName, EntryNumber } from '../standing/unit/sources.tsx'
import { Go } from '../ui/Go.tsx'
import { useFormats, useLanguage } from '../ui/language.tsx'
import { ReadTable, type Column } from '../ui/ReadTable.tsx'
import { Sign } from '../ui/Sign.tsx'
import { SourcePlace } from '../ui/SourcePlace.tsx'
import { Illustrative } from '../ui/Verdict.tsx'
import { useNaming, withoutFirst } from '../units/names.ts'
import { DisagreementsNotNow } from './DisagreementsNotNow.tsx'
import { useAboutWords } from './disagreements-about.ts'
import { keyOf, type Disagreement, type Disagreements } from './disagreements-filter.ts'
import { useDisagreementsText } from './disagreements-texts.ts'

export type DisagreementsTableProps = {
  readonly answer: Disagreements
  readonly rows: readonly Disagreement[]
  readonly onWrite: (row: Disagreement) => void
  readonly onWithdraw: (row: Disagreement) => void
  /** The form, under the row it is about. */
  readonly opened?: { readonly key: string; readonly content: ReactNode }
}

/** Rows shown at once; a province of many years may have thousands. */
const shownAtOnce = 100

/** What one says and what the other says, side by side, and who can settle it. */
export function DisagreementsTable({ answer, rows, onWrite, onWithdraw, opened }: DisagreementsTableProps) {
  const t = useDisagreementsText()
  const { language } = useLanguage()
  const { address } = useMoment()
  const [most, setMost] = useState(shownAtOnce)
  const isNow = address.known === undefined
  const columns = useMemo((): readonly Column<Disagreement>[] => {
    const said = (side: 'one' | 'other'): Column<Disagreement> => ({
      key: side,
      head: t(`list.${side}`),
      render: (row) => (
        <div className="ac-differ-lines">
          <b className="ac-small">{t(`by.${row[side].by}`)}</b>
          <span>{row[side].text[language]}</span>
        </div>
      ),
    })
    return [
      { key: 'unit', head: t('list.unit'), render: (row) => <UnitOf row={row} /> },
      { key: 'about', head: t('list.about'), render: (row) => <About row={row} /> },
      said('one'),
      said('other'),
      { key: 'owner', head: t('list.owner'), render: ({ owner }) => owner?.[language] ?? t('list.noOwner') },
      ...(isNow
        ? [
            {
              key: 'act',
              head: t('list.act'),
              render: (row: Disagreement) => <Act row={row} onWrite={onWrite} onWithdraw={onWithdraw} />,
            },
          ]
        : []),
    ]
  }, [t, language, isNow, onWrite, onWithdraw])
  const left = rows.length - most
  return (
    <SourcePlace>
      {!isNow && <DisagreementsNotNow />}
      <div className="ac-differ">
        <ReadTable
          caption={t('list.caption')}
          isCaptionHidden
          columns={columns}
          rows={left > 0 ? rows.slice(0, most) : rows}
          rowKey={keyOf}
          renderReason={(row) => (row.note === null ? undefined : <NoteOf row={row} answer={answer} />)}
          {...(opened === undefined ? {} : { opened })}
        />
      </div>
      {left > 0 && (
        <p className="ac-noprint">
          <button type="button" className="ac-act" onClick={() => setMost(most + shownAtOnce)}>
            {t('list.more', { n: Math.min(left, shownAtOnce) })}
          </button>
        </p>
      )}
    </SourcePlace>
  )
}

function UnitOf({ row: { unit, criterion, indicator, illustrative } }: { readonly row: Disagreement }) {
  const t = useDisagreementsText()
  const { language } = useLanguage()
  const { href } = useMoment()
  const { named, title } = useNaming()
  return (
    <div className="ac-differ-lines">
      <Go
        href={href(`/don-vi/${unit.id}`, { criterion: criterion?.code, indicator: indicator?.code })}
        label={
          criterion === null
            ? t('list.openUnit', { unit: named(unit) })
            : t('list.openCriterion', { code: criterion.code, unit: named(unit) })
        }
      >
        {title(unit)}
      </Go>
      <span className="ac-small">{withoutFirst(unit.place[language])}</span>
      {illustrative && <Illustrative />}
    </div>
  )
}

function About({ row }: { readonly row: Disagreement }) {
  const t = useDisagreementsText()
  const { language } = useLanguage()
  const format = useFormats()
  const aboutWords = useAboutWords()
  const { measure, period, kind, state } = row
  const measured = [
    measure?.name[language],
    period && t('list.period', { period: inWords(period, format.day) }),
  ]
  return (
    <div className="ac-differ-lines">
      <span>{aboutWords(row)}</span>
      {measure !== null && <span className="ac-small">{measured.filter(Boolean).join(', ')}</span>}
      <span className="ac-small">
        <Sign kind={state === 'open' ? 'differs' : 'agrees'} label={t(`state.${state}`)} />{' '}
        {t(`kind.${kind}`)}
      </span>
    </div>
  )
}

/** A period that is a day is written as one; others are read as they are. */
function inWords(period: string, day: (day: string) => string): string {
  return /^\d{4}-\d\d-\d\d$/.test(period) ? day(period) : period
}

type ActProps = Pick<DisagreementsTableProps, 'onWrite' | 'onWithdraw'> & { readonly row: Disagreement }

function Act({ row, onWrite, onWithdraw }: ActProps) {
  const t = useDisagreementsText()
  const { named } = useNaming()
  const aboutWords = useAboutWords()
  const names = { unit: named(row.unit), about: aboutWords(row) }
  const [words, act] =
    row.state === 'open' ? (['write', onWrite] as const) : (['withdraw', onWithdraw] as const)
  return (
    <button
      type="button"
      className="ac-act ac-noprint"
      aria-label={t(`act.${words}For`, names)}
      onClick={() => act(row)}
    >
      {t(`act.${words}`)}
    </button>
  )
}

function NoteOf({ row: { note }, answer }: { readonly row: Disagreement; readonly answer: Disagreements }) {
  const t = useDisagreementsText()
  if (note === null) return null
  return (
    <>
      {t('list.note', { note: note.note })}{' '}
      {note.document !== null && (
        <>
          (<DocumentName standing={{ documents: answer.documents, entries: {} }} id={note.document} />){' '}
        </>
      )}
      <EntryNumber seq={note.entrySeq} />
    </>
  )
}
