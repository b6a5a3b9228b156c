import { useMemo } from 'react'

import { overview } from '@ancu/core/standing'

import { useAnswer } from '../../api/answers.ts'
import { useChange, useExtra, useMoment } from '../../api/Moment.tsx'
import { BandBar, type Band } from '../../ui/BandBar.tsx'
import { UnitDiagram } from '../../ui/diagram/UnitDiagram.tsx'
import type { DiagramUnit } from '../../ui/diagram/units.ts'
import { Loading } from '../../ui/states.tsx'
import { useNaming } from '../../units/names.ts'
import { isUntold, type ComparedUnit, type Comparison } from './answers.ts'
import { lostBands, lostWeave } from './bands.ts'
import { useCompareText } from './texts.ts'
import { useUnitHref } from './unit-href.ts'
import { useUnitWord } from './unit-word.ts'

/** Fewer units are no picture. */
const fewestDrawn = 3

export type UnitsDrawnProps = {
  readonly comparison: Comparison
  /** What is read out of a unit of which both sides say something. */
  readonly tell: (unit: ComparedUnit) => string
}

/** The communes drawn by what they lose, the bar of bands as their key; other units have no points to draw. */
export function UnitsDrawn({ comparison, tell }: UnitsDrawnProps) {
  const t = useCompareText()
  const { units, isUnderway } = useDiagramUnits(comparison, tell)
  const groups = useDiagramGroups(comparison)
  const word = useUnitWord(comparison)
  const unitHref = useUnitHref(comparison)
  const n = comparison.units.length
  return (
    <div className="ac-compare-drawn">
      {isUnderway && <Loading />}
      {units.length >= fewestDrawn && (
        <UnitDiagram
          name={t('drawn.name', { n: units.length, units: word(units.length) })}
          units={units}
          groups={groups}
          unitHref={unitHref}
          cellsSay={t('drawn.cells')}
          tallest={520}
          isIllustrative={comparison.illustrative}
        />
      )}
      <BandBar name={t('drawn.name', { n, units: word(n) })} bands={useBands(comparison.units)} unit={word} />
    </div>
  )
}

function useBands(units: readonly ComparedUnit[]): readonly Band[] {
  const t = useCompareText()
  const change = useChange()
  const only = useExtra('only')
  const untold = units.filter(isUntold).length
  const bands = lostBands.map(({ from, to, weave }): Band => {
    const label =
      to === 0
        ? t('drawn.band.none')
        : to === Infinity
          ? t('drawn.band.over', { from })
          : t('drawn.band.between', { from, to })
    return { key: weave, weave, label, count: units.filter((unit) => lostWeave(unit) === weave).length }
  })
  if (untold === 0) return bands
  const toggle = () => change({ only: only === 'untold' ? undefined : 'untold' }, { replace: true })
  return [
    ...bands,
    { key: 'unknown', weave: 'unknown', label: t('drawn.band.unknown'), count: untold, onOpen: toggle },
  ]
}

function useDiagramUnits(comparison: Comparison, tell: UnitsDrawnProps['tell']) {
  const t = useCompareText()
  const { title } = useNaming()
  const { askedWhen, area } = useMoment()
  const { units, unit: place } = comparison
  const query = useAnswer(
    overview,
    { ...askedWhen, ...(area === undefined ? {} : { unit: area }) },
    { enabled: units.some(({ kind }) => kind === 'commune') },
  )
  const rows = query.data?.rows
  const drawn = useMemo(() => {
    const points = new Map<string, NonNullable<typeof rows>[number]['point']>(
      (rows ?? []).map(({ id, point }) => [id, point]),
    )
    return units.flatMap((unit): DiagramUnit[] => {
      const point = points.get(unit.id)
      if (point == null) return []
      const { lost, ranks } = unit
      const recognised = ranks.length > 0 ? t('drawn.says.recognised') : ''
      return [
        {
          id: unit.id,
          name: unit.name,
          fullName: title(unit),
          lon: point.longitude,
          lat: point.latitude,
          group: unit.district ?? place.id,
          weave: lostWeave(unit),
          isRecognised: ranks.length > 0,
          says: isUntold(unit) ? t('drawn.says.unknown', { recognised }) : tell(unit) + recognised,
          ...(isUntold(unit) ? {} : { label: String(lost) }),
        },
      ]
    })
  }, [units, rows, place.id, t, title, tell])
  return { units: drawn, isUnderway: query.isLoading }
}

function useDiagramGroups({ areas, unit }: Comparison) {
  const { named } = useNaming()
  return useMemo(
    () => [
      ...areas.map((area) => ({ id: area.unit.id, name: area.unit.name, isNamed: areas.length > 1 })),
      ...(areas.some((area) => area.unit.id === unit.id)
        ? []
        : [{ id: unit.id, name: named(unit), isNamed: false }]),
    ],
    [areas, unit, named],
  )
}
