import { useState, type ReactNode } from 'react'

import { Choice, type ChoiceOption } from './Choice.tsx'
import { DayForm, type DayMark } from './DayForm.tsx'
import { useFormats, useUiText } from './language.tsx'
import { Popup } from './Popup.tsx'
import './time-bar.css'

export type Basis = 'official' | 'computed'
export type Boundaries = 'old' | 'new' | 'both'

export type TimeBarProps = {
  readonly place: {
    readonly name: string
    /** The form behind the name: search and the places worth going to. */
    readonly renderForm: (close: () => void) => ReactNode
  }
  /** All days are `YYYY-MM-DD`. The whole state lives in the address: every change goes out by a callback. */
  readonly day: {
    readonly at: string
    readonly today: string
    readonly first: string
    readonly marks?: readonly DayMark[]
    /** Undefined is today. */
    readonly onDay: (day: string | undefined) => void
  }
  readonly knownDay: {
    /** Undefined is today: all that is known. */
    readonly at: string | undefined
    readonly first: string
    readonly marks?: readonly DayMark[]
    readonly onDay: (day: string | undefined) => void
  }
  readonly basis: { readonly at: Basis; readonly onBasis: (basis: Basis) => void }
  /** Only where two sets could judge. */
  readonly set?: {
    readonly at: string
    readonly options: readonly ChoiceOption<string>[]
    readonly onSet: (set: string) => void
  }
  /** Only where two sets of boundaries could be drawn. */
  readonly boundaries?: {
    readonly at: Boundaries
    readonly options: readonly ChoiceOption<Boundaries>[]
    readonly onBoundaries: (boundaries: Boundaries) => void
  }
}

/** Which place, which day, as known when, on which conclusions, on which boundaries: one line on every page. */
export function TimeBar(props: TimeBarProps) {
  const t = useUiText()
  const { place, day, knownDay } = props
  // A past knowledge is never folded away.
  const [isUnfolded, setUnfolded] = useState(knownDay.at !== undefined)
  const isPast = day.at < day.today
  return (
    <section
      className="ac-time"
      aria-label={t('time.bar')}
      data-known-past={knownDay.at === undefined ? undefined : true}
    >
      <div className="ac-page ac-time-line">
        <Popup label={place.name} name={t('time.place')}>
          {(close) => place.renderForm(close)}
        </Popup>
        <span className="ac-time-part">
          <DayPart {...day} />
          {isPast && (
            <button type="button" className="ac-act ac-time-today" onClick={() => day.onDay(undefined)}>
              {t('time.toToday')}
            </button>
          )}
        </span>
        <button
          type="button"
          className="ac-pick ac-time-fold ac-noprint"
          aria-expanded={isUnfolded}
          onClick={() => setUnfolded(!isUnfolded)}
        >
          <Summary {...props} />
        </button>
        <span className="ac-time-more" data-unfolded={isUnfolded}>
          <MoreParts {...props} />
        </span>
      </div>
    </section>
  )
}

function DayPart({ at, today, first, marks = [], onDay }: TimeBarProps['day']) {
  const t = useUiText()
  const format = useFormats()
  return (
    <>
      <span className="ac-time-words">{at < today ? t('time.pastDay') : t('time.todayDay')} </span>
      <Popup
        label={at < today ? format.day(at) : t('time.today', { day: format.day(today) })}
        name={t('time.day')}
      >
        {(close) => (
          <DayForm
            label={t('time.day')}
            day={at}
            first={first}
            last={today}
            marks={marks}
            onDay={(chosen) => {
              close()
              onDay(chosen === today ? undefined : chosen)
            }}
          />
        )}
      </Popup>
    </>
  )
}

function MoreParts({ day, knownDay, basis, set, boundaries }: TimeBarProps) {
  const t = useUiText()
  const format = useFormats()
  return (
    <>
      <span className="ac-time-part">
        <span>{t('time.known')} </span>
        <Popup
          label={
            knownDay.at === undefined
              ? t('time.knownToday')
              : t('time.knownDay', { day: format.day(knownDay.at) })
          }
          name={t('time.knownLabel')}
        >
          {(close) => (
            <>
              <DayForm
                label={t('time.knownLabel')}
                day={knownDay.at ?? day.today}
                first={knownDay.first}
                last={day.today}
                marks={knownDay.marks ?? []}
                onDay={(chosen) => {
                  close()
                  knownDay.onDay(chosen === day.today ? undefined : chosen)
                }}
              />
              <p className="ac-small ac-time-hint">{t('time.knownHint')}</p>
            </>
          )}
        </Popup>
        {knownDay.at !== undefined && (
          <button type="button" className="ac-act ac-time-today" onClick={() => knownDay.onDay(undefined)}>
            {t('time.toToday')}
            <span className="ac-sr">, {t('time.known')}</span>
          </button>
        )}
      </span>
      <Popup label={t(`time.basis.${basis.at}`)} name={t('time.basis')}>
        {(close) => (
          <Choice
            legend={t('time.basis')}
            layout="list"
            value={basis.at}
            options={[
              { value: 'official', label: t('time.basis.official'), note: t('time.basis.officialNote') },
              { value: 'computed', label: t('time.basis.computed'), note: t('time.basis.computedNote') },
            ]}
            onChoose={(chosen) => {
              close()
              basis.onBasis(chosen)
            }}
          />
        )}
      </Popup>
      {set !== undefined && (
        <Popup
          label={set.options.find(({ value }) => value === set.at)?.label ?? set.at}
          name={t('time.set')}
        >
          {(close) => (
            <Choice
              legend={t('time.set')}
              layout="list"
              value={set.at}
              options={set.options}
              onChoose={(chosen) => {
                close()
                set.onSet(chosen)
              }}
            />
          )}
        </Popup>
      )}
      {boundaries !== undefined && (
        <span className="ac-time-boundaries">
          <Choice
            legend={t('time.boundaries')}
            isLegendHidden
            value={boundaries.at}
            options={boundaries.options}
            onChoose={boundaries.onBoundaries}
          />
        </span>
      )}
    </>
  )
}

/** The second line on a phone: what the folded parts say. */
function Summary({ knownDay, basis, set, boundaries }: TimeBarProps) {
  const t = useUiText()
  const format = useFormats()
  const parts = [
    t(`time.basis.${basis.at}`),
    knownDay.at === undefined
      ? t('time.summary.knownToday')
      : t('time.summary.known', { day: format.day(knownDay.at) }),
    set?.options.find(({ value }) => value === set.at)?.label,
    boundaries === undefined ? undefined : t(`time.summary.${boundaries.at}`),
  ].filter((part) => part !== undefined)
  return parts.map((part, index) => (
    <span key={index}>
      {index === 0 ? '' : ', '}
      {part}
    </span>
  ))
}
