import { useMemo } from 'react'

import { pathOf, stitch, type Cloth, type Stitch } from '../../ui/cloth.ts'
import { useStandingText } from '../texts.ts'

const kinds = {
  m: 'met',
  b: 'basicallyMet',
  u: 'unmet',
  k: 'unknown',
  n: 'notApplicable',
} as const satisfies Readonly<Record<string, Stitch>>

/** One commune as a row of the cloth: its criteria from left to right, in the order of the law. */
export function StitchRow({ verdicts }: { readonly verdicts: string }) {
  const t = useStandingText()
  const cloth = useMemo(() => rowOf(verdicts), [verdicts])
  const count = (letters: string) => [...verdicts].filter((letter) => letters.includes(letter)).length
  return (
    <svg
      className="ac-stitch-row"
      viewBox={`0 -1 ${cloth.width} 14`}
      width={cloth.width}
      height={14}
      role="img"
      aria-label={t('list.stitches', { met: count('mb'), unmet: count('u'), unknown: count('k') })}
    >
      {Object.values(kinds).map((kind) => (
        <path key={kind} className={`ac-stitch-${kind}`} d={pathOf(cloth, kind, [0])} />
      ))}
    </svg>
  )
}

function rowOf(verdicts: string): Cloth {
  const group = { id: '', name: '', fullName: '', units: [] }
  const columns = [...verdicts].map((letter, index) => ({
    unit: { id: String(index), name: '', stitches: [stitchOf(letter)] },
    group,
    x: index * stitch.pitch,
  }))
  return {
    columns,
    heads: [],
    width: Math.max(0, columns.length * stitch.pitch - (stitch.pitch - stitch.width)),
  }
}

function stitchOf(letter: string): Stitch {
  return letter === 'm' || letter === 'b' || letter === 'u' || letter === 'n' ? kinds[letter] : 'unknown'
}
