import { judgesCommunes } from '@ancu/core/criteria'
import { accepted, day, type EndpointAnswer, type Result } from '@ancu/core/kernel'
import type { meta } from '@ancu/core/standing'
import type { Refusal } from '@ancu/core/text'
import { ownProvinceGroup, placesOn } from '@ancu/core/units'
import { opensOn } from '@ancu/worlds/kon-tum'

import { read, type Officer, type Program } from '../commands/index.ts'
import { imagesOf } from '../figures/image.ts'
import { findEdition } from '../figures/province.ts'
import { getEntry } from '../ledger/index.ts'
import { loadPicture } from '../units/index.ts'

type Meta = EndpointAnswer<typeof meta>

/** How the world in hand opens. A world loaded by the program is told by its first entry, which came from it. */
export async function metaOf(program: Program, officer: Officer): Promise<Result<Meta, Refusal>> {
  return read(program, officer, async (reader) => {
    const picture = await loadPicture(reader, reader.knownSeq)
    const image = await imagesOf(program.storage).upTo(reader, reader.knownSeq)
    const root = picture.rows.groups.find((row) => row.group === ownProvinceGroup)?.unit
    const province = root && picture.provinceInForce(root, reader.today)
    const first = await getEntry(reader, 1)
    const demo = first?.via === 'world'
    const sets = [...new Set(image.editions.map((edition) => edition.set.id))].toSorted()
    return accepted({
      today: reader.today,
      knownSeq: reader.knownSeq,
      from: (root && picture.lifeOf(root)?.from) ?? null,
      knownFrom: first?.knownOn ?? null,
      province: province
        ? {
            id: province.id,
            code: province.code ?? null,
            name: province.name,
            place: placesOn(picture, province, reader.today),
            kind: province.kind,
          }
        : null,
      opensOn: demo ? day(opensOn) : null,
      demo,
      sets: sets.flatMap((id) => {
        const set = findEdition(image, id, reader.knownSeq)?.set
        return set
          ? [
              {
                id,
                edition: set.edition,
                name: set.name,
                from: set.inForce.from,
                until: set.inForce.until ?? null,
                forCommunes: judgesCommunes(set),
              },
            ]
          : []
      }),
    })
  })
}
