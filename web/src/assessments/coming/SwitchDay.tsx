import { useChange, useMoment } from '../../api/Moment.tsx'
import { DayForm } from '../../ui/DayForm.tsx'
import { useFormats } from '../../ui/language.tsx'
import { Popup } from '../../ui/Popup.tsx'
import { useComingText } from './texts.ts'

/** How many years ahead a set may be thought to take over. */
const yearsAhead = 20

export type SwitchDayProps = {
  readonly chosen: string
  /** Whether somebody chose it, rather than the law. */
  readonly isOwn: boolean
}

/** On which day the set takes over; it stands in the address. */
export function SwitchDay({ chosen, isOwn }: SwitchDayProps) {
  const t = useComingText()
  const format = useFormats()
  const change = useChange()
  const { day } = useMoment()
  return (
    <div className="ac-span ac-noprint">
      <p className="ac-span-days">
        {t('form.from')}{' '}
        <Popup label={format.day(chosen)} name={t('form.fromDay')}>
          {(close) => (
            <DayForm
              label={t('form.fromDay')}
              day={chosen}
              first={day}
              last={`${Number(day.slice(0, 4)) + yearsAhead}-12-31`}
              onDay={(picked) => {
                close()
                change({ from: picked })
              }}
            />
          )}
        </Popup>
      </p>
      {isOwn && (
        <button type="button" className="ac-act ac-small" onClick={() => change({ from: undefined })}>
          {t('form.usual')}
        </button>
      )}
    </div>
  )
}
