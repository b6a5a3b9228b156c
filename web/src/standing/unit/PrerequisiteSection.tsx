import { useLanguage } from '../../ui/language.tsx'
import { Section } from '../../ui/Section.tsx'
import { Sign } from '../../ui/Sign.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import type { Standing } from '../answers.ts'
import { useStandingText } from '../texts.ts'
import { ConclusionColumns } from './ConclusionColumns.tsx'

type Prerequisite = Standing['prerequisites'][number]

/** What the unit must be before its criteria count, whether it is, and by which decision or figure. */
export function PrerequisiteSection({ standing }: { readonly standing: Standing }) {
  const t = useStandingText()
  const { prerequisites } = standing
  if (prerequisites.length === 0) return null
  const count = (wanted: Prerequisite['verdict']) =>
    prerequisites.filter(({ verdict }) => verdict === wanted).length
  const [unmet, unknown] = [count('unmet'), count('unknown')]
  return (
    <Section
      heading={
        unmet > 0
          ? t('prerequisite.unmet', { n: unmet })
          : unknown > 0
            ? t('prerequisite.unknown', { n: unknown })
            : t('prerequisite.metAll')
      }
    >
      <p className="ac-small">{t('prerequisite.why')}</p>
      {prerequisites.map((each) => (
        <One key={each.code} standing={standing} prerequisite={each} />
      ))}
    </Section>
  )
}

function One({
  standing,
  prerequisite,
}: {
  readonly standing: Standing
  readonly prerequisite: Prerequisite
}) {
  const t = useStandingText()
  const { language } = useLanguage()
  const { name, verdict, text, conclusions } = prerequisite
  const { heading, lines } = text[language]
  return (
    <div className="ac-prerequisite ac-detail">
      <h3>
        {name[language]}: <Verdict kind={verdict} />
      </h3>
      <p>{heading}</p>
      <ul className="ac-detail-lines">
        {lines.map((line, index) => (
          <li key={index} style={{ '--ac-depth': line.depth }}>
            {line.about === 'figure' && (
              <Sign kind={line.verdict} size={13} label={t(`computed.${line.verdict}`)} />
            )}
            <span>{line.text}</span>
          </li>
        ))}
      </ul>
      {conclusions.length > 0 && (
        <>
          <p className="ac-small">{t('prerequisite.said')}</p>
          <ConclusionColumns
            standing={standing}
            conclusions={conclusions}
            stages={conclusions.map(({ stage }) => stage).toReversed()}
          />
        </>
      )}
    </div>
  )
}
