import { useMoment } from '../../api/Moment.tsx'
import type { SetRow } from '../../standing/law/answers.ts'
import { Go } from '../../ui/Go.tsx'
import { useNaming } from '../../units/names.ts'
import type { Comparison } from './answers.ts'
import { Folded } from './Folded.tsx'
import { useCompareText } from './texts.ts'

export type NotComparedProps = {
  readonly comparison: Comparison
  /** Of two for the same set the first counts. */
  readonly sets: readonly Pick<SetRow, 'set' | 'forKinds'>[]
}

/** Units that one of the sets alone judges, by name, and why they are held against nothing. */
export function NotCompared({ comparison, sets }: NotComparedProps) {
  const t = useCompareText()
  const { href } = useMoment()
  const { title } = useNaming()
  const { notCompared, oldSide, newSide } = comparison
  if (notCompared.length === 0) return null
  const kindsOf = (wanted: string) => sets.find(({ set }) => set === wanted)?.forKinds ?? []
  const [oldKinds, newKinds] = [kindsOf(oldSide.set), kindsOf(newSide.set)]
  const groups = Map.groupBy(notCompared, ({ kind }) =>
    !newKinds.includes(kind) ? 'oldOnly' : !oldKinds.includes(kind) ? 'newOnly' : 'group',
  )
  return (
    <Folded name="rest" heading={t('notCompared.heading', { n: notCompared.length })}>
      {[...groups].map(([why, units]) => (
        <div key={why} className="ac-not-compared">
          <p>
            {t(`notCompared.${why}`, {
              n: units.length,
              old: oldSide.name.short,
              new: newSide.name.short,
            })}
          </p>
          <ul>
            {units.map((unit) => (
              <li key={unit.id}>
                <Go href={href(`/don-vi/${unit.id}`)}>{title(unit)}</Go>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Folded>
  )
}
