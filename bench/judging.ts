import { compareJudging } from '@ancu/core/criteria'

import { readPacks } from '@ancu/server/criteria'
import { packsFolder } from '@ancu/server/routes'
import { ms } from './measure.ts'

/** A generated country judged by the compiled set, beside a loop written by hand over the same integers. */
export async function benchJudging(): Promise<readonly string[]> {
  const packs = await readPacks(packsFolder)
  if (!packs.ok) throw new Error(JSON.stringify(packs.refusal))
  return packs.value
    .filter((pack) => pack.edition.set.id === 'commune-2021-2025')
    .map(({ edition }) => {
      const times = compareJudging(edition, () => performance.now())
      if (!times.agree) throw new Error('the compiled set and the loop by hand do not agree')
      return (
        `${times.units} communes × ${times.indicators} indicators: ${ms(times.compiledMs)}; ` +
        `loop by hand: ${ms(times.byHandMs)}; ${times.ratio.toFixed(1)} times`
      )
    })
}
