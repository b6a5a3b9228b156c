import { useState } from 'react'

import { missingDocuments } from '@ancu/core/standing'

import { useAnswer } from '../../api/answers.ts'
import { FaultPage } from '../../api/FaultPage.tsx'
import { useMoment } from '../../api/Moment.tsx'
import { Page } from '../../ui/AppShell.tsx'
import { FigureSentence } from '../../ui/FigureSentence.tsx'
import { Go } from '../../ui/Go.tsx'
import { useFormats, useLanguage } from '../../ui/language.tsx'
import { ReadTable, type Column } from '../../ui/ReadTable.tsx'
import { Section } from '../../ui/Section.tsx'
import { EmptyState, Loading } from '../../ui/states.tsx'
import { Vietnamese } from '../../ui/Vietnamese.tsx'
import { useNaming } from '../../units/names.ts'
import { DocumentName } from '../unit/sources.tsx'
import type { Missing, Wanted } from './answers.ts'
import { MissingParts } from './MissingParts.tsx'
import { tellsWords } from './missing-words.ts'
import { useLawText } from './texts.ts'
import './law.css'

/** Which documents are wanted, in the order of how many verdicts wait for each. */
export function MissingPage() {
  const t = useLawText()
  const { asked, area } = useMoment()
  const { basis: _basis, ...when } = asked
  const query = useAnswer(missingDocuments, { ...when, ...(area === undefined ? {} : { unit: area }) })
  if (query.isError) return <FaultPage error={query.error} onAgain={() => void query.refetch()} />
  return (
    <Page title={t('missing.title')}>
      {query.data === undefined ? (
        <Loading />
      ) : (
        <div aria-busy={query.isPlaceholderData}>
          <Answer missing={query.data} />
        </div>
      )}
    </Page>
  )
}

function Answer({ missing }: { readonly missing: Missing }) {
  const t = useLawText()
  const format = useFormats()
  const { href } = useMoment()
  const { title } = useNaming()
  const { sets, wanted, unit } = missing
  // Sets that the province may not even apply would drown those it judges by.
  const applied = sets.filter((set) => set.applied)
  const counted = applied.length === 0 ? sets : applied
  const total = (name: 'unknown' | 'alone' | 'along' | 'verdicts' | 'units') =>
    counted.reduce((sum, set) => sum + set[name], 0)
  const [unknown, alone] = [total('unknown'), total('alone')]
  return (
    <>
      <p className="ac-small ac-back ac-noprint">
        <Go href={href('/bo-tieu-chi')}>{t('set.back')}</Go>
      </p>
      <FigureSentence size="work">
        {sets.length === 0
          ? t('missing.noSet')
          : unknown === 0
            ? t('missing.sentenceAll')
            : alone === 0
              ? t('missing.sentenceNone')
              : t('missing.sentence', { alone, unknown })}
      </FigureSentence>
      {counted.length > 0 && (
        <p className="ac-lead">
          {t('missing.lead', {
            place: title(unit),
            units: format.number(total('units')),
            verdicts: format.number(total('verdicts')),
            along: format.number(total('along')),
          })}
        </p>
      )}
      {wanted.length > 0 && <p className="ac-small ac-wanted-note">{t('missing.note')}</p>}
      {sets.length > 0 && wanted.length === 0 && (
        <EmptyState what={t('missing.nothing')} why={t('missing.nothingWhy')} />
      )}
      {wanted
        .filter((one) => !isApplication(one))
        .map((one) => (
          <WantedSection key={`${one.set} ${one.document}`} one={one} missing={missing} />
        ))}
      <ApplicationSection missing={missing} />
      {sets.length > 1 && <BySet missing={missing} />}
    </>
  )
}

type SetRow = Missing['sets'][number]

/** How much of each set is unknown, and how much of that waits for documents. */
function BySet({ missing }: { readonly missing: Missing }) {
  const t = useLawText()
  const format = useFormats()
  const { href } = useMoment()
  const columns: readonly Column<SetRow>[] = [
    {
      key: 'set',
      head: t('missing.set'),
      render: ({ set, name, applied }) => (
        <>
          <Go href={href('/van-ban-con-thieu', { set })}>{name.short}</Go>
          {!applied && <span className="ac-small ac-under">{t('missing.notApplied')}</span>}
        </>
      ),
    },
    { key: 'units', head: t('missing.units'), isNumber: true, render: ({ units }) => format.number(units) },
    {
      key: 'unknown',
      head: t('missing.unknown'),
      isNumber: true,
      render: ({ unknown, verdicts }) =>
        t('missing.of', { unknown: format.number(unknown), verdicts: format.number(verdicts) }),
    },
    { key: 'alone', head: t('missing.alone'), isNumber: true, render: ({ alone }) => format.number(alone) },
    { key: 'along', head: t('missing.along'), isNumber: true, render: ({ along }) => format.number(along) },
  ]
  const rows = missing.sets.filter(({ units }) => units > 0)
  return (
    <Section heading={t('missing.bySet')}>
      <ReadTable
        caption={t('missing.bySet')}
        isCaptionHidden
        columns={columns}
        rows={rows}
        rowKey={({ set }) => set}
      />
    </Section>
  )
}

/** Parts shown before somebody asks for all. */
const shownAtOnce = 6

/** One document: how many verdicts wait for it, and all that it would tell. */
function WantedSection({ one, missing }: { readonly one: Wanted; readonly missing: Missing }) {
  const t = useLawText()
  const { language } = useLanguage()
  const [isAll, setAll] = useState(false)
  const set = missing.sets.find((each) => each.set === one.set)
  const parts = isAll ? one.parts : one.parts.slice(0, shownAtOnce)
  return (
    <Section heading={<WantedName one={one} missing={missing} />} aside={set?.name.short}>
      <p className="ac-wanted">
        <Waiting label={t('missing.alone')} count={one.alone} of={set?.unknown ?? 0} />
        <Waiting label={t('missing.along')} count={one.along} of={set?.unknown ?? 0} />
        <span className="ac-wanted-tells">
          <b>{t('missing.tells')}</b> {tellsWords(one, t)}
        </span>
      </p>
      <MissingParts wanted={one} parts={parts} columns={set?.columns ?? []} language={language} />
      {one.parts.length > shownAtOnce && (
        <button
          type="button"
          className="ac-act ac-small ac-noprint"
          aria-expanded={isAll}
          onClick={() => setAll(!isAll)}
        >
          {isAll ? t('missing.fewer') : t('missing.all', { n: one.parts.length })}
        </button>
      )}
    </Section>
  )
}

function WantedName({ one, missing }: { readonly one: Wanted; readonly missing: Missing }) {
  const t = useLawText()
  if (one.from === 'province' || one.document === null) return t('missing.ofProvince')
  return <DocumentName standing={{ documents: missing.documents, entries: {} }} id={one.document} />
}

function isApplication({ parts }: Wanted): boolean {
  return parts.some(({ why }) => why === 'application')
}

/** Sets of which no document says from when the province applies them. */
function ApplicationSection({ missing }: { readonly missing: Missing }) {
  const t = useLawText()
  const format = useFormats()
  const { href } = useMoment()
  const rows = missing.wanted.filter(isApplication)
  if (rows.length === 0) return null
  const columns: readonly Column<Wanted>[] = [
    {
      key: 'set',
      head: t('missing.set'),
      render: ({ set, parts }) => (
        <>
          <Go href={href(`/bo-tieu-chi/${set}`)}>
            {missing.sets.find((each) => each.set === set)?.name.short ?? set}
          </Go>
          {parts[0]?.note != null && (
            <span className="ac-small ac-under">
              <Vietnamese>{parts[0].note}</Vietnamese>
            </span>
          )}
        </>
      ),
    },
    { key: 'alone', head: t('missing.alone'), isNumber: true, render: ({ alone }) => format.number(alone) },
    { key: 'along', head: t('missing.along'), isNumber: true, render: ({ along }) => format.number(along) },
  ]
  return (
    <Section heading={t('missing.application', { n: rows.length })}>
      <ReadTable
        caption={t('missing.application', { n: rows.length })}
        isCaptionHidden
        columns={columns}
        rows={rows}
        rowKey={({ set }) => set}
      />
    </Section>
  )
}

/** A count in its trough: how many of the unknown verdicts. */
function Waiting({
  label,
  count,
  of,
}: {
  readonly label: string
  readonly count: number
  readonly of: number
}) {
  const format = useFormats()
  const share = of === 0 ? 0 : count / of
  return (
    <span className="ac-wanted-count">
      <span>{label}</span>
      <b className="ac-so">{format.number(count)}</b>
      <span className="ac-wanted-trough" aria-hidden>
        <span style={{ '--ac-share': share }} />
      </span>
    </span>
  )
}
