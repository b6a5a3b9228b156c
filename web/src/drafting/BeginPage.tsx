import { useQuery } from '@tanstack/react-query'

import { listDrafts } from '@ancu/core/criteria'
import type { EndpointAnswer } from '@ancu/core/kernel'

import { ask } from '../api/ask.ts'
import { Answered } from '../api/FaultPage.tsx'
import { Page } from '../ui/AppShell.tsx'
import { FigureSentence } from '../ui/FigureSentence.tsx'
import { Go } from '../ui/Go.tsx'
import { useFormats } from '../ui/language.tsx'
import { ReadTable, type Column } from '../ui/ReadTable.tsx'
import { Section } from '../ui/Section.tsx'
import { EmptyState } from '../ui/states.tsx'
import { TableFold } from '../ui/TableFold.tsx'
import { AnnexForm } from './AnnexForm.tsx'
import { dayIn } from './days.ts'
import { useDraftingText } from './texts.ts'
import './drafting.css'

/** Brings an annex, and lists the drafts that there are. */
export function BeginPage() {
  const t = useDraftingText()
  const query = useQuery({
    queryKey: ['drafts'],
    queryFn: ({ signal }) => ask(listDrafts, {}, signal),
    staleTime: 0,
    networkMode: 'always',
  })
  return (
    <Page title={t('begin.title')}>
      <FigureSentence size="work">{t('begin.title')}</FigureSentence>
      <p className="ac-lead">{t('begin.lead')}</p>
      <Section heading={t('begin.heading')}>
        <AnnexForm />
      </Section>
      <Section heading={t('list.heading')}>
        <Answered query={query}>{({ drafts }) => <AllDrafts drafts={drafts} />}</Answered>
      </Section>
    </Page>
  )
}

type Row = EndpointAnswer<typeof listDrafts>['drafts'][number]

/** Those that are worked on, and folded below them those that nobody works on any more. */
function AllDrafts({ drafts }: { readonly drafts: readonly Row[] }) {
  const t = useDraftingText()
  const open = drafts.filter(({ published, discarded }) => published === null && !discarded)
  const over = drafts
    .filter((one) => !open.includes(one))
    .toSorted((one, other) => Number(one.discarded) - Number(other.discarded))
  return (
    <>
      {open.length === 0 ? (
        <EmptyState what={t('list.none')} why={t('list.noneWhy')} />
      ) : (
        <Drafts caption={t('list.heading')} drafts={open} />
      )}
      {over.length > 0 && (
        <TableFold name={t('list.over', { n: over.length })} says={t('list.overSays')} isOpened={false}>
          <Drafts caption={t('list.over', { n: over.length })} drafts={over} />
        </TableFold>
      )}
    </>
  )
}

type DraftsProps = { readonly caption: string; readonly drafts: readonly Row[] }

function Drafts({ caption, drafts }: DraftsProps) {
  const t = useDraftingText()
  const format = useFormats()
  const columns: readonly Column<Row>[] = [
    {
      key: 'name',
      head: t('list.name'),
      onPhone: 'title',
      render: ({ id, name }) => (
        <Go href={`/bo-tieu-chi/soan/${id}`}>{name === '' ? t('list.noName') : name}</Go>
      ),
    },
    {
      key: 'file',
      head: t('list.file'),
      onPhone: 'line',
      render: ({ fileName }) => (fileName === '' ? t('pasted') : fileName),
    },
    { key: 'drafter', head: t('list.drafter'), onPhone: 'line', render: ({ drafter }) => drafter },
    {
      key: 'progress',
      head: t('list.progress'),
      onPhone: 'line',
      render: ({ confirmed, indicators, published, discarded }) => {
        if (published !== null) return t('list.published')
        return discarded ? t('list.discarded') : `${format.number(confirmed)}/${format.number(indicators)}`
      },
    },
    {
      key: 'doubts',
      head: t('list.doubts'),
      isNumber: true,
      onPhone: 'line',
      render: ({ doubts }) => format.number(doubts),
    },
    {
      key: 'changed',
      head: t('list.changed'),
      onPhone: 'line',
      render: ({ by, at }) => t('list.changedBy', { by, day: format.day(dayIn(at)) }),
    },
  ]
  return (
    <ReadTable caption={caption} isCaptionHidden columns={columns} rows={drafts} rowKey={({ id }) => id} />
  )
}
