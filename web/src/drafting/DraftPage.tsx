import { useParams } from '@tanstack/react-router'
import { useState } from 'react'

import { screenPaths } from '@ancu/core/kernel'

import { FaultPage } from '../api/FaultPage.tsx'
import { Page } from '../ui/AppShell.tsx'
import { FigureSentence } from '../ui/FigureSentence.tsx'
import { Go } from '../ui/Go.tsx'
import { Section } from '../ui/Section.tsx'
import { Loading, Note } from '../ui/states.tsx'
import { TextField } from '../ui/TextField.tsx'
import { CriterionPart } from './CriterionPart.tsx'
import { DiscardedNote, DiscardPart } from './DiscardPart.tsx'
import { DoubtWalker } from './DoubtWalker.tsx'
import { draftPath, useDraft, useWho, useWriteDraft, type DraftInHand, type ShownDraft } from './draft.ts'
import { AddRow } from './AddRow.tsx'
import { ColumnFacts, ColumnsPart } from './ColumnsPart.tsx'
import { HeadFacts } from './HeadFacts.tsx'
import { HeadPart } from './HeadPart.tsx'
import { MeasuresPart } from './MeasuresPart.tsx'
import { PublishPart } from './PublishPart.tsx'
import { useDraftingText } from './texts.ts'
import { UnusedCells } from './UnusedCells.tsx'
import './drafting.css'

/** A draft beside its source, cell by cell: completed by one person, checked by another, published. */
export function DraftPage() {
  const t = useDraftingText()
  const { draftId } = useParams({ from: '/bo-tieu-chi/soan/$draftId' })
  const query = useDraft(draftId)
  if (query.data === undefined) {
    if (query.isError) return <FaultPage error={query.error} onAgain={() => void query.refetch()} />
    return (
      <Page title={t('nav')}>
        <Loading />
      </Page>
    )
  }
  return <Drafted shown={query.data} />
}

function Drafted({ shown }: { readonly shown: ShownDraft }) {
  const t = useDraftingText()
  const [who, setWho] = useWho()
  const write = useWriteDraft(shown.id, who.trim())
  const [opened, setOpened] = useState<string>()
  const [current, setCurrent] = useState<string>()
  const canChange = shown.published === null && !shown.work.discarded
  const draft: DraftInHand = { shown, write, canChange }
  const { head, criteria, doubts } = shown.work.draft
  return (
    <Page title={t('draft.title', { name: head.name })}>
      <p className="ac-small">
        <Go href="/bo-tieu-chi/soan">{t('back')}</Go>
      </p>
      <FigureSentence size="work">
        <Progress shown={shown} />
      </FigureSentence>
      <p className="ac-lead">
        {t('draft.lead', {
          file: shown.fileName === '' ? t('pasted') : shown.fileName,
          drafter: shown.work.drafter,
        })}{' '}
        {t('draft.kept')}
      </p>
      <p className="draft-effect">
        <Effect shown={shown} />
      </p>
      {shown.parts > 1 && (
        <Note tone="care">{t('draft.parts', { parts: shown.parts, part: shown.part + 1 })}</Note>
      )}
      {shown.published !== null && <Note tone="care">{t('draft.published', shown.published)}</Note>}
      {shown.published === null && (
        <div className="draft-who">
          <TextField label={t('draft.who')} hint={t('draft.whoHint')} value={who} onValue={setWho} />
        </div>
      )}
      <DiscardedNote draft={draft} />
      {canChange && doubts.length > 0 && (
        <DoubtWalker draft={draft} onOpen={setOpened} onCurrent={setCurrent} />
      )}
      <Section heading={t('row.head')} id="quyet-dinh">
        {canChange ? <HeadPart draft={draft} /> : <HeadFacts draft={draft} />}
      </Section>
      {shown.work.draft.columns.length > 0 && (
        <Section heading={t('row.columns')} id="cot-muc">
          {canChange ? <ColumnsPart draft={draft} /> : <ColumnFacts draft={draft} />}
        </Section>
      )}
      {criteria.map((criterion) => (
        <CriterionPart
          key={criterion.key}
          criterion={criterion}
          draft={draft}
          current={current}
          opened={opened}
          onOpen={setOpened}
        />
      ))}
      <AddRow draft={draft} />
      <MeasuresPart draft={draft} />
      <UnusedCells shown={shown} />
      <PublishPart draft={draft} who={who} />
      <DiscardPart draft={draft} onDone={() => setOpened(undefined)} />
    </Page>
  )
}

/** The way to what the draft would change, or why that cannot be told yet. */
function Effect({ shown: { id, issues } }: { readonly shown: ShownDraft }) {
  const t = useDraftingText()
  if (issues.length === 0) return <Go href={draftPath(screenPaths.comingDraft, id)}>{t('effect')}</Go>
  return (
    <>
      {t('effect.notYet', { n: issues.length })} <a href="#cong-bo">{t('effect.missing')}</a>
    </>
  )
}

function Progress({ shown }: { readonly shown: ShownDraft }) {
  const t = useDraftingText()
  const { draft, confirmed } = shown.work
  const all = draft.indicators.length
  const done = draft.indicators.filter(({ key }) => confirmed[key] !== undefined).length
  const doubts = draft.doubts.length
  if (done === all && doubts === 0) return t('draft.sentenceDone', { all })
  return t('draft.sentence', { confirmed: done, all, doubts })
}
