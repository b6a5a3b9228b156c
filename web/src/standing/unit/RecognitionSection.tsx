import { Answered } from '../../api/FaultPage.tsx'
import { useMoment } from '../../api/Moment.tsx'
import { useFormats } from '../../ui/language.tsx'
import { ReadTable, type Column } from '../../ui/ReadTable.tsx'
import { Section } from '../../ui/Section.tsx'
import { Sign } from '../../ui/Sign.tsx'
import { SourcePlace } from '../../ui/SourcePlace.tsx'
import { Illustrative } from '../../ui/Verdict.tsx'
import { useStandingText } from '../texts.ts'
import { EntryNumber } from './sources.tsx'
import { recognitionsOn, type Asking, type Decision } from '../register.ts'

export type RecognitionSectionProps = {
  readonly query: Asking<readonly Decision[]>
  readonly unit: string
  readonly day: string
}

/** The register of one unit: every decision on its rank, its day and year apart, and whether it is in force. */
export function RecognitionSection({ query, unit, day }: RecognitionSectionProps) {
  const t = useStandingText()
  return (
    <Answered query={query}>
      {(rows) => {
        const own = rows
          .filter((row) => row.unit === unit)
          .toSorted((one, other) => (one.day < other.day ? -1 : 1))
        const held = recognitionsOn(own, day)
        if (own.length === 0) {
          return (
            <Section heading={t('register.none')}>
              <p className="ac-small">{t('register.noneWhy')}</p>
            </Section>
          )
        }
        return (
          <Section
            heading={held.length === 0 ? t('register.noneInForce') : t('register.held', { n: held.length })}
          >
            <SourcePlace>
              <Register rows={own} held={held} />
            </SourcePlace>
            {own.some(({ illustrative }) => illustrative) && <Illustrative />}
          </Section>
        )
      }}
    </Answered>
  )
}

function Register({
  rows,
  held,
}: {
  readonly rows: readonly Decision[]
  readonly held: readonly Decision[]
}) {
  const t = useStandingText()
  const format = useFormats()
  const { world } = useMoment()
  const setName = (id: string) =>
    world.sets.find((set) => set.id === id)?.name.short ?? t('register.setNotHeld')
  const columns: readonly Column<Decision>[] = [
    {
      key: 'rank',
      head: t('register.what'),
      render: (row) => (
        <>
          {held.some(({ id }) => id === row.id) && <Sign kind="recognised" label={t('register.inForce')} />}{' '}
          {t(`act.${row.act}`)}: {t(`rankName.${row.rank}`)}
          {row.note !== undefined && <span className="ac-small ac-under">{row.note}</span>}
        </>
      ),
    },
    {
      key: 'number',
      head: t('register.number'),
      render: ({ number, illustrative }) =>
        number ?? t(illustrative ? 'register.noNumberIllustrative' : 'register.noNumber'),
    },
    {
      key: 'day',
      head: t('register.day'),
      render: ({ day, dayAssumed }) =>
        dayAssumed ? t('register.dayAssumed', { day: format.day(day) }) : format.day(day),
    },
    { key: 'issuer', head: t('register.issuer'), render: ({ issuer }) => issuer },
    {
      key: 'year',
      head: t('register.year'),
      render: ({ yearOfStandard }) => (yearOfStandard === undefined ? undefined : String(yearOfStandard)),
      isNumber: true,
    },
    {
      key: 'set',
      head: t('register.set'),
      render: ({ set }) => (set === undefined ? undefined : setName(set)),
    },
    { key: 'entry', head: t('register.entry'), render: ({ seq }) => <EntryNumber seq={seq} /> },
  ]
  return (
    <ReadTable
      caption={t('register.caption')}
      isCaptionHidden
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
    />
  )
}
