import { useMoment } from '../../api/Moment.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Go } from '../../ui/Go.tsx'
import { useFormats, useLanguage } from '../../ui/language.tsx'
import { Section } from '../../ui/Section.tsx'
import { SourcePlace } from '../../ui/SourcePlace.tsx'
import { Vietnamese } from '../../ui/Vietnamese.tsx'
import { DocumentName, EntryNumber } from '../unit/sources.tsx'
import type { LegalSource, Reading } from './answers.ts'
import { useLawText } from './texts.ts'

/** Legal basis, application, edition and digest: what this transcription rests on. */
export function AboutSet({ reading }: { readonly reading: Reading }) {
  const t = useLawText()
  const { language } = useLanguage()
  const { href, world } = useMoment()
  const { legalBasis, edition, replaces, columns } = reading
  const older = world.sets.find(({ id }) => id === replaces)
  return (
    <Section heading={t('about.heading')}>
      <SourcePlace>
        <div className="ac-about-set">
          <Facts
            facts={[
              {
                label: t('about.basis'),
                value: (
                  <ul>
                    {legalBasis.map((source) => (
                      <li key={`${source.document} ${source.article}`}>
                        <Basis reading={reading} source={source} />
                      </li>
                    ))}
                  </ul>
                ),
              },
              { label: t('about.applied'), value: <Applied reading={reading} /> },
              ...(replaces === null
                ? []
                : [
                    {
                      label: t('about.replaces'),
                      value:
                        older === undefined ? (
                          replaces
                        ) : (
                          <Go href={href(`/bo-tieu-chi/${replaces}`)}>{older.name[language]}</Go>
                        ),
                    },
                  ]),
              ...(columns.length === 0
                ? []
                : [
                    {
                      label: t('about.columns'),
                      value: (
                        <ul>
                          {columns.map(({ id, name, source }) => (
                            <li key={id}>
                              {name[language]}: <Basis reading={reading} source={source} />
                            </li>
                          ))}
                        </ul>
                      ),
                    },
                  ]),
              { label: t('about.edition'), value: <Edition seq={edition.seq} no={edition.edition} /> },
              { label: t('about.digest'), value: <span className="ac-hash">{edition.digest}</span> },
            ]}
          />
        </div>
      </SourcePlace>
    </Section>
  )
}

function Basis({ reading, source }: { readonly reading: Reading; readonly source: LegalSource }) {
  const t = useLawText()
  return (
    <>
      <DocumentName
        standing={{ documents: reading.documents, entries: {} }}
        id={source.document}
        article={source.article ?? undefined}
      />
      {'; '}
      {source.checked === 'text' ? (
        t('checked.text')
      ) : (
        <span className="ac-word-staleMet">{t(`checked.${source.checked}`)}</span>
      )}
      {source.note !== null && <Note>{source.note}</Note>}
    </>
  )
}

function Applied({ reading: { applied, documents } }: { readonly reading: Reading }) {
  const t = useLawText()
  const format = useFormats()
  if (applied === null) return t('set.notApplied')
  const words = t(applied.assumed ? 'set.appliedAssumed' : 'set.applied', { day: format.day(applied.from) })
  return (
    <>
      {words}{' '}
      {applied.document !== null && (
        <DocumentName standing={{ documents, entries: {} }} id={applied.document} />
      )}
      {applied.note !== null && <Note>{applied.note}</Note>}
    </>
  )
}

function Note({ children }: { readonly children: string }) {
  return (
    <span className="ac-small ac-under">
      <Vietnamese>{children}</Vietnamese>
    </span>
  )
}

function Edition({ seq, no }: { readonly seq: number; readonly no: number }) {
  const t = useLawText()
  const [before = '', after = ''] = t('about.editionIs', { n: String(no), entry: '\uE000' }).split('\uE000')
  return (
    <>
      {before}
      <EntryNumber seq={seq} />
      {after}
    </>
  )
}
