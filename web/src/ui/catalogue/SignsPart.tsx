import { useUiText } from '../language.tsx'
import { Section } from '../Section.tsx'
import { Sign, type SignKind } from '../Sign.tsx'
import { Illustrative, Unchecked, Unknown, Verdict } from '../Verdict.tsx'

const kinds = [
  'met',
  'unmet',
  'basicallyMet',
  'unknown',
  'staleMet',
  'staleUnmet',
  'notApplicable',
  'key',
  'recognised',
  'agrees',
  'differs',
] as const satisfies readonly SignKind[]

/** All signs, each with its word and its silhouette in words. */
export function SignsPart() {
  const t = useUiText()
  return (
    <Section heading={t('catalogue.signs')}>
      <ul className="catalogue-signs">
        {kinds.map((kind) => (
          <li key={kind}>
            <Sign kind={kind} size={26} />
            <div>
              <Verdict kind={kind} />
              <p className="ac-small">{t(`catalogue.sign.${kind}`)}</p>
            </div>
          </li>
        ))}
        <li>
          <span className="catalogue-sample">
            <Unchecked>≥&nbsp;30&nbsp;%</Unchecked>
          </span>
          <p className="ac-small">{t('catalogue.sign.unchecked')}</p>
        </li>
        <li>
          <Unknown />
          <p className="ac-small">{t('catalogue.sign.unknownFigure')}</p>
        </li>
        <li>
          <Illustrative />
          <p className="ac-small">{t('catalogue.sign.illustrative')}</p>
        </li>
      </ul>
    </Section>
  )
}
