import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { sealEdition } from '@ancu/core/criteria'
import { day } from '@ancu/core/kernel'
import type { RevocationRule } from '@ancu/core/recognition'

import { risksOf, type Risk } from '../../recognition/risks.ts'
import { isFor, judgeAt, type Ground } from '../../standing/fold.ts'
import { areaOf } from '../../standing/moment.ts'

/** Files that the commands would print on recognised communes: risks, decisions, figures, verdicts, sets. */
export async function exportRisks(
  ground: Ground,
  rules: readonly RevocationRule[],
  on: string,
  folder: string,
): Promise<void> {
  const { image, picture } = ground
  const moment = { on: day(on), knownSeq: image.seq }
  const area = areaOf({ picture, moment }, undefined)
  if (!area.ok) throw new Error(JSON.stringify(area.refusal))
  const write = (name: string, answer: unknown): Promise<void> =>
    writeFile(join(folder, `${name}.json`), JSON.stringify(answer))
  const risks = risksOf({ image, picture, moment, basis: 'official' }, rules, area.value)
  const units = area.value.communes.filter(({ id }) => image.decisions.has(id))
  const ids = new Set<string>(units.map(({ id }) => id))
  const ofUnits = <Fact extends { readonly unit: string }>(facts: readonly Fact[]) => ({
    rows: facts.filter(({ unit }) => ids.has(unit)),
  })
  await write('risks', { on, basis: 'official', rows: risks.map(shown) })
  await write('decisions', ofUnits([...image.decisions.values()].flat()))
  await write('figures', ofUnits([...image.figures.values()].flatMap((lists) => [...lists.values()].flat())))
  await write('verdicts', ofUnits([...image.claims.values()].flatMap((lists) => [...lists.values()].flat())))
  await write('levels', { rows: image.levels })
  for (const set of new Set(rules.flatMap((rule) => Object.values(rule.sets)))) {
    const edition = image.editions.find((one) => one.set.id === set)
    if (!edition) throw new Error(`no edition of ${set}`)
    const judge = judgeAt(ground, edition, moment)
    const judged = units.filter((unit) => isFor(edition, unit))
    await write(`${set}.pack`, { content: sealEdition(edition) })
    await write(`${set}.standings`, {
      rows: judged.map((unit) => ({ unit: unit.id, column: judge.compiledFor(unit).column })),
    })
  }
}

function shown({ unit, rank, rule, judged }: Risk) {
  const { status, failing, keyFailing, margin } = judged ?? {}
  return { unit: { id: unit.id }, rank, rule: rule?.id ?? null, status, failing, keyFailing, margin }
}
