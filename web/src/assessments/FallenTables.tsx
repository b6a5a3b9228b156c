import { useFormats, useLanguage } from '../ui/language.tsx'
import { ReadTable, type Column } from '../ui/ReadTable.tsx'
import { Section } from '../ui/Section.tsx'
import { useCauseWords } from './causes.ts'
import { ownerKey, type LossFilter, type Regressions } from './regressions.ts'
import { useRegressionsText } from './regressions-texts.ts'

export type FallenTablesProps = {
  readonly regressions: Regressions
  /** Shows only these in the list. */
  readonly onOnly: (filter: Partial<LossFilter>) => void
}

type Fallen = { readonly key: string; readonly name: string; readonly lost: number }

/** How many losses by cause, each counted once, and by the body that answers for the criterion. */
export function FallenTables({ regressions: { causes, departments }, onOnly }: FallenTablesProps) {
  const t = useRegressionsText()
  const { language } = useLanguage()
  const causeWords = useCauseWords()
  return (
    <div className="ac-two">
      <FallenTable
        heading={t('byCause')}
        head={t('cause')}
        rows={causes.map(({ cause, count }) => ({ key: cause, name: causeWords(cause), lost: count }))}
        onRow={(cause) => onOnly({ cause })}
      />
      <FallenTable
        heading={t('byOwner')}
        head={t('owner')}
        rows={departments.map(({ owner, lost }) => ({
          key: ownerKey(owner),
          name: owner?.[language] ?? t('owner.nobody'),
          lost,
        }))}
        onRow={(owner) => onOnly({ owner })}
      />
    </div>
  )
}

type FallenTableProps = {
  readonly heading: string
  readonly head: string
  readonly rows: readonly Fallen[]
  readonly onRow: (key: string) => void
}

function FallenTable({ heading, head, rows, onRow }: FallenTableProps) {
  const t = useRegressionsText()
  const format = useFormats()
  const columns: readonly Column<Fallen>[] = [
    {
      key: 'name',
      head,
      render: ({ key, name }) => (
        <button type="button" className="ac-act ac-fallen-name" onClick={() => onRow(key)}>
          {name}
        </button>
      ),
    },
    {
      key: 'lost',
      head: t('lost'),
      isNumber: true,
      onPhone: 'beside',
      render: ({ lost }) => format.number(lost),
    },
  ]
  return (
    <Section heading={heading}>
      <ReadTable caption={heading} isCaptionHidden columns={columns} rows={rows} rowKey={({ key }) => key} />
    </Section>
  )
}
