import { useMemo, useState } from 'react'

import { useMoment } from '../api/Moment.tsx'
import { Go } from '../ui/Go.tsx'
import { useFormats, useLanguage, useUiText } from '../ui/language.tsx'
import { ReadTable, type Column } from '../ui/ReadTable.tsx'
import { useIsBlocks, useIsPrinted } from '../ui/screen.ts'
import { Sign } from '../ui/Sign.tsx'
import type { FoldGroup, TableFolds } from '../ui/table-folds.ts'
import { Verdict } from '../ui/Verdict.tsx'
import { capitalised, useNaming, withinWhat } from '../units/names.ts'
import { LossReasons } from './LossReasons.tsx'
import { lossKey, type Loss, type Regressions } from './regressions.ts'
import { useRegressionsText } from './regressions-texts.ts'

/** Losses shown on a screen before somebody asks for all; paper has all of them. */
const shownAtOnce = 100

export type LossTableProps = { readonly regressions: Regressions; readonly losses: readonly Loss[] }

/** Every loss with its unit, what became of the criterion, why, and who answers for it. */
export function LossTable({ regressions, losses }: LossTableProps) {
  const t = useRegressionsText()
  const [isAll, setAll] = useState(false)
  const columns = useColumns(regressions)
  const { language } = useLanguage()
  const isFolded = useIsBlocks(true)
  const folds = useMemo((): TableFolds<Loss> => {
    const districts = new Map<string, FoldGroup>(
      regressions.units.map(({ id, district, place }) => [
        id,
        { id: district ?? '', name: capitalised(withinWhat(place[language])) },
      ]),
    )
    return {
      fewest: 7,
      groupOf: ({ unit }) => districts.get(unit),
      says: (within) =>
        t('fold.says', { n: within.length, units: new Set(within.map(({ unit }) => unit)).size }),
    }
  }, [regressions, language, t])
  const isPrinted = useIsPrinted()
  const isCut = !isAll && !isFolded && !isPrinted && losses.length > shownAtOnce
  return (
    <>
      <ReadTable
        caption={t('list', { n: losses.length })}
        isCaptionHidden
        isWide
        folds={folds}
        columns={columns}
        rows={isCut ? losses.slice(0, shownAtOnce) : losses}
        rowKey={lossKey}
      />
      {isCut && (
        <p className="ac-small ac-loss-all">
          {t('list.some', { shown: shownAtOnce, n: losses.length })}{' '}
          <button type="button" className="ac-act ac-noprint" onClick={() => setAll(true)}>
            {t('list.all')}
          </button>
        </p>
      )}
    </>
  )
}

function useColumns(regressions: Regressions): readonly Column<Loss>[] {
  const t = useRegressionsText()
  const ui = useUiText()
  const format = useFormats()
  const { language } = useLanguage()
  const { href, dayWord } = useMoment()
  const { title } = useNaming()
  return useMemo(() => {
    const units = new Map<string, Regressions['units'][number]>(
      regressions.units.map((unit) => [unit.id, unit]),
    )
    return [
      {
        key: 'unit',
        head: t('unit'),
        render: ({ unit: id, to, old, new: current }) => {
          const unit = units.get(id)
          const criterion = (current ?? old)?.code
          return (
            <>
              <Go href={href(`/don-vi/${id}`, { criterion, on: dayWord(to), unit: undefined })}>
                {unit === undefined ? id : title(unit)}
              </Go>
              <span className="ac-small ac-loss-line">{withinWhat(unit?.place[language] ?? '')}</span>
            </>
          )
        },
      },
      {
        key: 'criterion',
        head: t('criterion'),
        render: ({ old, new: current }) => {
          const criterion = current ?? old
          return criterion === null ? undefined : (
            <span>
              {criterion.code}. {criterion.name[language]}{' '}
              {criterion.key && <Sign kind="key" size={13} label={ui('sign.key')} />}
            </span>
          )
        },
      },
      {
        key: 'change',
        head: t('change'),
        render: ({ old, new: current, from, to }) => (
          <span className="ac-loss-change">
            <Verdict kind={old?.verdict ?? 'notApplicable'}>{t('on', { day: format.day(from) })}</Verdict>
            <Verdict kind={current?.verdict ?? 'notApplicable'}>
              {current === null ? t('notAsked') : ui(`sign.${current.verdict}`)}, {format.day(to)}
            </Verdict>
          </span>
        ),
      },
      {
        key: 'why',
        head: t('why'),
        render: (loss) => <LossReasons loss={loss} />,
      },
      {
        key: 'owner',
        head: t('owner'),
        render: ({ owner }) => owner?.[language] ?? t('owner.nobody'),
      },
    ]
  }, [t, ui, format, language, href, dayWord, title, regressions])
}
