import { useMemo } from 'react'

import { Answered } from '../../api/FaultPage.tsx'
import { useMoment } from '../../api/Moment.tsx'
import { Go } from '../../ui/Go.tsx'
import { ReadTable, type Column } from '../../ui/ReadTable.tsx'
import { Section } from '../../ui/Section.tsx'
import { Sign } from '../../ui/Sign.tsx'
import { Illustrative } from '../../ui/Verdict.tsx'
import { useGroupWord } from '../../units/groups.ts'
import { useNaming } from '../../units/names.ts'
import { useVillages, type VillageRow } from '../register.ts'
import { useStandingText, type StandingSay } from '../texts.ts'

function headingOf(rows: readonly VillageRow[], t: StandingSay): string {
  const recognised = rows.filter(({ ranks }) => ranks.length > 0).length
  return recognised === 0
    ? t('village.headingNone', { n: rows.length })
    : t('village.heading', { n: rows.length, recognised })
}

/** Villages of a commune with what each holds and the groups it is in. */
export function VillageSection({ unit }: { readonly unit: string }) {
  const t = useStandingText()
  const { href } = useMoment()
  const { title } = useNaming()
  const groupWord = useGroupWord()
  const query = useVillages(unit)
  const columns = useMemo(
    (): readonly Column<VillageRow>[] => [
      {
        key: 'name',
        head: t('village.name'),
        render: (row) => <Go href={href(`/don-vi/${row.id}`)}>{title(row)}</Go>,
        sortBy: ({ name }) => name,
      },
      {
        key: 'rank',
        head: t('village.rank'),
        render: ({ ranks }) =>
          ranks.length === 0 ? (
            <span className="ac-silent">{t('village.noRank')}</span>
          ) : (
            <>
              <Sign kind="recognised" /> {ranks.map((rank) => t(`rankName.${rank}`)).join(', ')}
            </>
          ),
        sortBy: ({ ranks }) => (ranks.length === 0 ? undefined : ranks.join(' ')),
      },
      {
        key: 'groups',
        head: t('village.groups'),
        render: ({ groups }) => {
          const words = groups.map(({ group }) => groupWord(group))
          return words.length === 0 ? undefined : words.join(', ')
        },
      },
    ],
    [t, href, title, groupWord],
  )
  return (
    <Answered query={query}>
      {(rows) =>
        rows.length === 0 ? null : (
          <Section heading={headingOf(rows, t)}>
            <ReadTable
              caption={t('village.caption')}
              isCaptionHidden
              columns={columns}
              rows={rows}
              rowKey={({ id }) => id}
            />
            {rows.some(({ nameIllustrative }) => nameIllustrative) && (
              <p className="ac-foot">
                <Illustrative />
              </p>
            )}
          </Section>
        )
      }
    </Answered>
  )
}
