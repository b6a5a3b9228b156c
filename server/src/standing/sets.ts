import { countLevels } from '@ancu/core/criteria'
import { accepted, refused, type EndpointAnswer, type Result } from '@ancu/core/kernel'
import type { listSets, readSet } from '@ancu/core/standing'
import type { Refusal } from '@ancu/core/text'

import type { Officer, Program } from '../commands/index.ts'
import type { AskedWhen } from '../units/index.ts'
import { contextOf, documentsNamed, editionsKnown, headOf, withLaw } from './law.ts'
import { unknownSet } from './moment.ts'
import { readingOf } from './reading.ts'

/** Every criteria set known, in the order of the law. */
export async function setsOf(
  program: Program,
  officer: Officer,
  asked: AskedWhen,
): Promise<Result<EndpointAnswer<typeof listSets>, Refusal>> {
  return withLaw(program, officer, asked, async (law) => {
    const { on, known, knownSeq } = law.settled
    const bySet = Map.groupBy(editionsKnown(law), (edition) => edition.set.id)
    const sets = [...bySet.values()].flatMap((editions) => {
      const [newest] = editions
      if (newest === undefined) return []
      const { criteria, declaredIndicators } = newest.set
      const counts = {
        criteria: criteria.length,
        indicators: criteria.flatMap((criterion) => criterion.indicators).length,
        declaredIndicators: declaredIndicators ?? null,
        levels: countLevels(newest.set, contextOf(law, newest)),
      }
      return [{ ...headOf(law, newest.set, editions), ...counts }]
    })
    const cited = sets.flatMap(({ applied }) => applied?.document ?? [])
    return accepted({
      on,
      known: known ?? null,
      knownSeq,
      sets,
      documents: await documentsNamed(law, cited),
    })
  })
}

/** One set laid out for reading on a day, its newest edition unless another is named. */
export async function readSetOf(
  program: Program,
  officer: Officer,
  { set, edition: no, ...asked }: AskedWhen & { readonly set: string; readonly edition?: number | undefined },
): Promise<Result<EndpointAnswer<typeof readSet>, Refusal>> {
  return withLaw(program, officer, asked, async (law) => {
    const known = editionsKnown(law)
    const editions = known.filter((edition) => edition.set.id === set)
    const [newest] = editions
    if (newest === undefined) return unknownSet(set, known)
    const edition = no === undefined ? newest : editions.find((one) => one.no === no)
    if (edition === undefined) return refused({ code: 'editionUnknown', set, edition: no ?? null })
    return accepted(await readingOf(law, edition, headOf(law, newest.set, editions)))
  })
}
