import type { ReactNode } from 'react'

import { Answered } from '../api/FaultPage.tsx'
import { useMoment } from '../api/Moment.tsx'
import type { Overview } from '../standing/answers.ts'
import { useAsOf } from '../standing/RowsPanel.tsx'
import { useVillages, type VillageRow } from '../standing/register.ts'
import { Go } from '../ui/Go.tsx'
import { useFormats, useLanguage } from '../ui/language.tsx'
import { OpenNumber } from '../ui/OpenNumber.tsx'
import { Section } from '../ui/Section.tsx'
import { SourcePanel, type SourcePart } from '../ui/SourcePanel.tsx'
import { SourcePlace } from '../ui/SourcePlace.tsx'
import { withNodes } from '../ui/words.tsx'
import { useNaming } from '../units/names.ts'
import { useOverviewText } from './texts.ts'

type VillageTotals = Overview['villages']
type VillageKind = keyof VillageTotals

const isMinority = ({ groups }: VillageRow) => groups.some(({ group }) => group === 'ethnic-minority')
const isPilot = ({ groups }: VillageRow) => groups.some(({ group }) => group === 'village-pilot')
const isRecognised = ({ ranks }: VillageRow) => ranks.includes('villageNtm')

const isOf = {
  total: () => true,
  ethnicMinority: isMinority,
  recognised: isRecognised,
  recognisedEthnicMinority: (row) => isRecognised(row) && isMinority(row),
  model: ({ ranks }) => ranks.includes('villageModel'),
  pilots: isPilot,
  recognisedPilots: (row) => isRecognised(row) && isPilot(row),
} as const satisfies Record<VillageKind, (row: VillageRow) => boolean>

/** More than so many villages are told by commune. */
const mostOneByOne = 120

/** Villages and urban groups: how many, where, and which hold a recognition. */
export function VillagesSection({ overview }: { readonly overview: Overview }) {
  const t = useOverviewText()
  const { villages } = overview
  if (villages.total === 0) return null
  const number = (kind: VillageKind) => <VillageNumber overview={overview} kind={kind} />
  return (
    <Section
      heading={
        villages.recognised + villages.model === 0
          ? t('villages.none')
          : t('villages.heading', {
              recognised: villages.recognised,
              model: villages.model,
              n: villages.recognised,
            })
      }
    >
      <SourcePlace>
        <p className="ac-lead">
          {withNodes(t, 'villages.all', { total: number('total'), minority: number('ethnicMinority') })}{' '}
          {villages.recognised + villages.model > 0 &&
            withNodes(
              t,
              'villages.recognised',
              { recognised: number('recognised'), model: number('model') },
              { n: villages.recognised, m: villages.model },
            )}{' '}
          {villages.pilots > 0 &&
            withNodes(
              t,
              'villages.pilots',
              { pilots: number('pilots'), done: number('recognisedPilots') },
              { n: villages.pilots, d: villages.recognisedPilots },
            )}
        </p>
      </SourcePlace>
    </Section>
  )
}

function VillageNumber({
  overview,
  kind,
}: {
  readonly overview: Overview
  readonly kind: VillageKind
}): ReactNode {
  const t = useOverviewText()
  const format = useFormats()
  const n = overview.villages[kind]
  if (n === 0) return format.number(0)
  const title = t(`villages.count.${kind}`, { n })
  return (
    <OpenNumber
      means={t('villages.opens', { title })}
      renderSource={() => <VillagesPanel overview={overview} kind={kind} title={title} />}
    >
      {format.number(n)}
    </OpenNumber>
  )
}

function VillagesPanel({
  overview,
  kind,
  title,
}: {
  readonly overview: Overview
  readonly kind: VillageKind
  readonly title: string
}) {
  const t = useOverviewText()
  const { area } = useMoment()
  const asOf = useAsOf(overview)
  const query = useVillages(area, true)
  const parts = useParts(query.data?.filter(isOf[kind]) ?? [])
  return (
    <SourcePanel
      title={title}
      rule={t(`villages.rule.${kind}`)}
      asOf={asOf}
      parts={parts}
      actions={query.data === undefined ? <Answered query={query}>{() => null}</Answered> : undefined}
      isIllustrative={query.data?.some(({ nameIllustrative }) => nameIllustrative) ?? false}
    />
  )
}

function useParts(rows: readonly VillageRow[]): readonly SourcePart[] {
  const { href } = useMoment()
  const { title } = useNaming()
  const { language } = useLanguage()
  const format = useFormats()
  const t = useOverviewText()
  if (rows.length <= mostOneByOne) {
    return rows.map((row) => ({
      key: row.id,
      label: <Go href={href(`/don-vi/${row.id}`)}>{title(row)}</Go>,
      value: <span className="ac-small">{placeAbove(row.place[language])}</span>,
    }))
  }
  const byCommune = Map.groupBy(rows, ({ parent }) => parent ?? '')
  return [...byCommune].map(([parent, inside]) => ({
    key: parent,
    label: <Go href={href(`/don-vi/${parent}`)}>{placeAbove(inside[0]?.place[language] ?? '')}</Go>,
    value: t('villages.inCommune', { n: inside.length, count: format.number(inside.length) }),
  }))
}

/** "xã Đắk Long, huyện Đắk Glei" of "thôn …, xã Đắk Long, huyện Đắk Glei, tỉnh Kon Tum". */
function placeAbove(place: string): string {
  const parts = place.split(', ')
  return parts.slice(1, Math.max(2, parts.length - 1)).join(', ')
}
