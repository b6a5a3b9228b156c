import type { Edition, KnownSetApplication } from '@ancu/core/criteria'
import type { KnownDecision } from '@ancu/core/decisions'
import { claimKey, type KnownClaim, type KnownFigure } from '@ancu/core/figures'
import type { UnitId } from '@ancu/core/units'

import type { Reader } from '../commands/index.ts'
import type { Storage } from '../database/index.ts'
import {
  findApplicationsBetween,
  findEditionsBetween,
  findLevelsBetween,
  type DecidedLevel,
} from '../criteria/store.ts'
import { findDecisionsBetween } from '../decisions/store.ts'
import { findClaimsBetween, findClaimsOf } from './claim-store.ts'
import { findFiguresBetween, findFiguresOf } from './store.ts'

/** An edition with the ledger number it is known from. */
export type KnownEdition = Edition & { readonly no: number; readonly digest: string; readonly seq: number }

/**
 * The facts of one province in memory, each with its ledger number. The ledger only grows, so the image is
 * brought up to date by the new entries alone, and answers for every earlier number as well.
 */
export type ProvinceImage = {
  /** Every entry up to this number is in. */
  readonly seq: number
  readonly figures: ReadonlyMap<UnitId, ReadonlyMap<string, readonly KnownFigure[]>>
  /** By unit and set, then by `claimKey`. */
  readonly claims: ReadonlyMap<string, ReadonlyMap<string, readonly KnownClaim[]>>
  readonly decisions: ReadonlyMap<UnitId, readonly KnownDecision[]>
  readonly editions: readonly KnownEdition[]
  readonly applications: readonly KnownSetApplication[]
  readonly levels: readonly DecidedLevel[]
}

export function claimsIn(unit: UnitId, set: string): string {
  return `${unit} ${set}`
}

const cachesByStorage = new WeakMap<Storage, ImageCache>()

/** The images of the provinces that a storage holds; they live and die with it. */
export function imagesOf(storage: Storage): ImageCache {
  const found = cachesByStorage.get(storage)
  if (found) return found
  const made = new ImageCache()
  cachesByStorage.set(storage, made)
  return made
}

/** Images of the provinces of one storage; one refresh of a province at a time. */
export class ImageCache {
  readonly #images = new Map<string, GrowingImage>()
  readonly #refreshing = new Map<string, Promise<unknown>>()

  async upTo(reader: Reader, seq: number): Promise<ProvinceImage> {
    const image = this.#images.get(reader.provinceId) ?? emptyImage()
    this.#images.set(reader.provinceId, image)
    while (image.seq < seq) {
      const running = this.#refreshing.get(reader.provinceId)
      if (running) {
        await running.catch(() => undefined)
        continue
      }
      const refresh = grow(image, reader, image.seq, seq).finally(() =>
        this.#refreshing.delete(reader.provinceId),
      )
      this.#refreshing.set(reader.provinceId, refresh)
      await refresh
    }
    return image
  }
}

type GrowingImage = {
  seq: number
  figures: Map<UnitId, Map<string, KnownFigure[]>>
  claims: Map<string, Map<string, KnownClaim[]>>
  decisions: Map<UnitId, KnownDecision[]>
  editions: KnownEdition[]
  applications: KnownSetApplication[]
  levels: DecidedLevel[]
}

function emptyImage(): GrowingImage {
  return {
    seq: 0,
    figures: new Map(),
    claims: new Map(),
    decisions: new Map(),
    editions: [],
    applications: [],
    levels: [],
  }
}

/**
 * The figures and verdicts of a few units alone, those of the transaction's own entry included, under the law
 * that an image holds; it is not kept.
 */
export async function imageOfUnits(
  law: ProvinceImage,
  reader: Reader,
  seq: number,
  units: readonly UnitId[],
): Promise<ProvinceImage> {
  const image = emptyImage()
  for (const figure of await findFiguresOf(reader, units)) addFigure(image, figure)
  for (const claim of await findClaimsOf(reader, units)) addClaim(image, claim)
  return { ...law, seq, figures: image.figures, claims: image.claims }
}

/** Reads all there is to read before it changes the image, so that a failing read leaves it whole. */
async function grow(image: GrowingImage, reader: Reader, after: number, upTo: number): Promise<void> {
  const range = { after, upTo }
  const figures = await findFiguresBetween(reader, range)
  const claims = await findClaimsBetween(reader, range)
  const decisions = await findDecisionsBetween(reader, after, upTo)
  const editions = await findEditionsBetween(reader, after, upTo)
  const applications = await findApplicationsBetween(reader, after, upTo)
  const levels = await findLevelsBetween(reader, after, upTo)
  for (const figure of figures) addFigure(image, figure)
  for (const claim of claims) addClaim(image, claim)
  for (const decision of decisions) append(image.decisions, decision.unit, decision)
  for (const edition of editions) {
    image.editions.push({ ...edition.content, no: edition.no, digest: edition.digest, seq: edition.seq })
  }
  image.applications.push(...applications)
  image.levels.push(...levels)
  image.seq = upTo
}

function addFigure(image: GrowingImage, figure: KnownFigure): void {
  const ofUnit = image.figures.get(figure.unit) ?? new Map<string, KnownFigure[]>()
  image.figures.set(figure.unit, ofUnit)
  append(ofUnit, figure.measure, figure)
}

function addClaim(image: GrowingImage, claim: KnownClaim): void {
  const key = claimsIn(claim.unit, claim.set)
  const ofUnit = image.claims.get(key) ?? new Map<string, KnownClaim[]>()
  image.claims.set(key, ofUnit)
  append(ofUnit, claimKey(claim), claim)
}

function append<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
