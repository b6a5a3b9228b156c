import { useRouter } from '@tanstack/react-router'
import { useId, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'

import { useUiText } from '../language.tsx'
import { useIsPhone, useWidth } from '../screen.ts'
import { Illustrative } from '../Verdict.tsx'
import { DiagramDrawing } from './DiagramDrawing.tsx'
import { DiagramTable } from './DiagramTable.tsx'
import { communeScale, layOut } from './layout.ts'
import type { OutlineOptions } from './outline.ts'
import { jumpTo, stepTowards } from './steps.ts'
import type { DiagramGroup, DiagramUnit } from './units.ts'
import './diagram.css'

export type UnitDiagramProps = {
  /** Name of the figure: "102 đơn vị cấp xã theo số tiêu chí đạt". */
  readonly name: string
  readonly units: readonly DiagramUnit[]
  readonly groups: readonly DiagramGroup[]
  readonly unitHref: (unitId: string) => string
  /** What the text in the cells is: "Số trong ô: tiêu chí đạt." */
  readonly cellsSay: string
  readonly scale?: OutlineOptions
  /** Pixels; the drawing is as wide as its place, but never higher than this. */
  readonly tallest?: number
  readonly isIllustrative?: boolean
}

/** Letters typed within this many milliseconds belong to one name. */
const typingPause = 900

/** The units of an area drawn from one point each, neighbours staying neighbours: a diagram, no map. */
export function UnitDiagram(props: UnitDiagramProps) {
  const {
    name,
    units,
    groups,
    unitHref,
    cellsSay,
    scale = communeScale,
    tallest = 660,
    isIllustrative = false,
  } = props
  const t = useUiText()
  const router = useRouter()
  const isPhone = useIsPhone()
  const place = useRef<HTMLDivElement>(null)
  const width = useWidth(place, 560)
  const typed = useRef({ text: '', at: 0 })
  const touched = useRef(false)
  const hintId = useId()
  const [at, setAt] = useState<string>()
  const [isTable, setTable] = useState(false)
  const layout = useMemo(() => layOut(units, scale), [units, scale])
  const inReadingOrder = useMemo(() => byGroup(units, groups), [units, groups])
  const unit = units.find(({ id }) => id === at)

  function open(id: string) {
    router.history.push(unitHref(id))
  }

  function onKeyDown(event: KeyboardEvent) {
    const here = at ?? inReadingOrder[0]?.id
    if (here === undefined) return
    if (event.key === 'Enter') {
      open(here)
      return
    }
    const next =
      /^[\p{L} ]$/u.test(event.key) && !event.ctrlKey && !event.metaKey
        ? jump(event)
        : stepTowards(layout, here, event.key)
    if (next === undefined && !event.key.startsWith('Arrow')) return
    event.preventDefault()
    setAt(next ?? here)
  }

  function jump(event: KeyboardEvent): string | undefined {
    const isNew = event.timeStamp - typed.current.at > typingPause
    const text = isNew ? event.key : typed.current.text + event.key
    typed.current = { text, at: event.timeStamp }
    // A longer beginning may still be the unit we stand on; a new one looks further.
    const before = inReadingOrder.findIndex(({ id }) => id === at) - 1
    return jumpTo(inReadingOrder, text, isNew ? at : inReadingOrder.at(before)?.id)
  }

  /** A finger first reads the unit, and opens it when it touches it again; a mouse has read it on the way. */
  function onPress(event: PointerEvent, id: string) {
    touched.current = event.pointerType === 'touch' && at !== id
    setAt(id)
  }

  return (
    <figure className="ac-diagram">
      <div ref={place}>
        <DiagramDrawing
          name={name}
          hintId={hintId}
          layout={layout}
          units={units}
          groups={groups}
          width={width}
          tallest={tallest}
          at={at}
          isPhone={isPhone}
          onKeyDown={onKeyDown}
          onPoint={setAt}
          onPress={onPress}
          onOpen={(id) => {
            if (!touched.current) open(id)
          }}
          first={inReadingOrder[0]?.id}
        />
        <p className="ac-diagram-says ac-small ac-noprint" aria-live="polite">
          {unit === undefined ? (
            t('diagram.hint')
          ) : (
            <>
              <b>
                {unit.fullName}, {groups.find(({ id }) => id === unit.group)?.name}
              </b>
              {' · '}
              {unit.says}
            </>
          )}
        </p>
      </div>
      <p className="ac-sr" id={hintId}>
        {t('diagram.keys')}
      </p>
      <figcaption className="ac-note-text ac-diagram-caption">
        <span>
          {t('diagram.noMap')} {isPhone ? '' : cellsSay}
        </span>
        {isIllustrative && <Illustrative />}
        <button
          type="button"
          className="ac-act ac-noprint"
          aria-expanded={isTable}
          onClick={() => setTable(!isTable)}
        >
          {isTable ? t('hideTable') : t('showTable')}
        </button>
      </figcaption>
      {isTable && <DiagramTable {...props} units={inReadingOrder} />}
    </figure>
  )
}

/** The order of the table, which is also the one in which letters jump. */
function byGroup(units: readonly DiagramUnit[], groups: readonly DiagramGroup[]): readonly DiagramUnit[] {
  return groups.flatMap(({ id }) => units.filter(({ group }) => group === id))
}
