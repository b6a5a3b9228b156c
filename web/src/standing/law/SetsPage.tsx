import { useState } from 'react'

import { listPacks } from '@ancu/core/criteria'
import { screenPaths } from '@ancu/core/kernel'
import { listSets } from '@ancu/core/standing'

import { useAnswer } from '../../api/answers.ts'
import { Answered, FaultPage } from '../../api/FaultPage.tsx'
import { useMoment } from '../../api/Moment.tsx'
import { Page } from '../../ui/AppShell.tsx'
import { FigureSentence } from '../../ui/FigureSentence.tsx'
import { Go } from '../../ui/Go.tsx'
import { useFormats, useLanguage } from '../../ui/language.tsx'
import { Section } from '../../ui/Section.tsx'
import { EmptyState, Loading } from '../../ui/states.tsx'
import { withNodes } from '../../ui/words.tsx'
import type { Sets } from './answers.ts'
import { SetsTable } from './SetsTable.tsx'
import { useLawText } from './texts.ts'
import './law.css'

const times = ['inForce', 'coming', 'ended'] as const

/** Every criteria set that the ledger holds, by the law's own time. */
export function SetsPage() {
  const t = useLawText()
  const { askedWhen } = useMoment()
  const query = useAnswer(listSets, askedWhen)
  if (query.isError) return <FaultPage error={query.error} onAgain={() => void query.refetch()} />
  if (query.data === undefined) {
    return (
      <Page title={t('sets.title')}>
        <Loading />
      </Page>
    )
  }
  return (
    <Page title={query.data.sets.length === 0 ? t('empty.title') : t('sets.title')}>
      <div aria-busy={query.isPlaceholderData}>
        {query.data.sets.length === 0 ? <NoSets /> : <KnownSets answer={query.data} />}
      </div>
    </Page>
  )
}

function KnownSets({ answer }: { readonly answer: Sets }) {
  const t = useLawText()
  const format = useFormats()
  const { href } = useMoment()
  const { sets, on } = answer
  const judging = sets.find(({ judges }) => judges)
  const open = { unknown: 0, delegated: 0 }
  for (const { time, levels } of sets) {
    if (time !== 'inForce') continue
    open.unknown += levels.unknown
    open.delegated += levels.delegated
  }
  return (
    <>
      <FigureSentence size="work">
        {judging === undefined
          ? t('sets.notJudged', { day: format.day(on) })
          : withNodes(
              t,
              'sets.judged',
              { set: <Go href={href(`/bo-tieu-chi/${judging.set}`)}>{judging.name.short}</Go> },
              { day: format.day(on) },
            )}
      </FigureSentence>
      <p className="ac-lead">
        {open.unknown + open.delegated === 0
          ? t('sets.leadWhole', { n: sets.length })
          : t('sets.lead', { n: sets.length, ...open })}{' '}
        <Go href={href('/van-ban-con-thieu')}>{t('sets.missing')}</Go>
        {' · '}
        <Go href={href(screenPaths.compare)}>{t('sets.compare')}</Go>
        {' · '}
        <Go href="/bo-tieu-chi/soan">{t('sets.draft')}</Go>
      </p>
      {times.map((time) => {
        const ofTime = sets.filter((set) => set.time === time)
        if (ofTime.length === 0) return null
        return (
          <Section key={time} heading={t(`sets.${time}`, { n: ofTime.length })}>
            <SetsTable caption={t(`sets.${time}`, { n: ofTime.length })} sets={ofTime} answer={answer} />
          </Section>
        )
      })}
      <FolderSection held={sets.map(({ set }) => set)} />
    </>
  )
}

/** What the program brings along and the ledger lacks; reading the packs takes a while, so only who asks waits. */
function FolderSection({ held }: { readonly held: readonly string[] }) {
  const t = useLawText()
  const [isShown, setShown] = useState(false)
  return (
    <Section heading={t('sets.folder')}>
      {isShown ? (
        <FolderSets held={held} />
      ) : (
        <button type="button" className="ac-act ac-noprint" onClick={() => setShown(true)}>
          {t('sets.folderShow')}
        </button>
      )}
    </Section>
  )
}

function FolderSets({ held }: { readonly held: readonly string[] }) {
  const t = useLawText()
  const { language } = useLanguage()
  const query = useAnswer(listPacks, {})
  return (
    <Answered query={query}>
      {({ packs }) => {
        const others = packs.filter(
          ({ inFolder, seq, set }) => inFolder && seq === null && !held.includes(set),
        )
        if (others.length === 0) return <p>{t('sets.folderNone')}</p>
        return (
          <>
            <p className="ac-small">{t('sets.folderAdd')}</p>
            <ul className="ac-commands">
              {others.map(({ set, name }) => (
                <li key={set}>
                  {name[language]} <code>npx an-cu packs add {set}</code>
                </li>
              ))}
            </ul>
          </>
        )
      }}
    </Answered>
  )
}

/** A ledger without law: what that means, and how to bring some. */
function NoSets() {
  const t = useLawText()
  return (
    <>
      <FigureSentence size="work">{t('empty.sentence')}</FigureSentence>
      <EmptyState what={t('empty.what')} why={t('empty.why')} />
      <ol className="ac-steps">
        <li>{t('empty.list')}</li>
        <li>{t('empty.add')}</li>
        <li>{t('empty.own')}</li>
        <li>
          <Go href="/bo-tieu-chi/soan">{t('sets.draft')}</Go>
        </li>
      </ol>
      <FolderSection held={[]} />
    </>
  )
}
