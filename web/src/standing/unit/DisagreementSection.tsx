import { screenPaths } from '@ancu/core/kernel'

import { useChange, useMoment } from '../../api/Moment.tsx'
import { Go } from '../../ui/Go.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { ReadTable, type Column } from '../../ui/ReadTable.tsx'
import { Section } from '../../ui/Section.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import type { Conclusion, Criterion, Standing } from '../answers.ts'
import { useStandingText } from '../texts.ts'

type Row = {
  readonly criterion: string
  readonly code: string
  readonly name: string
  readonly computed: Criterion['computed']
  readonly conclusion: Conclusion | undefined
}

/** Where figures say one thing and the conclusion that counts another; both stay until somebody settles it. */
export function DisagreementSection({ standing }: { readonly standing: Standing }) {
  const t = useStandingText()
  const { language } = useLanguage()
  const change = useChange()
  const { href } = useMoment()
  const rows = standing.criteria.filter(({ disagrees }) => disagrees).flatMap((one) => rowsOf(one, language))
  if (rows.length === 0) return null
  const columns: readonly Column<Row>[] = [
    {
      key: 'name',
      head: t('indicator.name'),
      render: ({ criterion, code, name }) => (
        <>
          <button
            type="button"
            className="ac-act ac-so"
            onClick={() => change({ criterion, indicator: code === criterion ? undefined : code })}
          >
            {code}
          </button>{' '}
          {name}
        </>
      ),
    },
    { key: 'computed', head: t('differs.computed'), render: ({ computed }) => <Verdict kind={computed} /> },
    {
      key: 'said',
      head: t('differs.said'),
      render: ({ conclusion }) =>
        conclusion === undefined ? undefined : (
          <>
            <Verdict kind={conclusion.verdict} />{' '}
            <span className="ac-small">{t(`stage.${conclusion.stage}`)}</span>
          </>
        ),
    },
  ]
  return (
    <Section heading={t('differs.heading', { n: rows.length })}>
      <ReadTable
        caption={t('differs.caption')}
        isCaptionHidden
        columns={columns}
        rows={rows}
        rowKey={({ code }) => code}
      />
      <p className="ac-area-link ac-noprint">
        <Go href={href(screenPaths.disagreements, { text: standing.unit.code ?? standing.unit.name })}>
          {t('differs.reconcile')}
        </Go>
      </p>
    </Section>
  )
}

function rowsOf(criterion: Criterion, language: 'vi' | 'en'): readonly Row[] {
  const indicators = criterion.indicators.filter(({ disagrees }) => disagrees)
  if (indicators.length === 0) {
    const { code, name, computed, conclusions } = criterion
    return [{ criterion: code, code, name: name[language], computed, conclusion: conclusions[0] }]
  }
  return indicators.map(({ code, name, computed, conclusions }) => ({
    criterion: criterion.code,
    code,
    name: name[language],
    computed,
    conclusion: conclusions[0],
  }))
}
