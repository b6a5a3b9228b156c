import type { FactRefusal } from '@ancu/core/figures'
import type { Refusal } from '@ancu/core/text'

/** Conclusions that a command names, each with the id of the row that it becomes. */
export type NamedClaims = readonly { readonly id: string; readonly claim: string }[]

/** Refuses a command by the conclusions that it names, each by its row; undefined where none is refused. */
export function refusalsOf(
  claims: NamedClaims,
  codeOf: (claim: string) => FactRefusal['code'] | undefined,
): Refusal | undefined {
  const refusals = claims.flatMap(({ id, claim }, at): readonly FactRefusal[] => {
    const code = codeOf(claim)
    return code === undefined ? [] : [{ code, section: 'verdicts', at, id, value: claim }]
  })
  return refusals.length > 0 ? { code: 'factsRefused', refusals } : undefined
}
