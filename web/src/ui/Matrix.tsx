import { useMemo, useState } from 'react'

import { ClothFigure } from './ClothFigure.tsx'
import {
  countMet,
  pathOf,
  weave,
  type Cloth,
  type ClothColumn,
  type ClothCriterion,
  type ClothGroup,
  type Stitch,
} from './cloth.ts'
import { Go } from './Go.tsx'
import { useUiText } from './language.tsx'
import { OpenNumber } from './OpenNumber.tsx'
import { ReadTable, type Column } from './ReadTable.tsx'
import { useIsPhone } from './screen.ts'
import { Illustrative } from './Verdict.tsx'
import './matrix.css'

export type MatrixProps = {
  /** Name of the figure: "19 tiêu chí × 85 xã, mỗi mũi là một kết luận". */
  readonly name: string
  /** In the order of the law. */
  readonly criteria: readonly ClothCriterion[]
  readonly groups: readonly ClothGroup[]
  readonly total: number
  /** The page of a unit, at a criterion where one is named. */
  readonly unitHref: (unitId: string, criterion?: string) => string
  readonly onOpenCriterion: (code: string) => void
  readonly isIllustrative?: boolean
}

/** Tấm dệt: every verdict of every unit as a stitch, with a table beside it. */
export function Matrix(props: MatrixProps) {
  const t = useUiText()
  const isPhone = useIsPhone()
  const [isTable, setTable] = useState(false)
  const cloth = useMemo(() => weave(props.groups), [props.groups])
  return (
    <figure className="ac-matrix">
      {isPhone ? <WeakestRows {...props} cloth={cloth} /> : <ClothFigure {...props} cloth={cloth} />}
      <div className="ac-matrix-foot">
        <Key cloth={cloth} />
        <span className="ac-matrix-aside">
          <button
            type="button"
            className="ac-act ac-noprint"
            aria-expanded={isTable}
            onClick={() => setTable(!isTable)}
          >
            {isTable ? t('hideTable') : t('showTable')}
          </button>
          {props.isIllustrative === true && <Illustrative />}
        </span>
      </div>
      {isTable && <ClothTable {...props} cloth={cloth} />}
    </figure>
  )
}

type WovenProps = MatrixProps & { readonly cloth: Cloth }

const inKey = [
  'met',
  'basicallyMet',
  'unmet',
  'unknown',
  'notApplicable',
] as const satisfies readonly Stitch[]

/** Only the signs that are woven in. */
function Key({ cloth }: { readonly cloth: Cloth }) {
  const used = useMemo(() => new Set(cloth.columns.flatMap(({ unit }) => unit.stitches)), [cloth])
  return (
    <ul className="ac-matrix-key">
      {inKey
        .filter((kind) => used.has(kind))
        .map((kind) => (
          <li key={kind}>
            <svg viewBox="-1 -1 10 14" aria-hidden>
              <path className={`ac-stitch-${kind}`} d={pathOf(oneStitch(kind), kind, [0])} />
            </svg>
            <KeyWord kind={kind} />
          </li>
        ))}
    </ul>
  )
}

function KeyWord({ kind }: { readonly kind: Stitch }) {
  const t = useUiText()
  return <>{t(`sign.${kind}`)}</>
}

function oneStitch(kind: Stitch): Cloth {
  return weave([{ id: '', name: '', fullName: '', units: [{ id: '', name: '', stitches: [kind] }] }])
}

/** On a phone: the five rows where most is wanting, each with its name and count. */
function WeakestRows({ criteria, cloth, total, onOpenCriterion }: WovenProps) {
  const t = useUiText()
  const weakest = criteria
    .map((criterion, row) => ({ ...criterion, row }))
    .toSorted((one, other) => one.met - other.met)
    .slice(0, 5)
  return (
    <>
      <p className="ac-small">{t('cloth.weakest', { shown: weakest.length, total: criteria.length })}</p>
      <ul className="ac-matrix-rows">
        {weakest.map((criterion) => (
          <li key={criterion.code}>
            <div className="ac-matrix-row-head">
              <b>
                {criterion.code}. {criterion.name}
              </b>
              <OpenNumber
                means={t('cloth.openCount', { met: criterion.met, total, criterion: criterion.name })}
                onOpen={() => onOpenCriterion(criterion.code)}
              >
                {criterion.met}/{total}
              </OpenNumber>
            </div>
            <svg viewBox={`0 -1 ${cloth.width} 14`} preserveAspectRatio="none" aria-hidden>
              {inKey.map((kind) => (
                <path key={kind} className={`ac-stitch-${kind}`} d={pathOf(cloth, kind, [criterion.row])} />
              ))}
            </svg>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The same verdicts in words: a row for each unit, the criteria it does not meet by number. */
function ClothTable({ name, criteria, cloth, unitHref }: WovenProps) {
  const t = useUiText()
  const columns = useMemo((): readonly Column<ClothColumn>[] => {
    const listOf = (kind: Stitch) => (row: ClothColumn) => {
      const codes = criteria.flatMap(({ code }, index) => (row.unit.stitches[index] === kind ? [code] : []))
      return codes.length === 0 ? t('none') : codes.join(', ')
    }
    const countOf = (kind: Stitch) => (row: ClothColumn) =>
      row.unit.stitches.filter((verdict) => verdict === kind).length
    const kinds = (['unmet', 'unknown', 'notApplicable'] as const).filter((kind) =>
      cloth.columns.some((column) => countOf(kind)(column) > 0),
    )
    return [
      {
        key: 'unit',
        head: t('cloth.unit'),
        render: ({ unit }) => <Go href={unitHref(unit.id)}>{unit.name}</Go>,
        sortBy: ({ unit }) => unit.name,
      },
      {
        key: 'group',
        head: t('cloth.group'),
        render: ({ group }) => group.name,
        sortBy: ({ group }) => group.name,
      },
      {
        key: 'met',
        head: capital(t('sign.met')),
        render: ({ unit }) => `${countMet(unit)}/${criteria.length}`,
        sortBy: ({ unit }) => countMet(unit),
        isNumber: true,
        onPhone: 'beside',
      },
      ...kinds.map((kind): Column<ClothColumn> => ({
        key: kind,
        head: capital(t(`sign.${kind}`)),
        render: listOf(kind),
        sortBy: countOf(kind),
      })),
    ]
  }, [criteria, cloth, unitHref, t])
  return (
    <div className="ac-matrix-table">
      <p className="ac-small">{t('cloth.tableHint')}</p>
      <ReadTable
        caption={name}
        isCaptionHidden
        columns={columns}
        rows={cloth.columns}
        rowKey={({ unit }) => unit.id}
        sorted={{ by: 'met' }}
      />
    </div>
  )
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
