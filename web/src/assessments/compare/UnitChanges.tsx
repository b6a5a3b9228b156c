import { Go } from '../../ui/Go.tsx'
import { Illustrative } from '../../ui/Verdict.tsx'
import { useNaming } from '../../units/names.ts'
import { ChangeRow } from '../ChangeRow.tsx'
import type { ComparedUnit, Comparison } from './answers.ts'
import { useCompareText } from './texts.ts'
import { useUnitHref } from './unit-href.ts'

export type UnitChangesProps = { readonly unit: ComparedUnit; readonly comparison: Comparison }

/** What one unit loses, then what it gains, criterion by criterion. */
export function UnitChanges({ unit, comparison }: UnitChangesProps) {
  const t = useCompareText()
  const { title } = useNaming()
  const unitHref = useUnitHref(comparison)
  const groups = (['lost', 'gained'] as const).flatMap((kind) => {
    const changes = unit.changes.filter(({ change }) => change === kind)
    return changes.length === 0 ? [] : [{ kind, changes }]
  })
  return (
    <div className="ac-unit-changes">
      {groups.map(({ kind, changes }) => (
        <div key={kind}>
          <h3>{t(`unit.${kind}`, { n: changes.length, unit: title(unit) })}</h3>
          <ul>
            {changes.map((change) => (
              <ChangeRow
                key={`${change.old?.code} ${change.new?.code}`}
                change={change}
                documents={comparison.documents}
              />
            ))}
          </ul>
        </div>
      ))}
      <p className="ac-small">
        <Go href={unitHref(unit.id)} className="ac-noprint">
          {t('unit.page', { unit: title(unit) })}
        </Go>{' '}
        {comparison.illustrative && <Illustrative />}
      </p>
    </div>
  )
}
