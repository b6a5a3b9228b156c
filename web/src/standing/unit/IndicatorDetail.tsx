import { useFormats, useLanguage } from '../../ui/language.tsx'
import { Sign } from '../../ui/Sign.tsx'
import { Illustrative } from '../../ui/Verdict.tsx'
import { Vietnamese } from '../../ui/Vietnamese.tsx'
import type { Figure, Indicator, Standing } from '../answers.ts'
import { conditionsOf, type LegalSource } from '../explained.ts'
import { useStandingText } from '../texts.ts'
import { ConclusionColumns } from './ConclusionColumns.tsx'
import { DocumentName, EntryNumber } from './sources.tsx'
import { stagesOf } from '../finding.ts'

export type IndicatorDetailProps = { readonly standing: Standing; readonly indicator: Indicator }

/** Why one indicator is as it is: reason, figures and their origin, article, evidence, who concluded, what differs. */
export function IndicatorDetail({ standing, indicator }: IndicatorDetailProps) {
  const t = useStandingText()
  const { language } = useLanguage()
  const { heading, lines } = indicator.text[language]
  const conditions = conditionsOf(indicator)
  const sources = distinct(conditions.flatMap((condition) => condition.sources))
  const decided = new Set(conditions.flatMap(({ level }) => standing.levels[level?.decision ?? ''] ?? []))
  const stages = stagesOf(indicator, standing.on)
  return (
    <div className="ac-detail">
      <h4>{heading}</h4>
      <dl className="ac-facts">
        <dt>{t('detail.rule')}</dt>
        <dd>
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
        </dd>
        {indicator.figures.map((figure) => (
          <FigureOrigin key={figure.id} standing={standing} figure={figure} />
        ))}
        {(sources.length > 0 || decided.size > 0) && (
          <>
            <dt>{t('detail.article')}</dt>
            <dd>
              {[...decided].map((level) => (
                <p key={level.id}>
                  <DocumentName
                    standing={standing}
                    id={level.document}
                    article={level.article ?? undefined}
                  />
                  {'. '}
                  <EntryNumber standing={standing} seq={level.entrySeq} />{' '}
                  {level.illustrative && <Illustrative />}
                </p>
              ))}
              {sources.map((source) => (
                <p key={`${source.document} ${source.article ?? ''}`}>
                  <DocumentName standing={standing} id={source.document} article={source.article} />
                  {'. '}
                  {source.checked === 'text' ? (
                    t('checked.text')
                  ) : (
                    <span className="ac-word-staleMet">{t(`checked.${source.checked}`)}</span>
                  )}
                  {source.note !== undefined && (
                    <span className="ac-small">
                      {' '}
                      <Vietnamese>{source.note}</Vietnamese>
                    </span>
                  )}
                </p>
              ))}
            </dd>
          </>
        )}
        <dt>{t('detail.concluded')}</dt>
        <dd>
          <ConclusionColumns standing={standing} conclusions={indicator.conclusions} stages={stages} />
        </dd>
        {indicator.disagrees && (
          <>
            <dt>{t('detail.differs')}</dt>
            <dd>
              <Sign kind="differs" /> {t('detail.differsWhy')}
            </dd>
          </>
        )}
        {indicator.owner !== null && (
          <>
            <dt>{t('detail.owner')}</dt>
            <dd>{indicator.owner[language]}</dd>
          </>
        )}
      </dl>
    </div>
  )
}

function FigureOrigin({ standing, figure }: { readonly standing: Standing; readonly figure: Figure }) {
  const t = useStandingText()
  const format = useFormats()
  return (
    <>
      <dt>{t('detail.figure')}</dt>
      <dd>
        <p>
          {t('figure.of', { day: format.day(figure.lastDay) })}, {t(figureStageKey(figure.stage))}
          {figure.nature === 'estimate' && `, ${t('figure.estimate')}`}.{' '}
          <EntryNumber standing={standing} seq={figure.entrySeq} /> {figure.illustrative && <Illustrative />}
        </p>
        {figure.stale && figure.staleFrom !== null && (
          <p className="ac-word-staleMet">{t('figure.stale', { day: format.day(figure.staleFrom) })}</p>
        )}
        {figure.contenders.length > 0 && <p>{t('figure.contenders', { n: figure.contenders.length })}</p>}
        <p className="ac-small">
          {t('figure.source')} <DocumentName standing={standing} id={figure.document} />.{' '}
          {figure.evidence === null ? t('evidence.none') : t('evidence.some', { evidence: figure.evidence })}
        </p>
      </dd>
    </>
  )
}

function figureStageKey(stage: string) {
  switch (stage) {
    case 'claimed':
    case 'verified':
    case 'appraised':
    case 'statistical':
      return `figureStage.${stage}` as const
    default:
      return 'figureStage.other'
  }
}

function distinct(sources: readonly LegalSource[]): readonly LegalSource[] {
  const byPlace = new Map(
    sources.map((source) => [`${source.document} ${source.article ?? ''} ${source.note ?? ''}`, source]),
  )
  return [...byPlace.values()]
}
