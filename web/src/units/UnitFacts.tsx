import type { ReactNode } from 'react'

import { unitMessages } from '@ancu/core/units'

import { useMoment } from '../api/Moment.tsx'
import { Go } from '../ui/Go.tsx'
import { useFormats, useLanguage } from '../ui/language.tsx'
import { Section } from '../ui/Section.tsx'
import { Illustrative } from '../ui/Verdict.tsx'
import { useGroupWord } from './groups.ts'
import { dayBefore, nameOf, type Dated, type Related, type ShownUnit } from './shown.ts'
import { useUnitsText } from './texts.ts'

/** What a unit was called, was, belonged to and is made of, each with its time; nothing of it is overwritten. */
export function UnitFacts({ shown }: { readonly shown: ShownUnit }) {
  const t = useUnitsText()
  const { language } = useLanguage()
  const groupWord = useGroupWord()
  const { names, codes, kinds, parents, predecessors, successors, unit } = shown
  const kindWord = (kind: (typeof kinds)[number]['kind']) => unitMessages(language).say(`kind.${kind}`)
  return (
    <Section heading={headingOf(shown, t)}>
      {(predecessors.length > 0 || successors.length > 0) && (
        <div className="ac-lineage">
          <Lineage title={t('facts.predecessors')} related={predecessors} isPast />
          <Lineage title={t('facts.successors')} related={successors} isPast={false} />
        </div>
      )}
      <dl className="ac-facts ac-unit-facts">
        <Rows title={t('facts.names')}>
          {names.map((row, index) => (
            <li key={index}>
              {row.name} <Period of={row} />{' '}
              <span className="ac-small">{t(`facts.spelling.${row.spelling}`)}</span>{' '}
              {row.illustrative && <Illustrative />}
            </li>
          ))}
        </Rows>
        <Rows title={t('facts.codes')}>
          {codes.map((row, index) => (
            <li key={index}>
              <span className="ac-so">{row.code}</span> <Period of={row} />
            </li>
          ))}
        </Rows>
        <Rows title={t('facts.kinds')}>
          {kinds.map((row, index) => (
            <li key={index}>
              {kindWord(row.kind)} <Period of={row} />
            </li>
          ))}
        </Rows>
        <Rows title={t('facts.parents')}>
          {parents.map((row, index) => (
            <li key={index}>
              <ParentLink row={row} /> <Period of={row} />
            </li>
          ))}
        </Rows>
        <Rows title={t('facts.groups')}>
          {unit.groups.map(({ group, illustrative }) => (
            <li key={group}>
              {groupWord(group)} {illustrative && <Illustrative />}
            </li>
          ))}
        </Rows>
      </dl>
    </Section>
  )
}

function headingOf({ predecessors, successors }: ShownUnit, t: ReturnType<typeof useUnitsText>): string {
  const [before, after] = [
    new Set(predecessors.map(({ id }) => id)).size,
    new Set(successors.map(({ id }) => id)).size,
  ]
  if (before > 0 && after > 0) return t('facts.both', { n: before, m: after })
  if (before > 0) return t('facts.made', { n: before })
  return after > 0 ? t('facts.became', { n: after }) : t('facts.same')
}

function Rows({ title, children }: { readonly title: string; readonly children: readonly ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <>
      <dt>{title}</dt>
      <dd>
        <ul>{children}</ul>
      </dd>
    </>
  )
}

function Period({ of }: { readonly of: Dated }) {
  const t = useUnitsText()
  const format = useFormats()
  const from = format.day(of.from)
  return (
    <span className="ac-small">
      {of.until === null
        ? t('period.from', { from })
        : t('period.between', { from, until: format.day(dayBefore(of.until)) })}
    </span>
  )
}

/** The unit above, on a day on which it was. */
function ParentLink({ row }: { readonly row: ShownUnit['parents'][number] }) {
  const { href, dayWord, day } = useMoment()
  const holds = row.from <= day && (row.until === null || day < row.until)
  const there = holds ? day : row.until === null ? row.from : dayBefore(row.until)
  return <Go href={href(`/don-vi/${row.id}`, holds ? {} : { on: dayWord(there) })}>{row.name}</Go>
}

function Lineage({
  title,
  related,
  isPast,
}: {
  readonly title: string
  readonly related: readonly Related[]
  readonly isPast: boolean
}) {
  const t = useUnitsText()
  const format = useFormats()
  const { language } = useLanguage()
  const { href, dayWord } = useMoment()
  if (related.length === 0) return null
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {related.map((each) => {
          const there = isPast ? dayBefore(each.day) : each.day
          const papers = [each.documentName, each.clause].filter((text) => text !== null)
          return (
            <li key={`${each.id} ${each.day}`}>
              <Go href={href(`/don-vi/${each.id}`, { on: dayWord(there) })}>{nameOf(each, language)}</Go>
              <span className="ac-small">
                {' '}
                {format.day(each.day)}, {unitMessages(language).say(`change.${each.kind}`)}
                {each.measure !== 'whole' || each.num !== each.den
                  ? `, ${t('facts.part', { num: each.num, den: each.den, measure: each.measure })}`
                  : ''}
                {papers.length > 0 && `. ${papers.join(', ')}`}
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
