import { useLocation } from '@tanstack/react-router'

import { useMoment } from '../api/Moment.tsx'
import { changedHref } from '../api/moment.ts'
import { Go } from '../ui/Go.tsx'
import { useFormats } from '../ui/language.tsx'
import { Note } from '../ui/states.tsx'
import { useDisagreementsText } from './disagreements-texts.ts'

/** Looking at what was known on an earlier day: what is recorded now would not be seen there. */
export function DisagreementsNotNow() {
  const t = useDisagreementsText()
  const format = useFormats()
  const { address } = useMoment()
  const { pathname, searchStr } = useLocation()
  if (address.known === undefined) return null
  return (
    <Note tone="care">
      <p>
        {t('past.what', { day: format.day(address.known) })}{' '}
        <Go href={changedHref(pathname, searchStr, { known: undefined })}>{t('past.now')}</Go>
      </p>
    </Note>
  )
}
