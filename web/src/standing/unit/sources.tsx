import { useId } from 'react'

import { showEntry } from '@ancu/core/ledger'

import { useAnswer } from '../../api/answers.ts'
import { Answered } from '../../api/FaultPage.tsx'

import { useFormats, useUiText } from '../../ui/language.tsx'
import { OpenNumber } from '../../ui/OpenNumber.tsx'
import { useSourcePlace } from '../../ui/SourcePlace.tsx'
import { Unchecked } from '../../ui/Verdict.tsx'
import type { Standing } from '../answers.ts'
import { useStandingText, type StandingKey } from '../texts.ts'

type Sources = Pick<Standing, 'documents' | 'entries'>

/**
 * A document as people call it: number and day, else its title and that it has no number. One that was never
 * held against its own text says so.
 */
export function DocumentName({
  standing,
  id,
  article,
}: {
  readonly standing: Sources
  readonly id: string | null
  readonly article?: string | undefined
}) {
  const t = useStandingText()
  const format = useFormats()
  if (id === null) return t('document.none')
  const document = standing.documents[id]
  if (document === undefined) return id
  const { number, day, title, url } = document
  const name =
    number !== null
      ? day === null
        ? number
        : t('document.numbered', { number, day: format.day(day) })
      : t(document.illustrative ? 'document.noNumberIllustrative' : 'document.noNumber', {
          title: withoutMark(title),
        })
  const words = article === undefined ? name : t('document.article', { name, article })
  const linked =
    url === null ? (
      words
    ) : (
      <a href={url} target="_blank" rel="noreferrer" title={title}>
        {words}
      </a>
    )
  return number !== null && document.unchecked ? <Unchecked>{linked}</Unchecked> : linked
}

export type EntryNumberProps = {
  readonly seq: number
  /** Where the answer in hand brought the entry along; else it is asked for when it is opened. */
  readonly standing?: Sources
}

/** Number of the ledger entry that holds a fact; opens to who wrote it and when. */
export function EntryNumber({ standing, seq }: EntryNumberProps) {
  const t = useStandingText()
  const format = useFormats()
  const entry = standing?.entries[String(seq)]
  return (
    <>
      <OpenNumber
        means={t('entry.opens', { seq })}
        renderSource={() => (entry === undefined ? <AskedEntry seq={seq} /> : <EntryPanel entry={entry} />)}
      >
        {t('entry.number', { seq })}
      </OpenNumber>
      {entry !== undefined && `, ${t('entry.known', { day: format.day(entry.knownOn) })}`}
    </>
  )
}

function AskedEntry({ seq }: { readonly seq: number }) {
  const query = useAnswer(showEntry, { seq })
  return <Answered query={query}>{({ entry }) => <EntryPanel entry={entry} />}</Answered>
}

/** A title that says by itself that it is illustrative would say it twice. */
function withoutMark(title: string): string {
  return title.replace(/\s*\(minh ho[ạa]\)$/u, '')
}

type Entry = Sources['entries'][string]

const kindKeys: Readonly<Record<string, StandingKey>> = {
  'figures.add': 'entry.kind.figures',
  'verdicts.add': 'entry.kind.verdicts',
  'verdicts.carry': 'entry.kind.carry',
  'decisions.add': 'entry.kind.decisions',
  'levels.add': 'entry.kind.levels',
  'packs.add': 'entry.kind.packs',
  'reconciliations.add': 'entry.kind.reconciliations',
}

const viaKeys: Readonly<Record<string, StandingKey>> = {
  web: 'entry.via.web',
  cli: 'entry.via.cli',
  api: 'entry.via.api',
  file: 'entry.via.file',
  field: 'entry.via.field',
  world: 'entry.via.world',
  program: 'entry.via.program',
}

/** One entry of the ledger: number, days, who, by which way, why, and the hash that seals it. */
function EntryPanel({ entry }: { readonly entry: Entry }) {
  const t = useStandingText()
  const ui = useUiText()
  const format = useFormats()
  const { close } = useSourcePlace()
  const headingId = useId()
  const [kind, via] = [kindKeys[entry.kind], viaKeys[entry.via]]
  return (
    <section className="ac-source" aria-labelledby={headingId}>
      <div className="ac-source-head">
        <h3 id={headingId} tabIndex={-1} data-source-heading>
          {t('entry.title', { seq: entry.seq })}
        </h3>
        <button type="button" className="ac-source-close ac-noprint" onClick={close}>
          {ui('close')}
        </button>
      </div>
      <dl className="ac-facts">
        <dt>{t('entry.knownOn')}</dt>
        <dd>{format.day(entry.knownOn)}</dd>
        <dt>{t('entry.writtenAt')}</dt>
        <dd>
          {timeInVietNam(entry.at)}
          {entry.replayed && `. ${t('entry.replayed')}`}
        </dd>
        <dt>{t('entry.who')}</dt>
        <dd>{entry.officer === 'local' ? t('entry.local') : entry.officer}</dd>
        <dt>{t('entry.via')}</dt>
        <dd>{via === undefined ? entry.via : t(via)}</dd>
        <dt>{t('entry.what')}</dt>
        <dd>
          {kind === undefined ? entry.kind : t(kind)}
          {entry.reason !== null && `: ${entry.reason}`}
        </dd>
        <dt>{t('entry.hash')}</dt>
        <dd className="ac-hash">{entry.hash}</dd>
      </dl>
    </section>
  )
}

const vietNam = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  day: 'numeric',
  month: 'numeric',
  year: 'numeric',
  hourCycle: 'h23',
})

/** "16:52, 18/1/2024" whatever the zone of the machine. */
function timeInVietNam(at: string): string {
  const parts = new Map(vietNam.formatToParts(Date.parse(at)).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  return `${part('hour')}:${part('minute')}, ${part('day')}/${part('month')}/${part('year')}`
}
