import type { ReactNode } from 'react'

import { useLanguage } from '../../ui/language.tsx'
import { Sign } from '../../ui/Sign.tsx'
import { Unknown } from '../../ui/Verdict.tsx'
import { DocumentName } from '../unit/sources.tsx'
import { termsRead, type ReadCriterion, type Reading, type ReadIndicator, type ReadTerm } from './answers.ts'
import { cellsOf, columnIds } from './cells.ts'
import { IndicatorMore } from './IndicatorMore.tsx'
import { LevelCell } from './LevelCell.tsx'
import { isHeading, plainWords, scaleOf } from './level-words.ts'
import type { LevelPlace } from './place.ts'
import { useLawText } from './texts.ts'

type RowsProps = { readonly reading: Reading; readonly columns: readonly string[] }

export type CriterionRowsProps = RowsProps & {
  readonly criterion: ReadCriterion
  /** Whether a new group of criteria begins here. */
  readonly beginsGroup: boolean
  /** Code of the indicator that tells more of itself. */
  readonly opened: string | undefined
  readonly onOpen: (code: string) => void
}

/** One criterion with its indicators. */
export function CriterionRows(props: CriterionRowsProps) {
  const { reading, criterion, beginsGroup, columns, opened, onOpen } = props
  const { language } = useLanguage()
  const t = useLawText()
  const width = columns.length + 1
  return (
    <tbody>
      {beginsGroup && (
        <tr className="ac-annex-group">
          <th colSpan={width} scope="rowgroup">
            {criterion.group[language]}
          </th>
        </tr>
      )}
      <tr className="ac-annex-criterion">
        <th colSpan={width} scope="rowgroup">
          <span className="ac-annex-code ac-so">{criterion.code}</span>
          <span className="ac-annex-title">
            <Name of={criterion} />
            {criterion.key && (
              <>
                {' '}
                <Sign kind="key" size={13} label={t('set.key')} />
              </>
            )}
            {!criterion.complete && <Incomplete reading={reading} criterion={criterion} />}
          </span>
        </th>
      </tr>
      {criterion.indicators.map((indicator) => (
        <IndicatorRows
          key={indicator.code}
          reading={reading}
          indicator={indicator}
          columns={columns}
          isOpen={indicator.code === opened}
          onOpen={onOpen}
        />
      ))}
    </tbody>
  )
}

/** A name; one that is not known, and says so itself, is drawn as what is unknown. */
function Name({ of: { name, nameChecked } }: { readonly of: Pick<ReadIndicator, 'name' | 'nameChecked'> }) {
  const { language } = useLanguage()
  return nameChecked === 'unknown' ? <Unknown>{name[language]}</Unknown> : name[language]
}

/** What a unit must be before its criteria count. */
export function PrerequisiteRows({ reading, columns }: RowsProps) {
  const t = useLawText()
  const { language } = useLanguage()
  if (reading.prerequisites.length === 0) return null
  return (
    <tbody>
      <tr className="ac-annex-group">
        <th colSpan={columns.length + 1} scope="rowgroup">
          {t('set.prerequisites')}
        </th>
      </tr>
      {reading.prerequisites.map(({ code, name, terms }) => (
        <TermRows
          key={code}
          reading={reading}
          columns={columns}
          subject={{ code, name, notApplicableIn: [] }}
          terms={terms}
          title={
            <>
              <span className="ac-annex-code ac-so">{code}</span>
              <span>{name[language]}</span>
            </>
          }
        />
      ))}
    </tbody>
  )
}

function Incomplete({
  reading,
  criterion,
}: {
  readonly reading: Reading
  readonly criterion: ReadCriterion
}) {
  const t = useLawText()
  const { source } = criterion
  return (
    <span className="ac-small ac-under">
      {criterion.indicators.length === 0 && `${t('set.noIndicators')} `}
      {source !== null && (
        <Unknown>
          <Placed reading={reading} document={source.document} article={source.article} />
        </Unknown>
      )}
    </span>
  )
}

function Placed({
  reading,
  document,
  article,
}: {
  readonly reading: Reading
  readonly document: string
  readonly article: string | null
}) {
  return (
    <DocumentName
      standing={{ documents: reading.documents, entries: {} }}
      id={document}
      article={article ?? undefined}
    />
  )
}

function IndicatorRows({
  reading,
  indicator,
  columns,
  isOpen,
  onOpen,
}: RowsProps & {
  readonly indicator: ReadIndicator
  readonly isOpen: boolean
  readonly onOpen: (code: string) => void
}) {
  const t = useLawText()
  return (
    <>
      <TermRows
        reading={reading}
        columns={columns}
        subject={indicator}
        terms={termsRead(indicator)}
        title={
          <>
            <button
              type="button"
              className="ac-annex-code ac-act ac-so"
              aria-expanded={isOpen}
              aria-label={t('set.more', { code: indicator.code })}
              onClick={() => onOpen(indicator.code)}
            >
              {indicator.code}
            </button>
            <span>
              <Name of={indicator} />
              {indicator.ifAny && <span className="ac-small"> ({t('set.ifAny')})</span>}
            </span>
          </>
        }
      />
      {isOpen && (
        <tr className="ac-annex-more ac-noprint">
          <td colSpan={columns.length + 1}>
            <IndicatorMore reading={reading} indicator={indicator} />
          </td>
        </tr>
      )}
    </>
  )
}

type TermRowsProps = RowsProps & {
  readonly subject: LevelPlace['subject']
  readonly terms: readonly ReadTerm[]
  readonly title: ReactNode
}

/** The rule of an indicator: its name with the first line, further conditions under it. */
function TermRows({ reading, columns, subject, terms, title }: TermRowsProps) {
  const { language } = useLanguage()
  const t = useLawText()
  return terms.map((term, index) => {
    const isFirst = index === 0
    const heads = isHeading(term)
    const unit = term.levels.length === 0 ? undefined : scaleOf(term, reading.measures)?.unit?.[language]
    return (
      <tr key={index} data-part={isFirst ? undefined : true} style={{ '--ac-depth': term.depth }}>
        <th scope="row" colSpan={heads ? columns.length + 1 : 1}>
          {isFirst ? (
            <span className="ac-annex-name">
              {title}
              {(heads || unit !== undefined) && (
                <span className="ac-annex-note">{heads ? `${plainWords(term, language, t)}:` : unit}</span>
              )}
            </span>
          ) : (
            <PartName reading={reading} term={term} heads={heads} unit={unit} />
          )}
        </th>
        {!heads &&
          cellsOf(
            term,
            subject,
            columnIds(reading).filter((id) => columns.includes(id)),
          ).map((cell) => (
            <LevelCell
              key={cell.columns.join(' ')}
              place={{ reading, subject, term, cell }}
              isAlone={columns.length === 1}
            />
          ))}
      </tr>
    )
  })
}

function PartName({
  reading,
  term,
  heads,
  unit,
}: {
  readonly reading: Reading
  readonly term: ReadTerm
  readonly heads: boolean
  readonly unit: string | undefined
}) {
  const t = useLawText()
  const { language } = useLanguage()
  const measure = term.measure === null ? undefined : reading.measures[term.measure]
  const name = term.name?.[language] ?? measure?.name[language]
  return (
    <span className="ac-annex-part">
      {heads ? `${plainWords(term, language, t)}:` : (name ?? plainWords(term, language, t))}
      {!heads && unit !== undefined && <span className="ac-small"> ({unit})</span>}
    </span>
  )
}
