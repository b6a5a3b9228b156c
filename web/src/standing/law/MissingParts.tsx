import { useMemo } from 'react'

import { useMoment } from '../../api/Moment.tsx'
import { Go } from '../../ui/Go.tsx'
import { useFormats } from '../../ui/language.tsx'
import { ReadTable, type Column } from '../../ui/ReadTable.tsx'
import { Vietnamese } from '../../ui/Vietnamese.tsx'
import type { Missing, Wanted, WantedPart } from './answers.ts'
import { useLawText } from './texts.ts'

export type MissingPartsProps = {
  readonly wanted: Wanted
  readonly parts: readonly WantedPart[]
  /** Columns of the set, by which the parts name theirs. */
  readonly columns: Missing['sets'][number]['columns']
  readonly language: 'vi' | 'en'
}

/** What one document would tell, line by line, with what can be done about it here. */
export function MissingParts({ wanted, parts, columns: ofSet, language }: MissingPartsProps) {
  const t = useLawText()
  const format = useFormats()
  const { href } = useMoment()
  const columns = useMemo((): readonly Column<WantedPart>[] => {
    const columnsColumn: Column<WantedPart> = {
      key: 'columns',
      head: t('missing.columns'),
      render: ({ columns: lacking, years }) => {
        const names = ofSet.flatMap(({ id, name }) => (lacking.includes(id) ? [name[language]] : []))
        const words = [...names, ...years.map(String)].join(', ')
        return words === '' ? undefined : words
      },
    }
    return [
      {
        key: 'part',
        head: t('missing.part'),
        render: ({ code, name, why, note, article }) => (
          <>
            {code !== null && <span className="ac-so">{code} </span>}
            {name === null ? t('missing.whole') : name[language]}{' '}
            <span className="ac-small">({t(`missing.why.${why}`)})</span>
            {(article ?? note) !== null && (
              <span className="ac-small ac-under">
                <Vietnamese>{[article, note].filter(Boolean).join('. ')}</Vietnamese>
              </span>
            )}
          </>
        ),
      },
      ...(parts.every(({ columns, years }) => columns.every((id) => id === '*') && years.length === 0)
        ? []
        : [columnsColumn]),
      {
        key: 'alone',
        head: t('missing.alone'),
        isNumber: true,
        render: ({ alone }) => format.number(alone),
      },
      {
        key: 'along',
        head: t('missing.along'),
        isNumber: true,
        render: ({ along }) => format.number(along),
      },
      {
        key: 'act',
        head: t('missing.act'),
        render: ({ key, code }) => {
          if (key !== null) {
            const path = `/bo-tieu-chi/${wanted.set}/ghi-muc`
            return <Go href={href(path, { key })}>{t('missing.fill')}</Go>
          }
          return code === null ? undefined : (
            <Go href={href(`/bo-tieu-chi/${wanted.set}`, { text: code })}>{t('done.back')}</Go>
          )
        },
      },
    ]
  }, [t, format, href, language, wanted.set, ofSet, parts])
  return (
    <ReadTable
      caption={t('missing.open', { n: parts.length })}
      isCaptionHidden
      columns={columns}
      rows={parts}
      rowKey={({ why, code, key }) => `${why} ${code} ${key}`}
    />
  )
}
