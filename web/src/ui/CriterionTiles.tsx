import { Fragment, useCallback, useId, useRef, type ReactNode } from 'react'

import { CriterionTile, type Criterion } from './CriterionTile.tsx'
import { useEscape } from './escape.ts'
import { useUiText } from './language.tsx'
import { useIsPhone, useMedia } from './screen.ts'
import { Sign } from './Sign.tsx'
import { packRows, type TileGroup } from './tile-rows.ts'
import './tiles.css'

export type CriterionTilesProps = {
  /** In the groups and the order of the decision. */
  readonly groups: readonly TileGroup<Criterion>[]
  /** Code of the open criterion. */
  readonly open: string | undefined
  readonly onOpen: (code: string | undefined) => void
  /** What the open tile shows below its row. */
  readonly renderPanel: (criterion: Criterion) => ReactNode
}

/** All criteria of a set: ten tiles a row at the desk, a list of rows on a phone; one of them open. */
export function CriterionTiles({ groups, open, onOpen, renderPanel }: CriterionTilesProps) {
  const t = useUiText()
  const isPhone = useIsPhone()
  const isWide = useMedia('(min-width: 75em)')
  const panelId = useId()
  const whole = useRef<HTMLDivElement>(null)
  const opened = useRef<HTMLButtonElement>(null)
  const perRow = isPhone ? 1 : isWide ? 10 : 5
  const hasKey = groups.some(({ tiles }) => tiles.some(({ isKey }) => isKey === true))
  const rows = isPhone
    ? groups.map(({ name, tiles }) => [{ group: name, tiles, isContinued: false }])
    : packRows(groups, perRow)

  const close = useCallback(() => {
    onOpen(undefined)
    opened.current?.focus()
  }, [onOpen])
  useEscape(whole, open !== undefined, close)

  function panelOf(criterion: Criterion) {
    return (
      <div id={panelId} className="ac-panel">
        <button type="button" className="ac-panel-close ac-act ac-noprint" onClick={close}>
          {t('close')}
        </button>
        {renderPanel(criterion)}
      </div>
    )
  }

  return (
    <div ref={whole} className="ac-tiles" style={{ '--ac-per-row': perRow }}>
      {rows.map((row, index) => {
        const openHere = row.flatMap(({ tiles }) => tiles).find(({ code }) => code === open)
        return (
          <Fragment key={index}>
            <div className="ac-tile-row">
              {row.map((segment) => (
                <div
                  key={segment.group}
                  className="ac-tile-segment"
                  role="group"
                  aria-label={segment.group}
                  style={{ '--ac-tiles': segment.tiles.length }}
                >
                  <h3 aria-hidden={segment.isContinued ? true : undefined}>
                    {segment.isContinued ? '\u00a0' : segment.group}
                  </h3>
                  {segment.tiles.map((criterion) => (
                    <Fragment key={criterion.code}>
                      <CriterionTile
                        {...criterion}
                        ref={criterion.code === open ? opened : null}
                        isOpen={criterion.code === open}
                        panelId={panelId}
                        isBrief={isPhone}
                        onToggle={() => onOpen(criterion.code === open ? undefined : criterion.code)}
                      />
                      {isPhone && criterion.code === open && panelOf(criterion)}
                    </Fragment>
                  ))}
                </div>
              ))}
            </div>
            {!isPhone && openHere !== undefined && panelOf(openHere)}
          </Fragment>
        )
      })}
      {hasKey && (
        <p className="ac-note-text ac-tiles-note">
          <Sign kind="key" size={13} /> {t('tiles.key')}
        </p>
      )}
    </div>
  )
}
