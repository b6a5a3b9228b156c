import { z } from 'zod'

import type { listGroups } from '@ancu/core/criteria'
import { accepted, type EndpointAnswer, type EndpointInput, type Result } from '@ancu/core/kernel'
import type { Refusal } from '@ancu/core/text'
import { levelOfKind } from '@ancu/core/units'

import { read, type Officer, type Program } from '../commands/index.ts'
import { loadPicture, settleMoment } from '../units/index.ts'
import { parseYaml, readTextFile } from './pack-file.ts'

type Answer = EndpointAnswer<typeof listGroups>

const listed = z.array(z.object({ id: z.string(), name: z.object({ vi: z.string(), en: z.string() }) }))

/** The groups that a set may name: those listed beside the packs in their order, then others that units are in. */
export async function groupsOn(
  program: Program,
  officer: Officer,
  asked: EndpointInput<typeof listGroups>,
  packsFolder: string,
): Promise<Result<Answer, Refusal>> {
  const names = await namesIn(packsFolder)
  return read(program, officer, async (reader) => {
    const settled = await settleMoment(reader, asked)
    if (!settled.ok) return settled
    const { on, knownSeq } = settled.value
    const picture = await loadPicture(reader, knownSeq)
    const units = picture.unitIds.flatMap((id) => picture.unitOn(id, on) ?? [])
    const found = new Set(units.flatMap((unit) => unit.groups.map(({ group }) => group)))
    const ids = [...names.keys(), ...[...found].filter((id) => !names.has(id)).toSorted()]
    return accepted({
      on,
      knownSeq,
      groups: ids.map((id) => {
        const inIt = units.filter((unit) => unit.groups.some(({ group }) => group === id))
        const ofLevel = (level: string): number =>
          inIt.filter(({ kind }) => levelOfKind[kind] === level).length
        const [communes, villages] = [ofLevel('commune'), ofLevel('village')]
        return {
          id,
          name: names.get(id) ?? null,
          communes,
          villages,
          others: inIt.length - communes - villages,
        }
      }),
    })
  })
}

/** Nothing where the folder has no list; one that is wrong is told by the check of packs. */
async function namesIn(packsFolder: string): Promise<ReadonlyMap<string, { vi: string; en: string }>> {
  const text = await readTextFile(packsFolder, 'groups.yaml')
  const file = text.ok ? parseYaml(text.value) : undefined
  const read = listed.safeParse(file?.ok === true ? file.value.raw : [])
  return new Map(read.success ? read.data.map(({ id, name }) => [id, name]) : [])
}
