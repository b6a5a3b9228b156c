import { useMoment } from '../../api/Moment.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Go } from '../../ui/Go.tsx'
import { useLanguage } from '../../ui/language.tsx'
import type { Reading, ReadIndicator, ReadTerm } from './answers.ts'
import { levelWords, plainWords } from './level-words.ts'
import { usePeriod } from './period.ts'
import { useLawText } from './texts.ts'

export type IndicatorMoreProps = { readonly reading: Reading; readonly indicator: ReadIndicator }

/** What the annex says of an indicator beside its levels: evidence, bodies in charge, wordings over time. */
export function IndicatorMore({ reading, indicator }: IndicatorMoreProps) {
  const t = useLawText()
  const { language } = useLanguage()
  const { evidence, owners, continues, provisions, nameChecked } = indicator
  return (
    <Facts
      facts={[
        {
          label: t('more.evidence'),
          value:
            evidence.length === 0 ? (
              t('more.noEvidence')
            ) : (
              <ul>
                {evidence.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            ),
        },
        {
          label: t('more.owners'),
          value:
            owners.length === 0 ? t('more.noOwner') : owners.map(({ name }) => name[language]).join('; '),
        },
        { label: t('more.name'), value: t(`checked.${nameChecked}`) },
        ...(continues.length === 0
          ? []
          : [{ label: t('more.continues'), value: <Continues of={continues} /> }]),
        ...(provisions.length < 2
          ? []
          : [{ label: t('more.provisions'), value: <Provisions reading={reading} indicator={indicator} /> }]),
      ]}
    />
  )
}

function Continues({ of }: { readonly of: ReadIndicator['continues'] }) {
  const t = useLawText()
  const { href, world } = useMoment()
  return (
    <ul>
      {of.map(({ set, codes }) => {
        const known = world.sets.find(({ id }) => id === set)
        const words = t('more.continuesOf', { codes: codes.join(', '), set: known?.name.short ?? set })
        return (
          <li key={set}>
            {known === undefined ? (
              words
            ) : (
              <Go href={href(`/bo-tieu-chi/${set}`, { text: codes[0] })}>{words}</Go>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Provisions({ reading, indicator }: IndicatorMoreProps) {
  const t = useLawText()
  const { language } = useLanguage()
  const period = usePeriod()
  const told = (term: ReadTerm) =>
    term.levels.length === 0
      ? plainWords(term, language, t)
      : [
          ...new Set(
            term.levels.map((level) => levelWords(term, level, { measures: reading.measures, language, t })),
          ),
        ].join(' · ')
  return (
    <ul>
      {indicator.provisions.map((provision) => (
        <li key={provision.from}>
          {t('more.provision', {
            period: period(provision),
            levels: provision.terms.map(told).join('; '),
          })}
          {provision.inForce && <span className="ac-small"> ({t('more.now')})</span>}
        </li>
      ))}
    </ul>
  )
}
