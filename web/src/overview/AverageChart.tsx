import { useRef, useState } from 'react'

import { useMoment } from '../api/Moment.tsx'
import type { Overview } from '../standing/answers.ts'
import { oneDecimal } from '../standing/headline.ts'
import { Go } from '../ui/Go.tsx'
import { useFormats } from '../ui/language.tsx'
import { ReadTable, type Column } from '../ui/ReadTable.tsx'
import { useWidth } from '../ui/screen.ts'
import { Unknown } from '../ui/Verdict.tsx'
import { stretchesOf, type Stretch } from './findings.ts'
import { useOverviewText } from './texts.ts'
import './average-chart.css'

type Point = Overview['series'][number]
type Known = Point & { readonly averageCriteria: number }

const height = 168
const box = { top: 22, bottom: 28, left: 6, right: 34 }

/** Averages at the days the province reported; where the set changed the line stops and a new one begins. */
export function AverageChart({ overview }: { readonly overview: Overview }) {
  const t = useOverviewText()
  const place = useRef<HTMLDivElement>(null)
  const width = useWidth(place, 372)
  const [isTable, setTable] = useState(false)
  const stretches = stretchesOf(overview.series)
  if (overview.series.filter(isKnown).length < 2) return null
  return (
    <figure className="ac-average">
      <figcaption className="ac-small">
        <b>{t('chart.title')}</b> {stretches.length > 1 && t('chart.gap')}
      </figcaption>
      <div ref={place}>
        <Drawing stretches={stretches} width={width} full={overview.criteria.length} />
      </div>
      <button
        type="button"
        className="ac-act ac-note-text ac-noprint"
        aria-expanded={isTable}
        onClick={() => setTable(!isTable)}
      >
        {isTable ? t('chart.hideTable') : t('chart.showTable')}
      </button>
      {isTable && <SeriesTable series={overview.series} />}
    </figure>
  )
}

type DrawingProps = { readonly stretches: readonly Stretch[]; readonly width: number; readonly full: number }

function Drawing({ stretches, width, full }: DrawingProps) {
  const t = useOverviewText()
  const format = useFormats()
  const setName = useSetName()
  const days = stretches.flatMap(({ points }) => points.map(({ on }) => dayNumber(on)))
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const values = stretches.flatMap(({ points }) =>
    points.flatMap(({ averageCriteria }) => averageCriteria ?? []),
  )
  const [low, high] = [Math.max(0, Math.min(...values) - 2), Math.min(full, Math.max(...values) + 1)]
  const x = (on: string) =>
    box.left + ((dayNumber(on) - first) / Math.max(1, last - first)) * (width - box.left - box.right)
  const y = (value: number) =>
    box.top + (1 - (value - low) / Math.max(1, high - low)) * (height - box.top - box.bottom)
  const says = stretches
    .map(({ set, points }) => {
      const known = points.filter(isKnown)
      const [one, other] = [known[0], known.at(-1)]
      if (one === undefined || other === undefined) return ''
      return t('chart.says', {
        set: setName(set),
        from: format.day(one.on),
        first: format.number(oneDecimal(one.averageCriteria)),
        until: format.day(other.on),
        last: format.number(oneDecimal(other.averageCriteria)),
      })
    })
    .join(' ')
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={says}>
      <path className="ac-average-axis" d={`M0 ${height - box.bottom + 6}H${width}`} />
      {yearsBetween(stretches).map(({ on, text, anchor }) => (
        <text
          key={text}
          className="ac-average-tick"
          x={anchor === 'start' ? 0 : x(on)}
          y={height - 6}
          textAnchor={anchor}
        >
          {text}
        </text>
      ))}
      {stretches.map((stretch, index) => (
        <Line
          key={stretch.set}
          stretch={stretch}
          isLast={index === stretches.length - 1}
          x={x}
          y={y}
          hasRule={index > 0}
        />
      ))}
    </svg>
  )
}

type LineProps = {
  readonly stretch: Stretch
  readonly isLast: boolean
  readonly hasRule: boolean
  readonly x: (on: string) => number
  readonly y: (value: number) => number
}

function Line({ stretch, isLast, hasRule, x, y }: LineProps) {
  const format = useFormats()
  const points = stretch.points.filter(isKnown)
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return null
  const at = ({ on, averageCriteria }: Known) => `${x(on).toFixed(1)} ${y(averageCriteria).toFixed(1)}`
  const label = (point: Known, anchor: 'start' | 'middle' | 'end', className: string) => (
    <text className={className} x={x(point.on)} y={y(point.averageCriteria) - 9} textAnchor={anchor}>
      {format.number(oneDecimal(point.averageCriteria))}
    </text>
  )
  return (
    <g className={isLast ? 'ac-average-now' : 'ac-average-past'}>
      {hasRule && (
        <path
          className="ac-average-rule"
          d={`M${x(first.on) - 8} ${box.top - 14}V${height - box.bottom + 6}`}
        />
      )}
      <path className="ac-average-line" d={`M${points.map(at).join('L')}`} />
      {points.map((point) => (
        <circle key={point.on} cx={x(point.on)} cy={y(point.averageCriteria)} r={3} />
      ))}
      {points.length > 1 && label(first, 'start', 'ac-average-label')}
      {label(
        last,
        isLast ? 'middle' : 'end',
        isLast ? 'ac-average-label ac-average-last' : 'ac-average-label',
      )}
    </g>
  )
}

function SeriesTable({ series }: { readonly series: Overview['series'] }) {
  const t = useOverviewText()
  const format = useFormats()
  const setName = useSetName()
  const { href, dayWord } = useMoment()
  const columns: readonly Column<Point>[] = [
    {
      key: 'on',
      head: t('chart.day'),
      render: (point) => (
        <>
          <Go href={href('/', { on: dayWord(point.on) })}>{format.day(point.on)}</Go>
          {isFirstOfItsSet(series, point) && (
            <span className="ac-small ac-average-set">{setName(point.set)}</span>
          )}
        </>
      ),
    },
    {
      key: 'average',
      head: t('chart.average'),
      render: ({ averageCriteria }) =>
        averageCriteria === null ? <Unknown /> : format.number(oneDecimal(averageCriteria)),
      isNumber: true,
    },
    {
      key: 'meeting',
      head: t('chart.meeting'),
      render: ({ meeting, total }) => `${meeting}/${total}`,
      isNumber: true,
    },
    {
      key: 'recognised',
      head: t('chart.recognised'),
      render: ({ recognised }) => recognised,
      isNumber: true,
    },
  ]
  return (
    <ReadTable
      caption={t('chart.title')}
      isCaptionHidden
      columns={columns}
      rows={series}
      rowKey={({ on }) => on}
    />
  )
}

/** Short name of a set held by the program. */
function useSetName(): (id: string) => string {
  const { world } = useMoment()
  return (id) => world.sets.find((set) => set.id === id)?.name.short ?? id
}

/** Says the set once, where it begins to judge. */
function isFirstOfItsSet(series: Overview['series'], point: Point): boolean {
  return series.find(({ set }) => set === point.set) === point
}

function isKnown(point: Point): point is Known {
  return point.averageCriteria !== null
}

/** Years at the two ends and where a new set begins; no more than three. */
function yearsBetween(
  stretches: readonly Stretch[],
): readonly { readonly on: string; readonly text: string; readonly anchor: 'start' | 'middle' | 'end' }[] {
  const firsts = stretches.flatMap(({ points }) => points[0]?.on ?? [])
  const [first, last] = [firsts[0], stretches.at(-1)?.points.at(-1)?.on]
  if (first === undefined || last === undefined) return []
  const middle = firsts.length > 1 ? firsts.at(-1) : undefined
  const ticks = [
    { on: first, text: first.slice(0, 4), anchor: 'start' as const },
    ...(middle === undefined ? [] : [{ on: middle, text: middle.slice(0, 4), anchor: 'middle' as const }]),
    { on: last, text: last.slice(0, 4), anchor: 'middle' as const },
  ]
  return ticks.filter(({ text }, index) => ticks.findIndex((other) => other.text === text) === index)
}

/** Days since 1970, for distances only. */
function dayNumber(on: string): number {
  return Date.parse(`${on}T00:00:00Z`) / 86_400_000
}
