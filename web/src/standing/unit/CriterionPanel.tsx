import { useLanguage } from '../../ui/language.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import type { Criterion, Standing } from '../answers.ts'
import { countOf, stagesShown, stateOf } from '../finding.ts'
import { useStandingText } from '../texts.ts'
import { scoreWords } from '../points.ts'
import { ConclusionColumns } from './ConclusionColumns.tsx'
import { IncompleteNote } from './IncompleteNote.tsx'
import { IndicatorTable } from './IndicatorTable.tsx'

export type CriterionPanelProps = { readonly standing: Standing; readonly criterion: Criterion }

/** What is behind one tile: who concluded what of it, then its indicators with figure, level and conclusions. */
export function CriterionPanel({ standing, criterion }: CriterionPanelProps) {
  const t = useStandingText()
  const { language } = useLanguage()
  const { indicators, conclusions, name, code } = criterion
  const owners = [...new Set(indicators.flatMap(({ owner }) => owner?.[language] ?? []))]
  const stages = stagesShown(criterion, standing.on)
  const state = stateOf(criterion)
  return (
    <div className="ac-criterion">
      <div className="ac-criterion-head">
        <h3>
          {code}. {name[language]}: <Verdict kind={state} size={20} />
        </h3>
        <p className="ac-small">
          {owners.length > 0 && `${t('panel.owners', { owners: owners.join('; ') })} `}
          {criterion.score !== null && `${scoreWords(criterion.score, t, language)} `}
          {indicators.length > 0 && `${t('panel.total', { n: indicators.length })} `}
          {(['met', 'unmet', 'unknown', 'notApplicable'] as const)
            .map((verdict) => ({ verdict, n: countOf(indicators, verdict) }))
            .filter(({ n }) => n > 0)
            .map(({ verdict, n }) => t(`panel.${verdict}`, { n }))
            .join(', ')}
        </p>
      </div>
      {conclusions.length > 0 && (
        <div className="ac-criterion-said">
          <h4>{t('panel.concluded')}</h4>
          <ConclusionColumns standing={standing} conclusions={conclusions} stages={stages} />
          {indicators.some(({ verdict }) => verdict === 'unknown') && criterion.verdict !== 'unknown' && (
            <p className="ac-small">{t('panel.concludedWhole')}</p>
          )}
        </div>
      )}
      {!criterion.complete && <IncompleteNote standing={standing} criterion={criterion} />}
      {indicators.length > 0 && <IndicatorTable standing={standing} criterion={criterion} stages={stages} />}
    </div>
  )
}
