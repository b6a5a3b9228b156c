import { useChange } from '../../api/Moment.tsx'
import { FigureSentence } from '../../ui/FigureSentence.tsx'
import { OpenNumber } from '../../ui/OpenNumber.tsx'
import { SourcePlace } from '../../ui/SourcePlace.tsx'
import { SourcePanel } from '../../ui/SourcePanel.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { withNodes } from '../../ui/words.tsx'
import { useNaming } from '../../units/names.ts'
import type { Criterion, JudgedStanding, Standing } from '../answers.ts'
import { CopyLink } from '../CopyLink.tsx'
import { stateOf } from '../finding.ts'
import { useAsOf } from '../RowsPanel.tsx'
import { useStandingText, type StandingKey } from '../texts.ts'
import { ConclusionColumns } from './ConclusionColumns.tsx'

/** "Xã Đắk Ruồng đạt 14/19 tiêu chí; 4 chưa đạt, 1 chưa rõ." Every number opens to its criteria. */
export function UnitSentence({ standing }: { readonly standing: JudgedStanding }) {
  const t = useStandingText()
  const { title } = useNaming()
  const { counts, least, most, criteria } = standing
  const full = criteria.length
  const name = title(standing.unit)
  const number = (wanted: Criterion['verdict'], words: string) => (
    <CriteriaNumber standing={standing} wanted={wanted}>
      {words}
    </CriteriaNumber>
  )
  const clauses = (['unmet', 'unknown', 'notApplicable'] as const).filter((verdict) => counts[verdict] > 0)
  return (
    <SourcePlace>
      <FigureSentence>
        {counts.unknown === full
          ? withNodes(t, 'unitSentence.allUnknown', { count: number('unknown', String(full)) }, { name })
          : least === full
            ? withNodes(t, 'unitSentence.whole', { count: number('met', `${full}/${full}`) }, { name })
            : withNodes(
                t,
                'unitSentence.met',
                { count: number('met', least === most ? `${least}/${full}` : `${least}–${most}/${full}`) },
                { name },
              )}
        {counts.unknown < full &&
          clauses.map((verdict, index) => (
            <span key={verdict}>
              {index === 0 ? '; ' : ', '}
              {withNodes(
                t,
                `unitSentence.${verdict}`,
                { count: number(verdict, String(counts[verdict])) },
                { n: counts[verdict] },
              )}
            </span>
          ))}
        .
      </FigureSentence>
      {isOverruled(standing) && (
        <p className="ac-lead">
          {t('unitSentence.overruled')} <Verdict kind={standing.whole} />
        </p>
      )}
      {standing.conclusions.length > 0 && (
        <div className="ac-criterion-said">
          <p>{t('unitSentence.concluded')}</p>
          <ConclusionColumns
            standing={standing}
            conclusions={standing.conclusions}
            stages={standing.conclusions.map(({ stage }) => stage).toReversed()}
          />
        </div>
      )}
    </SourcePlace>
  )
}

/** A conclusion on the whole set may say otherwise than its criteria. */
function isOverruled({ whole, spokenBy, least, most, criteria }: JudgedStanding): boolean {
  const full = criteria.length
  const byCriteria = least === full ? 'met' : most < full ? 'unmet' : 'unknown'
  return spokenBy === 'conclusion' && whole !== byCriteria
}

type CriteriaNumberProps = {
  readonly standing: Standing
  readonly wanted: Criterion['verdict']
  readonly children: string
}

function CriteriaNumber({ standing, wanted, children }: CriteriaNumberProps) {
  const t = useStandingText()
  return (
    <OpenNumber
      means={t(`criteriaPanel.${wanted}` satisfies StandingKey, { count: children })}
      renderSource={() => <CriteriaPanel standing={standing} wanted={wanted} />}
    >
      {children}
    </OpenNumber>
  )
}

function CriteriaPanel({ standing, wanted }: Omit<CriteriaNumberProps, 'children'>) {
  const t = useStandingText()
  const { language } = useLanguage()
  const change = useChange()
  const asOf = useAsOf(standing)
  const rows = standing.criteria.filter(({ verdict }) => verdict === wanted)
  return (
    <SourcePanel
      title={t(`criteriaPanel.${wanted}`, { count: String(rows.length) })}
      rule={t(`criteriaPanel.rule.${standing.basis}`, {
        set: (language === 'vi' ? standing.setName?.short : standing.setName?.en) ?? '',
      })}
      asOf={asOf}
      parts={rows.map((criterion) => ({
        key: criterion.code,
        label: (
          <button
            type="button"
            className="ac-act"
            onClick={() => {
              change({ criterion: criterion.code, indicator: undefined })
              requestAnimationFrame(() =>
                document.getElementById('tieu-chi')?.scrollIntoView({ block: 'start' }),
              )
            }}
          >
            {criterion.code}. {criterion.name[language]}
          </button>
        ),
        value: <Verdict kind={stateOf(criterion)} />,
      }))}
      actions={<CopyLink href={window.location.href} />}
      isIllustrative={standing.illustrative}
    />
  )
}
