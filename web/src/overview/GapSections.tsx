import { useMoment } from '../api/Moment.tsx'
import type { Overview } from '../standing/answers.ts'
import { filterRows, type RowFilter } from '../standing/filter.ts'
import { MetOf } from '../standing/RowsPanel.tsx'
import { Go } from '../ui/Go.tsx'
import { useLanguage } from '../ui/language.tsx'
import { Section } from '../ui/Section.tsx'
import { Illustrative, Unknown, Verdict } from '../ui/Verdict.tsx'
import { useNaming } from '../units/names.ts'
import { unmetNames } from './unmet.ts'
import { useOverviewText } from './texts.ts'

const mostShown = 10

/** The two facts that are mixed up most, side by side: recognised and not meeting, meeting and not recognised. */
export function GapSections({ overview }: { readonly overview: Overview }) {
  const t = useOverviewText()
  const { recognisedNotMeeting, meetingNotRecognised, undetermined, total } = overview.communes
  if (overview.set === null || undetermined === total) return null
  const isSettled = undetermined === 0
  if (!isSettled && recognisedNotMeeting + meetingNotRecognised === 0) return null
  return (
    <>
      <Gap
        overview={overview}
        filter={{ recognised: 'yes', meets: 'unmet' }}
        heading={
          recognisedNotMeeting === 0
            ? t(isSettled ? 'gap.noneBehind' : 'gap.unknownBehind')
            : t('gap.behind', { n: recognisedNotMeeting })
        }
        isBehind
      />
      <Gap
        overview={overview}
        filter={{ recognised: 'no', meets: 'met' }}
        heading={
          meetingNotRecognised === 0
            ? t(isSettled ? 'gap.noneWaiting' : 'gap.unknownWaiting')
            : t('gap.waiting', { n: meetingNotRecognised })
        }
        isBehind={false}
      />
    </>
  )
}

type GapProps = {
  readonly overview: Overview
  readonly filter: RowFilter
  readonly heading: string
  /** Recognised and not meeting: what each is short of stands under its name. */
  readonly isBehind: boolean
}

function Gap({ overview, filter, heading, isBehind }: GapProps) {
  const t = useOverviewText()
  const { language } = useLanguage()
  const { href } = useMoment()
  const { title } = useNaming()
  const rows = filterRows(overview, filter)
  const districtOf = (id: string | null) => {
    const district = overview.districts.find((each) => each.id === id)
    return district === undefined ? '' : title(district)
  }
  return (
    <Section
      heading={heading}
      aside={rows.length > mostShown && <Go href={href('/don-vi', filter)}>{t('gap.all')}</Go>}
    >
      <ul className="ac-gap">
        {rows.slice(0, mostShown).map((row) => (
          <li key={row.id}>
            <p className="ac-gap-head">
              <span>
                <b>
                  <Go href={href(`/don-vi/${row.id}`)}>{title(row)}</Go>
                </b>
                <span className="ac-small ac-nowrap">{districtOf(row.district)}</span>
              </span>
              <span className="ac-so">
                <MetOf row={row} of={overview.criteria.length} />
              </span>
            </p>
            {isBehind && (
              <p className="ac-small">
                <Verdict kind="unmet" size={13} /> {unmetNames(overview, row, language).join(', ')}
              </p>
            )}
          </li>
        ))}
      </ul>
      {rows.some(({ illustrative }) => illustrative) && (
        <p className="ac-gap-foot">
          <Illustrative />
        </p>
      )}
      {overview.communes.undetermined > 0 && (
        <p className="ac-small">
          <Unknown>{t('gap.undetermined', { n: overview.communes.undetermined })}</Unknown>
        </p>
      )}
    </Section>
  )
}
