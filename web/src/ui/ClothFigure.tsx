import { useRouter } from '@tanstack/react-router'
import { useId, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'

import {
  columnAt,
  moveCursor,
  pathOf,
  staggerHeads,
  stitch,
  type Cloth,
  type ClothCriterion,
  type ClothCursor,
  type ClothShape,
  type Stitch,
} from './cloth.ts'
import { useUiText } from './language.tsx'
import { useWidth } from './screen.ts'
import { Verdict } from './Verdict.tsx'

export type ClothFigureProps = {
  readonly name: string
  readonly criteria: readonly ClothCriterion[]
  readonly cloth: Cloth
  readonly total: number
  readonly unitHref: (unitId: string, criterion?: string) => string
  readonly onOpenCriterion: (code: string) => void
}

const kinds = [
  'met',
  'basicallyMet',
  'unmet',
  'unknown',
  'notApplicable',
] as const satisfies readonly Stitch[]

/** Pixels a letter of a head takes, on average, at 13 px and weight 600. */
const letterWidth = 7.4

/** The cloth itself: one stop for Tab, arrows walk through it, the stitch under the cursor is spelt out below. */
export function ClothFigure({ name, criteria, cloth, total, unitHref, onOpenCriterion }: ClothFigureProps) {
  const t = useUiText()
  const router = useRouter()
  const id = useId()
  const svg = useRef<SVGSVGElement>(null)
  const [cursor, setCursor] = useState<ClothCursor>()
  const shape: ClothShape = {
    rows: criteria.length,
    columns: cloth.columns.length,
    groupStarts: cloth.heads.map(({ x }) => columnAt(cloth, x)),
  }
  const height = criteria.length * stitch.rowPitch - (stitch.rowPitch - stitch.height)
  const allRows = criteria.map((_, index) => index)
  const at = cursor ?? { row: 0, column: 0 }

  function open() {
    const [criterion, column] = [criteria[at.row], cloth.columns[at.column]]
    if (criterion === undefined) return
    if (column === undefined) onOpenCriterion(criterion.code)
    else router.history.push(unitHref(column.unit.id, criterion.code))
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') {
      open()
      return
    }
    const moved = moveCursor(at, event.key, shape, event.ctrlKey)
    if (moved === undefined) return
    event.preventDefault()
    setCursor(moved)
  }

  /** A pointer right of the stitches is on the counts, left of them on the first stitch of its row. */
  function onPointerMove(event: PointerEvent) {
    const box = svg.current?.getBoundingClientRect()
    if (box === undefined || event.clientY < box.top) return
    const row = Math.min(criteria.length - 1, Math.floor((event.clientY - box.top) / stitch.rowPitch))
    const x = ((event.clientX - box.left) / box.width) * cloth.width
    setCursor({ row, column: event.clientX > box.right + 4 ? shape.columns : columnAt(cloth, x) })
  }

  return (
    <div className="ac-cloth">
      <div
        className="ac-cloth-grid"
        role="grid"
        aria-roledescription={t('cloth.role')}
        aria-label={name}
        aria-describedby={`${id}keys`}
        aria-rowcount={shape.rows}
        aria-colcount={shape.columns + 1}
        aria-activedescendant={`${id}cell`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={() => setCursor(at)}
        onBlur={() => setCursor(undefined)}
        onPointerMove={onPointerMove}
        onPointerLeave={(event) => {
          if (document.activeElement !== event.currentTarget) setCursor(undefined)
        }}
        onClick={open}
      >
        {/* Only the cell under the cursor is in the tree of readers: the others are 1,600 more. */}
        <div role="row" aria-rowindex={at.row + 1} className="ac-sr">
          <div role="gridcell" id={`${id}cell`} aria-colindex={at.column + 1}>
            <Says criteria={criteria} cloth={cloth} cursor={at} total={total} />
          </div>
        </div>
        <ol className="ac-cloth-names" aria-hidden>
          {criteria.map((criterion, row) => (
            <li
              key={criterion.code}
              data-weak={criterion.isWeak === true ? true : undefined}
              data-at={cursor?.row === row ? true : undefined}
            >
              <span>{criterion.name}</span>
              <span className="ac-so">{criterion.code}</span>
            </li>
          ))}
        </ol>
        <div className="ac-cloth-body" style={{ maxWidth: `${cloth.width * 1.3}px` }} aria-hidden>
          <Heads cloth={cloth} at={cursor?.column} />
          <svg
            ref={svg}
            viewBox={`0 0 ${cloth.width} ${height}`}
            preserveAspectRatio="none"
            style={{ height: `${height}px` }}
          >
            <Crosshair cloth={cloth} cursor={cursor} height={height} />
            {kinds.map((kind) => (
              <path key={kind} className={`ac-stitch-${kind}`} d={pathOf(cloth, kind, allRows)} />
            ))}
            <Cursor cloth={cloth} cursor={cursor} />
          </svg>
        </div>
        <ol className="ac-cloth-counts ac-so" aria-hidden>
          {criteria.map((criterion, row) => (
            <li
              key={criterion.code}
              data-at={cursor?.row === row && cursor.column === shape.columns ? true : undefined}
            >
              {criterion.met}
            </li>
          ))}
        </ol>
      </div>
      <p className="ac-cloth-says ac-small ac-noprint" aria-live="polite">
        {cursor === undefined ? (
          t('cloth.order', { total })
        ) : (
          <Says criteria={criteria} cloth={cloth} cursor={cursor} total={total} />
        )}
      </p>
      <p className="ac-sr" id={`${id}keys`}>
        {t('cloth.keys')}
      </p>
    </div>
  )
}

type SaysProps = Pick<ClothFigureProps, 'criteria' | 'cloth' | 'total'> & { readonly cursor: ClothCursor }

/** The stitch in words. */
function Says({ criteria, cloth, cursor, total }: SaysProps) {
  const t = useUiText()
  const [criterion, column] = [criteria[cursor.row], cloth.columns[cursor.column]]
  if (criterion === undefined) return null
  if (column === undefined) {
    const { code, name, met } = criterion
    return <>{t('cloth.count', { code, criterion: name, met, total })}</>
  }
  return (
    <>
      <b>
        {column.unit.name}, {column.group.fullName}
      </b>
      {' · '}
      {criterion.code}. {criterion.name}: <Verdict kind={column.unit.stitches[cursor.row] ?? 'unknown'} />
    </>
  )
}

function Heads({ cloth, at }: { readonly cloth: Cloth; readonly at: number | undefined }) {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box, 890)
  const scale = width / cloth.width
  const lines = staggerHeads(
    cloth.heads.map(({ group, x }) => ({ from: x * scale, width: group.name.length * letterWidth })),
    6,
  )
  const here = at === undefined ? undefined : cloth.columns[at]?.group
  return (
    <div ref={box} className="ac-cloth-heads" data-two={lines.includes(1) ? true : undefined}>
      {cloth.heads.map(({ group, x }, index) => (
        <span
          key={group.id}
          data-line={lines[index]}
          data-at={here === group ? true : undefined}
          style={{ left: `${(x / cloth.width) * 100}%` }}
        >
          {group.name}
        </span>
      ))}
    </div>
  )
}

type CursorProps = { readonly cloth: Cloth; readonly cursor: ClothCursor | undefined }

function Crosshair({ cloth, cursor, height }: CursorProps & { readonly height: number }) {
  if (cursor === undefined) return null
  const column = cloth.columns[cursor.column]
  return (
    <g className="ac-cloth-cross">
      <rect x={-2} y={cursor.row * stitch.rowPitch - 1.5} width={cloth.width + 4} height={stitch.rowPitch} />
      {column !== undefined && <rect x={column.x - 0.8} y={-2} width={stitch.pitch} height={height + 4} />}
    </g>
  )
}

function Cursor({ cloth, cursor }: CursorProps) {
  const column = cursor === undefined ? undefined : cloth.columns[cursor.column]
  if (cursor === undefined || column === undefined) return null
  const place = {
    x: column.x - 1.5,
    y: cursor.row * stitch.rowPitch - 1.5,
    width: stitch.width + 3,
    height: stitch.rowPitch,
  }
  return (
    <g className="ac-cloth-cursor">
      <rect {...place} />
      <rect {...place} />
    </g>
  )
}
