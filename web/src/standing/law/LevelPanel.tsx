import { useId } from 'react'

import { formatPercent } from '@ancu/core/text'

import { useMoment } from '../../api/Moment.tsx'
import { Facts, type Fact } from '../../ui/Facts.tsx'
import { Go } from '../../ui/Go.tsx'
import { useLanguage, useUiText } from '../../ui/language.tsx'
import { useSourcePlace } from '../../ui/SourcePlace.tsx'
import { Illustrative } from '../../ui/Verdict.tsx'
import { Vietnamese } from '../../ui/Vietnamese.tsx'
import { DocumentName, EntryNumber } from '../unit/sources.tsx'
import { everyColumn, type LegalSource, type Reading, type ReadLevel } from './answers.ts'
import { sourceOf } from './cells.ts'
import { boundOf, scaleOf } from './level-words.ts'
import { usePeriod } from './period.ts'
import type { LevelPlace } from './place.ts'
import { useLawText, type LawSay } from './texts.ts'

export type LevelPanelProps = {
  readonly place: LevelPlace
  readonly said: string
  readonly columns: string
}

/** Where a level comes from: document and article, how far checked, every year, what the province decided. */
export function LevelPanel({ place, said, columns }: LevelPanelProps) {
  const t = useLawText()
  const ui = useUiText()
  const { close } = useSourcePlace()
  const headingId = useId()
  const facts = useFacts(place)
  const { subject } = place
  return (
    <section className="ac-source ac-level-source" aria-labelledby={headingId}>
      <div className="ac-source-head">
        <h3 id={headingId} tabIndex={-1} data-source-heading>
          {t('source.title', { code: subject.code, column: columns, level: said })}
        </h3>
        <button type="button" className="ac-source-close ac-noprint" onClick={close}>
          {ui('close')}
        </button>
      </div>
      <Facts facts={facts} />
      <FillLink place={place} />
    </section>
  )
}

function useFacts(place: LevelPlace): readonly Fact[] {
  const t = useLawText()
  const { reading, term, cell } = place
  const source = sourceOf(term, cell)
  const { of = null, byYear = null } = cell.kind === 'level' ? cell.level : {}
  return [
    ...(source === null ? [] : sourceFacts(reading, source, t)),
    ...(of === null ? [] : [{ label: t('source.ofSet'), value: <OfSet of={of} /> }]),
    ...(byYear === null
      ? []
      : [{ label: t('source.byYear'), value: <ByYear place={place} byYear={byYear} /> }]),
    ...(decidedAt(place).length === 0
      ? []
      : [{ label: t('source.decided'), value: <Decisions place={place} /> }]),
  ]
}

function sourceFacts(reading: Reading, source: LegalSource, t: LawSay): readonly Fact[] {
  return [
    {
      label: t('source.document'),
      value: (
        <DocumentName
          standing={{ documents: reading.documents, entries: {} }}
          id={source.document}
          article={source.article ?? undefined}
        />
      ),
    },
    {
      label: t('source.checked'),
      value:
        source.checked === 'text' ? (
          t('checked.text')
        ) : (
          <span className="ac-word-staleMet">{t(`checked.${source.checked}`)}</span>
        ),
    },
    ...(source.note === null
      ? []
      : [{ label: t('source.note'), value: <Vietnamese>{source.note}</Vietnamese> }]),
  ]
}

function OfSet({ of }: { readonly of: NonNullable<ReadLevel['of']> }) {
  const t = useLawText()
  const { language } = useLanguage()
  const { href, world } = useMoment()
  const name = world.sets.find(({ id }) => id === of.set)?.name.short ?? of.set
  const words = t('source.ofSetIs', {
    percent: formatPercent(of.percent, language),
    key: of.key,
    set: name,
  })
  return <Go href={href(`/bo-tieu-chi/${of.set}`, { text: of.key })}>{words}</Go>
}

function ByYear({
  place,
  byYear,
}: {
  readonly place: LevelPlace
  readonly byYear: NonNullable<ReadLevel['byYear']>
}) {
  const t = useLawText()
  const { language } = useLanguage()
  const scale = scaleOf(place.term, place.reading.measures)
  if (scale === undefined) return null
  return (
    <ul>
      {Object.entries(byYear).map(([year, scaled]) => (
        <li key={year}>
          {t('source.year', { year, level: boundOf(place.term.kind, scaled, scale, language, t) })}
        </li>
      ))}
    </ul>
  )
}

/** Decisions on this level that count, in force on the day or not. */
function decidedAt({ reading, term, cell }: LevelPlace) {
  return Object.values(reading.levels).filter(
    ({ key, column }) => key === term.key && (column === everyColumn || cell.columns.includes(column)),
  )
}

function Decisions({ place }: { readonly place: LevelPlace }) {
  const t = useLawText()
  const { language } = useLanguage()
  const period = usePeriod()
  const { reading, term } = place
  const scale = scaleOf(term, reading.measures)
  const sources = { documents: reading.documents, entries: {} }
  if (scale === undefined) return null
  return (
    <ul>
      {decidedAt(place).map((decided) => {
        const level = boundOf(term.kind, decided.scaled, scale, language, t)
        return (
          <li key={decided.id}>
            {decided.year === null
              ? t('source.decision', { level, period: period(decided) })
              : t('source.decisionYear', { level, year: String(decided.year) })}
            {'. '}
            <DocumentName standing={sources} id={decided.document} article={decided.article ?? undefined} />
            {'. '}
            <EntryNumber seq={decided.entrySeq} /> {decided.illustrative && <Illustrative />}
          </li>
        )
      })}
    </ul>
  )
}

/** To the form that fills the level, or mends what was filled; none where the law itself states it. */
function FillLink({ place }: { readonly place: LevelPlace }) {
  const t = useLawText()
  const { href } = useMoment()
  const { reading, term, cell } = place
  if (cell.kind !== 'level' || term.key === null) return null
  const { state, decision } = cell.level
  if (state === 'stated' || state === 'notApplicable') return null
  const path = `/bo-tieu-chi/${reading.set}/ghi-muc`
  const column = cell.columns.length === reading.columns.length ? undefined : cell.columns[0]
  const extra = { key: term.key, column, replaces: decision ?? undefined }
  return (
    <p className="ac-source-foot">
      <Go href={href(path, extra)}>{t(decision === null ? 'source.fill' : 'source.mend')}</Go>
    </p>
  )
}
