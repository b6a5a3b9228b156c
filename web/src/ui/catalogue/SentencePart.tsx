import { FigureSentence } from '../FigureSentence.tsx'
import { useFormats, useUiText } from '../language.tsx'
import { OpenNumber } from '../OpenNumber.tsx'
import { SourcePanel } from '../SourcePanel.tsx'
import { SourcePlace } from '../SourcePlace.tsx'
import { Illustrative } from '../Verdict.tsx'

/** The opening sentence, with numbers that open in place. */
export function SentencePart() {
  const t = useUiText()
  const format = useFormats()
  const source = (title: string) => (
    <SourcePanel
      title={title}
      rule={t('catalogue.source.rule')}
      asOf={t('catalogue.source.asOf', { day: format.day('2024-03-31'), known: format.day('2026-11-21') })}
      published={{ agrees: true, says: t('catalogue.source.published') }}
      parts={[
        { key: 'decided', label: t('catalogue.source.decided'), value: 38 },
        { key: 'waiting', label: t('catalogue.source.waiting'), value: 10 },
        { key: 'figures', label: t('catalogue.source.figures'), value: format.number(2736) },
      ]}
      actions={
        <a className="ac-act" href="#tam-det">
          {t('catalogue.source.rows')}
        </a>
      }
      isIllustrative
    />
  )
  return (
    <SourcePlace>
      <FigureSentence size="overview">
        <OpenNumber
          means={t('catalogue.sentence.met.means')}
          renderSource={() => source(t('catalogue.source.title'))}
        >
          48/85
        </OpenNumber>{' '}
        {t('catalogue.sentence.met')}{' '}
        <OpenNumber
          means={t('catalogue.sentence.recognised.means')}
          renderSource={() => source(t('catalogue.source.title2'))}
        >
          42
        </OpenNumber>{' '}
        {t('catalogue.sentence.recognised')}
      </FigureSentence>
      <p className="ac-lead catalogue-lead">
        {t('catalogue.lead')} <Illustrative />
      </p>
    </SourcePlace>
  )
}
