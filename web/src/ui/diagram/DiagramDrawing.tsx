import { useId, useMemo, type KeyboardEvent, type PointerEvent } from 'react'

import { useUiText } from '../language.tsx'

import { fillOf } from '../weave.tsx'
import { placeNames, type Obstacle, type PlacedName } from './labels.ts'
import type { Cell, Layout } from './layout.ts'
import type { Point, Ring } from './plane.ts'
import type { DiagramGroup, DiagramUnit } from './units.ts'

/** Room a number needs about its middle, in pixels. */
const numberRoom = 9
const nameHeight = 17
const nameLetter = 7.6
/** Pixels around the drawing for its outline and for names that lean out. */
const edge = 12

export type DiagramDrawingProps = {
  readonly name: string
  /** Of the text that tells the keys. */
  readonly hintId: string
  readonly layout: Layout
  readonly units: readonly DiagramUnit[]
  readonly groups: readonly DiagramGroup[]
  readonly width: number
  readonly tallest: number
  readonly at: string | undefined
  /** Where the focus lands. */
  readonly first: string | undefined
  readonly isPhone: boolean
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onPoint: (id: string | undefined) => void
  readonly onPress: (event: PointerEvent, id: string) => void
  readonly onOpen: (id: string) => void
}

type Drawn = {
  readonly unit: DiagramUnit
  readonly cell: Cell
  readonly path: string
  readonly hasNumber: boolean
  readonly hasRing: boolean
}

/** Drawn one to one in pixels, so that patterns, lines and letters keep their size on every screen. */
export function DiagramDrawing(props: DiagramDrawingProps) {
  const { layout, units, groups, width, tallest, at, isPhone } = props
  const { box } = layout
  const t = useUiText()
  const id = useId()
  const scale = Math.max(
    0.01,
    Math.min((width - 2 * edge) / (box.right - box.left), (tallest - 2 * edge) / (box.bottom - box.top)),
  )
  const height = (box.bottom - box.top) * scale + 2 * edge

  const drawing = useMemo(() => {
    const toPixels = ([x, y]: Point): Point => [(x - box.left) * scale + edge, (y - box.top) * scale + edge]
    const byId = new Map(layout.cells.map((cell) => [cell.id, cell]))
    const drawn = units.flatMap((unit): Drawn[] => {
      const cell = byId.get(unit.id)
      if (cell === undefined) return []
      const hasNumber = !isPhone && unit.label !== undefined && cell.room * scale >= numberRoom
      return [{ unit, cell, path: pathOf(cell.rings, toPixels), hasNumber, hasRing: hasRing(unit, isPhone) }]
    })
    const lines = (isBetweenGroups: boolean) =>
      layout.borders
        .filter((border) => border.isBetweenGroups === isBetweenGroups)
        .map(({ segment: [from, to] }) => `M${near(toPixels(from))}L${near(toPixels(to))}`)
        .join('')
    return {
      toPixels,
      drawn,
      unitLines: lines(false),
      groupLines: lines(true),
      outline: pathOf(layout.outline, toPixels),
      names: placeNames(namesOf(groups), layout, drawn.flatMap(obstacleOf(scale)), {
        letter: nameLetter / scale,
        height: nameHeight / scale,
      }),
    }
  }, [layout, units, groups, scale, box, isPhone])

  const { toPixels, drawn, names } = drawing
  const focus = drawn.find(({ unit }) => unit.id === at)
  const covered = new Set(
    drawn.filter(({ cell }) => isCovered(cell, names, scale)).map(({ unit }) => unit.id),
  )
  return (
    <svg
      className="ac-diagram-drawing"
      viewBox={`0 0 ${Math.round((box.right - box.left) * scale + 2 * edge)} ${Math.round(height)}`}
      style={{ width: `${Math.round((box.right - box.left) * scale + 2 * edge)}px` }}
      role="listbox"
      aria-roledescription={t('diagram.role')}
      aria-label={props.name}
      aria-describedby={props.hintId}
      aria-activedescendant={at === undefined ? undefined : `${id}${at}`}
      tabIndex={0}
      onKeyDown={props.onKeyDown}
      onFocus={() => props.onPoint(at ?? props.first)}
      onBlur={() => props.onPoint(undefined)}
      onPointerLeave={(event) => {
        if (document.activeElement !== event.currentTarget) props.onPoint(undefined)
      }}
    >
      {drawn.map(({ unit, path }) => (
        <path
          key={unit.id}
          id={`${id}${unit.id}`}
          role="option"
          aria-selected={unit.id === at}
          aria-label={`${unit.fullName}, ${groups.find((group) => group.id === unit.group)?.name ?? ''}: ${unit.says}`}
          d={path}
          fillRule="evenodd"
          fill={fillOf(unit.weave)}
          onPointerMove={() => props.onPoint(unit.id)}
          onPointerDown={(event) => props.onPress(event, unit.id)}
          onClick={() => props.onOpen(unit.id)}
        />
      ))}
      <g aria-hidden>
        <g className="ac-diagram-lines">
          <path className="ac-diagram-unit" d={drawing.unitLines} />
          <path className="ac-diagram-group" d={drawing.groupLines} />
          <path className="ac-diagram-outline" d={drawing.outline} />
        </g>
        {drawn.map((each) => (
          <Mark
            key={each.unit.id}
            drawn={each}
            spot={toPixels(each.cell.spot)}
            room={each.cell.room * scale}
            isNumberHidden={covered.has(each.unit.id)}
          />
        ))}
        {names.map(({ group, text, at: place }) => {
          const [x, y] = toPixels(place)
          return (
            <text key={group} className="ac-diagram-name" x={x} y={y + 4.5}>
              {text}
            </text>
          )
        })}
        {focus !== undefined && (
          <g className="ac-diagram-focus">
            <path d={focus.path} />
            <path d={focus.path} />
          </g>
        )}
      </g>
    </svg>
  )
}

type MarkProps = {
  readonly drawn: Drawn
  readonly spot: Point
  readonly room: number
  readonly isNumberHidden: boolean
}

/** The number, and the ring of the decision. */
function Mark({ drawn: { unit, hasNumber, hasRing }, spot: [x, y], room, isNumberHidden }: MarkProps) {
  const radius = hasNumber
    ? Math.min(11, Math.max(numberRoom + 0.5, room - 1))
    : Math.max(3, Math.min(6, room - 1.5))
  return (
    <g className={`ac-diagram-mark ac-on-${unit.weave}`}>
      {hasRing && <circle cx={x} cy={y} r={radius} />}
      {hasNumber && !isNumberHidden && (
        <text x={x} y={y + 4.2}>
          {unit.label}
        </text>
      )}
    </g>
  )
}

/** On a phone only the rings that say something the fill does not. */
function hasRing(unit: DiagramUnit, isPhone: boolean): boolean {
  return unit.isRecognised && !(isPhone && unit.weave === 'full')
}

function pathOf(rings: readonly Ring[], toPixels: (point: Point) => Point): string {
  return rings.map((ring) => `M${ring.map((point) => near(toPixels(point))).join('L')}Z`).join('')
}

function near([x, y]: Point): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`
}

function namesOf(groups: readonly DiagramGroup[]) {
  return groups.flatMap(({ id, name, isNamed = true }) => (isNamed ? [{ group: id, text: name }] : []))
}

function obstacleOf(scale: number) {
  return ({ cell, hasNumber, hasRing }: Drawn): readonly Obstacle[] => {
    if (!hasNumber && !hasRing) return []
    return [{ at: cell.spot, radius: 10 / scale, weight: hasRing ? 2 : 1 }]
  }
}

/** A number under a name would be half a number: it stays in the table and is read out. */
function isCovered({ spot: [x, y] }: Cell, names: readonly PlacedName[], scale: number): boolean {
  return names.some(({ text, at }) => {
    const half = (text.length * nameLetter) / 2 / scale
    return Math.abs(at[0] - x) < half + 6 / scale && Math.abs(at[1] - y) < (nameHeight / 2 + 3) / scale
  })
}
