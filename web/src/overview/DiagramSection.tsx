import { useCallback, useMemo, useState } from 'react'

import { useMoment } from '../api/Moment.tsx'
import { isJudged, type CommuneRow, type Overview } from '../standing/answers.ts'
import { drawnBands, inheritedWeaveOf, inheritedWeaves, weaveOf } from '../standing/bands.ts'
import { filterRows, inherited, type RowFilter } from '../standing/filter.ts'
import { RowsPanel } from '../standing/RowsPanel.tsx'
import { BandBar, type Band } from '../ui/BandBar.tsx'
import { UnitDiagram } from '../ui/diagram/UnitDiagram.tsx'
import type { DiagramUnit } from '../ui/diagram/units.ts'
import { OpenedSource } from '../ui/OpenedSource.tsx'
import { useNaming } from '../units/names.ts'
import { useOverviewText } from './texts.ts'

/** Units from one point each, with the bar of bands as their key; new units are drawn by what they inherit. */
export function UnitsDrawn({ overview }: { readonly overview: Overview }) {
  const t = useOverviewText()
  const { href } = useMoment()
  const inherits = isInherited(overview)
  const units = useDiagramUnits(overview, inherits)
  const groups = useDiagramGroups(overview)
  const unitHref = useCallback((unit: string) => href(`/don-vi/${unit}`), [href])
  const drawn = units.length > 2
  return (
    <>
      {drawn && (
        <UnitDiagram
          name={
            inherits
              ? t('diagram.nameInherited', { n: units.length })
              : t('diagram.name', { n: units.length })
          }
          units={units}
          groups={groups}
          unitHref={unitHref}
          cellsSay={inherits ? t('diagram.cellsInherited') : t('diagram.cells')}
          isIllustrative={overview.illustrative}
        />
      )}
      {inherits ? <InheritedBar overview={overview} /> : <StandingBar overview={overview} />}
    </>
  )
}

/** Whether what the units of an area were made of says more than their own verdicts, of which most are unknown. */
export function isInherited(overview: Overview): boolean {
  const { criteriaUnknown, total } = overview.communes
  return (
    criteriaUnknown * 2 > overview.criteria.length * total &&
    overview.rows.some((row) => inherited(row) !== undefined)
  )
}

function useDiagramUnits(overview: Overview, inherits: boolean): readonly DiagramUnit[] {
  const { title } = useNaming()
  const says = useSays(overview, inherits)
  return useMemo(
    () =>
      overview.rows.flatMap((row): DiagramUnit[] => {
        if (row.point === null) return []
        const label = labelOf(row, inherits)
        return [
          {
            id: row.id,
            name: row.name,
            fullName: title(row),
            lon: row.point.longitude,
            lat: row.point.latitude,
            group: row.district ?? overview.unit.id,
            weave: inherits ? inheritedWeaveOf(overview, row) : weaveOf(overview, row),
            isRecognised: row.ranks.length > 0,
            says: says(row),
            ...(label === undefined ? {} : { label }),
          },
        ]
      }),
    [overview, inherits, title, says],
  )
}

function labelOf(row: CommuneRow, inherits: boolean): string | undefined {
  const old = inherits ? inherited(row) : undefined
  if (old !== undefined) return `${old.met}/${old.of}`
  return isJudged(row) && row.least === row.most ? String(row.least) : undefined
}

/** What is read out of a unit. */
function useSays(overview: Overview, inherits: boolean): (row: CommuneRow) => string {
  const t = useOverviewText()
  return useCallback(
    (row) => {
      const recognised = row.ranks.length > 0 ? t('says.recognised') : ''
      const old = inherited(row)
      if (inherits && old !== undefined) return t('says.inherited', { ...old, recognised })
      if (!row.applicable) return t('says.outside')
      if (!isJudged(row)) return t('says.unknown', { recognised })
      const full = overview.criteria.length
      return row.least === row.most
        ? t('says.met', { met: row.least, full, recognised })
        : t('says.between', { least: row.least, most: row.most, full, recognised })
    },
    [t, overview, inherits],
  )
}

function useDiagramGroups(overview: Overview) {
  const { named } = useNaming()
  return useMemo(
    () => [
      ...overview.districts.map((district) => ({
        id: district.id,
        name: district.name,
        isNamed: overview.districts.length > 1,
      })),
      { id: overview.unit.id, name: named(overview.unit), isNamed: false },
    ],
    [overview, named],
  )
}

type OpenedBand = { readonly label: string; readonly filter: RowFilter }

function StandingBar({ overview }: { readonly overview: Overview }) {
  const t = useOverviewText()
  const [opened, setOpened] = useState<OpenedBand>()
  const { communes, criteria } = overview
  const band = (key: string, weave: Band['weave'], label: string, filter: RowFilter): Band => ({
    key,
    weave,
    label,
    count: filterRows(overview, filter).length,
    onOpen: () => setOpened({ label, filter }),
  })
  const bands = drawnBands(communes.bands).map(({ key, weave, from, to }) => {
    const label =
      from === criteria.length
        ? t('bands.full', { from })
        : from === 0
          ? t('bands.under', { to: to + 1 })
          : t('bands.between', { from, to })
    return band(key, weave, label, { band: key })
  })
  const unknown = band('unknown', 'unknown', t('bands.unknown'), { band: 'unknown' })
  const outside = band('outside', 'outside', t('bands.outside'), { counted: 'no' })
  const ring = { ...band('ring', 'full', t('bands.ring'), { recognised: 'yes' }), weave: 'ring' as const }
  return (
    <Bar
      overview={overview}
      name={t('bands.name', { total: communes.total })}
      bands={communes.bandUndetermined > 0 ? [...bands, unknown] : bands}
      others={outside.count > 0 ? [outside, ring] : [ring]}
      opened={opened}
      onClose={() => setOpened(undefined)}
    />
  )
}

function InheritedBar({ overview }: { readonly overview: Overview }) {
  const t = useOverviewText()
  const [opened, setOpened] = useState<OpenedBand>()
  const bands = (['all', 'some', 'none'] as const).map((share): Band => {
    const filter = { inherits: share }
    const label = t(`inherits.${share}`)
    return {
      key: share,
      weave: inheritedWeaves[share],
      label,
      count: filterRows(overview, filter).length,
      onOpen: () => setOpened({ label, filter }),
    }
  })
  const rest = overview.rows.filter((row) => inherited(row) === undefined)
  const unknown = rest.filter((row) => isJudged(row) && row.least < row.most).length
  const outside = rest.filter(({ applicable }) => !applicable).length
  const others = [
    { key: 'unknown', weave: 'unknown' as const, label: t('inherits.rest'), count: unknown },
    { key: 'outside', weave: 'outside' as const, label: t('bands.outside'), count: outside },
  ].filter(({ count }) => count > 0)
  return (
    <Bar
      overview={overview}
      name={t('inherits.name')}
      bands={bands}
      others={others}
      opened={opened}
      onClose={() => setOpened(undefined)}
    />
  )
}

type BarProps = {
  readonly overview: Overview
  readonly name: string
  readonly bands: readonly Band[]
  readonly others: Parameters<typeof BandBar>[0]['others']
  readonly opened: OpenedBand | undefined
  readonly onClose: () => void
}

function Bar({ overview, name, bands, others = [], opened, onClose }: BarProps) {
  const t = useOverviewText()
  return (
    <>
      <BandBar name={name} bands={bands} others={others} unit={(n) => t('bands.unit', { n })} />
      {opened !== undefined && (
        <OpenedSource key={opened.label} onClose={onClose}>
          <RowsPanel
            overview={overview}
            filter={opened.filter}
            title={t('bands.title', { n: filterRows(overview, opened.filter).length, label: opened.label })}
            rule={t('bands.rule')}
          />
        </OpenedSource>
      )}
    </>
  )
}
