import { useFormats } from '../../ui/language.tsx'
import { ReadTable, type Column } from '../../ui/ReadTable.tsx'
import { Section } from '../../ui/Section.tsx'
import { capitalised } from '../../units/names.ts'
import { useCauseWords } from '../causes.ts'
import type { Comparison } from './answers.ts'
import { useCompareText } from './texts.ts'

type CauseRow = Comparison['causes'][number]

/** Why: how the two sides add up, and each cause, or causes together, with what it took and brought. */
export function CausesSection({ comparison }: { readonly comparison: Comparison }) {
  const t = useCompareText()
  const format = useFormats()
  const causeWords = useCauseWords()
  const { causes, lost, gained } = comparison
  const all = lost + gained
  const [first] = causes
  if (first === undefined) {
    return (
      <Section heading={t('causes.none')}>
        <p>{t('causes.noneWhy')}</p>
      </Section>
    )
  }
  const columns: readonly Column<CauseRow>[] = [
    {
      key: 'cause',
      head: t('causes.cause'),
      render: ({ cause }) => capitalised(causeWords(cause)),
      sortBy: ({ cause }) => causeWords(cause),
    },
    {
      key: 'count',
      head: t('causes.count'),
      render: ({ count }) => (
        <span className="ac-cause-count">
          <span className="ac-cause-trough" aria-hidden>
            <span style={{ '--ac-share': count / first.count }} />
          </span>
          {format.number(count)}
        </span>
      ),
      sortBy: ({ count }) => count,
      isNumber: true,
      total: format.number(all),
      onPhone: 'beside',
    },
    {
      key: 'lost',
      head: t('causes.lost'),
      render: (row) => format.number(row.lost),
      sortBy: (row) => row.lost,
      isNumber: true,
      total: format.number(lost),
    },
    {
      key: 'gained',
      head: t('causes.gained'),
      render: (row) => format.number(row.gained),
      sortBy: (row) => row.gained,
      isNumber: true,
      total: format.number(gained),
    },
  ]
  return (
    <Section
      heading={t('causes.heading', { cause: causeWords(first.cause), n: first.count, all })}
      id="nguyen-nhan"
    >
      <Sum comparison={comparison} />
      <ReadTable
        caption={t('causes.caption')}
        isCaptionHidden
        columns={columns}
        rows={causes}
        rowKey={({ cause }) => cause}
        total={{ label: t('causes.total') }}
      />
    </Section>
  )
}

/** Met before, less what is lost, with what is gained, is what is met now. */
function Sum({ comparison: { old, new: current, lost, gained } }: { readonly comparison: Comparison }) {
  const t = useCompareText()
  const format = useFormats()
  const terms = [
    { sign: '', n: old.met, label: t('sum.old') },
    { sign: '−', n: lost, label: t('sum.lost') },
    { sign: '+', n: gained, label: t('sum.gained') },
    { sign: '=', n: current.met, label: t('sum.new') },
  ]
  return (
    <p className="ac-compare-sum">
      {terms.map(({ sign, n, label }) => (
        <span key={label}>
          <b className="ac-so">
            {sign} {format.number(n)}
          </b>{' '}
          <span className="ac-small">{label}</span>
        </span>
      ))}
    </p>
  )
}
