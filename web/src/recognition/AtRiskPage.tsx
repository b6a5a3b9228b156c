import { useMemo } from 'react'

import { atRisk, recognitionMessages } from '@ancu/core/recognition'

import { useAnswer } from '../api/answers.ts'
import { FaultPage } from '../api/FaultPage.tsx'
import { useChange, useExtra, useMoment } from '../api/Moment.tsx'
import { ChangesNav } from '../assessments/ChangesNav.tsx'
import { Page } from '../ui/AppShell.tsx'
import { FigureSentence } from '../ui/FigureSentence.tsx'
import { useFormats, useLanguage } from '../ui/language.tsx'
import { Section } from '../ui/Section.tsx'
import { EmptyState, Loading } from '../ui/states.tsx'
import { Illustrative } from '../ui/Verdict.tsx'
import { useNaming } from '../units/names.ts'
import { RiskFilters } from './RiskFilters.tsx'
import { RiskRules } from './RiskRules.tsx'
import { RiskTable } from './RiskTable.tsx'
import { filterRisk, unitCounts, type AtRisk, type RiskFilter } from './risk.ts'
import { useRiskText } from './texts.ts'
import './risk.css'

/** Which recognised units meet what a revocation presupposes: a risk, never a loss. */
export function AtRiskPage() {
  const t = useRiskText()
  const { asked, area } = useMoment()
  const { set: _set, ...when } = asked
  const query = useAnswer(atRisk, { ...when, ...(area === undefined ? {} : { unit: area }) })
  if (query.isError) return <FaultPage error={query.error} onAgain={() => void query.refetch()} />
  return (
    <Page title={t('title')}>
      <ChangesNav current="atRisk" />
      {query.data === undefined ? (
        <Loading />
      ) : (
        <div aria-busy={query.isPlaceholderData}>
          <Found risk={query.data} />
        </div>
      )}
    </Page>
  )
}

function Found({ risk }: { readonly risk: AtRisk }) {
  const counts = unitCounts(risk.rows)
  const isNobody = risk.rows.length === 0
  return (
    <>
      <Lead risk={risk} counts={counts} />
      {isNobody && <Nobody risk={risk} />}
      {risk.rules.length > 0 && <RiskRules risk={risk} />}
      {!isNobody && <Rows risk={risk} />}
    </>
  )
}

type Counts = ReturnType<typeof unitCounts>

function Lead({ risk, counts }: { readonly risk: AtRisk; readonly counts: Counts }) {
  const t = useRiskText()
  const format = useFormats()
  const { language } = useLanguage()
  const { named, title } = useNaming()
  const { rows, unit, on } = risk
  const { all } = counts
  const { withoutRule } = risk.counts
  const say = { place: named(unit), day: format.day(on) }
  const clauses = (['possible', 'unknown', 'none'] as const).filter((status) => counts[status] > 0)
  return (
    <>
      <FigureSentence size="work">
        {all > 0
          ? t(counts.risk === 0 ? 'sentence.none' : 'sentence', { all, risk: counts.risk })
          : t(rows.length === 0 ? 'sentence.nobody' : 'sentence.noRule', say)}
      </FigureSentence>
      {rows.length > 0 && (
        <p className="ac-lead">
          {clauses.length > 0 &&
            t('lead', {
              place: title(unit),
              told: clauses.map((status) => t(`lead.${status}`, { n: counts[status] })).join('; '),
            })}{' '}
          {all > 0 && withoutRule > 0 && t('lead.withoutRule', { n: withoutRule })}{' '}
          {rows.some(({ illustrative }) => illustrative) && <Illustrative />}
        </p>
      )}
      {all > 0 && <p className="ac-risk-only">{recognitionMessages(language).say('say.onlyDecision')}</p>}
    </>
  )
}

function Nobody({ risk: { rules, on } }: { readonly risk: AtRisk }) {
  const t = useRiskText()
  const format = useFormats()
  return (
    <EmptyState
      what={t('nobody', { day: format.day(on) })}
      why={t(rules.length === 0 ? 'nobodyNoRuleWhy' : 'nobodyWhy')}
    />
  )
}

function Rows({ risk }: { readonly risk: AtRisk }) {
  const t = useRiskText()
  const change = useChange()
  const text = useExtra('text')
  const status = useExtra('status')
  const rows = useMemo(() => filterRisk(risk.rows, { text, status }), [risk, text, status])
  const onFilter = (changes: Partial<RiskFilter>) => change(changes, { replace: true })
  const isTold = risk.rows.some(({ rule }) => rule !== null)
  return (
    <>
      {!isTold && (
        <EmptyState what={t('noRule')} why={t(risk.rules.length === 0 ? 'noRuleWhy' : 'noRuleFits')} />
      )}
      <Section heading={t(isTold ? 'list' : 'listWithoutRule')}>
        <RiskFilters risk={risk} filter={{ text, status }} found={rows.length} onFilter={onFilter} />
        {rows.length === 0 ? (
          <EmptyState what={t('filter.nothing')} why={t('filter.nothingWhy')} />
        ) : (
          <RiskTable risk={risk} rows={rows} />
        )}
      </Section>
    </>
  )
}
