import { isAbsolute } from 'node:path'

import {
  addPack,
  checkPack as checkPackEndpoint,
  criteriaMessages,
  listGroups,
  listPacks,
  openEdition,
  showPack,
  type Edition,
} from '@ancu/core/criteria'
import { accepted, refused, type EndpointAnswer, type Result } from '@ancu/core/kernel'
import type { Refusal } from '@ancu/core/text'

import { command, read } from '../commands/index.ts'
import { route, type Route } from '../http/route.ts'
import { groupsOn } from './groups.ts'
import { groupsUnheard } from './pack-groups.ts'
import { checkPack, readPacks, type Pack, type PackFault } from './packs.ts'
import { decideEdition } from './publish.ts'
import { findEditionsBetween } from './store.ts'

/** Packs are read from the disk of the machine that holds the data, so naming a folder takes the private door. */
export function criteriaRoutes(packsFolder: string): readonly Route[] {
  return [
    route(listGroups, (program, caller, asked) => groupsOn(program, caller, asked, packsFolder)),
    route(
      listPacks,
      async (program, caller) => {
        const packs = await readPacks(packsFolder)
        if (!packs.ok) return refused(packWrong(packs.refusal))
        return read(program, caller, async (reader) => {
          const editions = (await findEditionsBetween(reader, 0, reader.knownSeq)).map(
            ({ content, digest, seq }): Listed => ({
              edition: openEdition(content),
              digest,
              seq,
              inFolder: false,
            }),
          )
          const inFolder = packs.value.map((pack): Listed => {
            const published = editions.find((one) => isSame(one.edition, pack.edition))
            return { edition: pack.edition, digest: pack.digest, seq: published?.seq ?? null, inFolder: true }
          })
          const elsewhere = editions.filter(
            (one) => !packs.value.some((pack) => isSame(one.edition, pack.edition)),
          )
          return accepted({
            knownSeq: reader.knownSeq,
            packs: [...inFolder, ...elsewhere].toSorted(byName).map((one) => ({
              ...namesOf(one.edition),
              name: one.edition.set.name,
              from: one.edition.set.inForce.from,
              until: one.edition.set.inForce.until ?? null,
              ...sizeOf(one.edition),
              inFolder: one.inFolder,
              seq: one.seq,
              digest: one.digest,
            })),
          })
        })
      },
      { fresh: true },
    ),
    route(showPack, (program, caller, { set, edition }) =>
      read(program, caller, async (reader) => {
        const ofSet = (await findEditionsBetween(reader, 0, reader.knownSeq)).filter((one) => one.set === set)
        const found =
          edition === undefined
            ? ofSet.toSorted((one, other) => other.no - one.no)[0]
            : ofSet.find((one) => one.no === edition)
        if (found !== undefined) {
          const { no, seq, digest, content } = found
          const edition = openEdition(content)
          return accepted({
            knownSeq: reader.knownSeq,
            set,
            edition: no,
            seq,
            digest,
            content: { ...edition },
          })
        }
        return ofSet.length === 0 || edition === undefined
          ? refused({ code: 'setUnknown', set })
          : refused({ code: 'editionUnknown', set, edition })
      }),
    ),
    route(checkPackEndpoint, (_program, _caller, asked) => checkPackNamed(packsFolder, asked), {
      private: true,
    }),
    route(
      addPack,
      async (program, caller, { commandId, reason, ...asked }) => {
        const pack = await findPack(packsFolder, asked)
        if (!pack.ok) return pack
        const { digest, edition: content } = pack.value
        const { set, edition } = namesOf(content)
        const value = { set, edition, digest }
        const request = { commandId, kind: 'packs.add', via: caller.via, payload: value }
        const outcome = await command<typeof value, Refusal>(
          program,
          caller,
          reason === undefined ? request : { ...request, reason },
          (reader) => decideEdition(reader, content),
        )
        if (!outcome.ok) return outcome
        const { seq, repeated } = outcome.value
        return accepted({ seq, repeated, ...outcome.value.value })
      },
      { private: true },
    ),
  ]
}

/** What a pack holds, once it has been read and its examples judged; no data are needed for it. */
export async function checkPackNamed(
  packsFolder: string,
  asked: Wanted,
): Promise<Result<EndpointAnswer<typeof checkPackEndpoint>, Refusal>> {
  const pack = await findPack(packsFolder, asked)
  if (!pack.ok) return pack
  const { folder, edition, examples, digest } = pack.value
  const warnings = await groupsUnheard(folder, packsFolder)
  return accepted({
    ...namesOf(edition),
    digest,
    ...sizeOf(edition),
    measures: edition.measures.length,
    examples,
    warnings: warnings.map(shownFault),
  })
}

type Listed = {
  readonly edition: Edition
  readonly digest: string
  readonly seq: number | null
  readonly inFolder: boolean
}

type Wanted = { readonly pack: string; readonly edition?: number | undefined }

/** The pack in a folder, or the newest edition of a set among those of the program. */
async function findPack(packsFolder: string, { pack, edition }: Wanted): Promise<Result<Pack, Refusal>> {
  if (isAbsolute(pack)) {
    const found = await checkPack(pack)
    return found.ok ? found : refused(packWrong(found.refusal))
  }
  const packs = await readPacks(packsFolder)
  if (!packs.ok) return refused(packWrong(packs.refusal))
  const ofSet = packs.value.filter((one) => one.edition.set.id === pack)
  const [newest] = ofSet
    .filter((one) => edition === undefined || one.edition.set.edition === edition)
    .toSorted((one, other) => other.edition.set.edition - one.edition.set.edition)
  if (newest !== undefined) return accepted(newest)
  return ofSet.length === 0 || edition === undefined
    ? refused({ code: 'packUnknown', set: pack })
    : refused({ code: 'editionUnknown', set: pack, edition })
}

function packWrong(faults: readonly PackFault[]): Refusal {
  return { code: 'packWrong', issues: faults.map(shownFault) }
}

type Shown = EndpointAnswer<typeof checkPackEndpoint>['warnings'][number]

function shownFault({ file, line, code, facts }: PackFault): Shown {
  return {
    file,
    line: line ?? null,
    problem: code,
    vi: criteriaMessages('vi').say(`issue.${code}`, facts),
    en: criteriaMessages('en').say(`issue.${code}`, facts),
  }
}

function namesOf({ set }: Edition): { readonly set: string; readonly edition: number } {
  return { set: set.id, edition: set.edition }
}

function isSame(one: Edition, other: Edition): boolean {
  return one.set.id === other.set.id && one.set.edition === other.set.edition
}

type Size = Pick<EndpointAnswer<typeof checkPackEndpoint>, 'criteria' | 'indicators' | 'declaredIndicators'>

function sizeOf({ set }: Edition): Size {
  const indicators = set.criteria.flatMap((one) => one.indicators).length
  return {
    criteria: set.criteria.length,
    indicators,
    declaredIndicators: set.declaredIndicators ?? indicators,
  }
}

function byName(one: Listed, other: Listed): number {
  const [a, b] = [one.edition.set, other.edition.set]
  return a.id < b.id ? -1 : a.id > b.id ? 1 : a.edition - b.edition
}
