import { levelScale } from '@ancu/core/criteria'
import {
  factBundle,
  figuresOnScale,
  levelsOnScale,
  type addApplications,
  type addDecisions,
  type addFigures,
  type addLevels,
  type addVerdicts,
  type FactBundleInput,
  type listDecisions,
  type listFigures,
  type listLevels,
  type listVerdicts,
  type withdrawVerdicts,
} from '@ancu/core/figures'
import {
  accepted,
  refused,
  type EndpointAnswer,
  type EndpointInput,
  type IsoDate,
  type Result,
} from '@ancu/core/kernel'
import type { Refusal } from '@ancu/core/text'
import { resolveReference, type UnitId } from '@ancu/core/units'

import { read, type Program, type Reader } from '../commands/index.ts'
import type { Caller } from '../http/route.ts'
import { loadPicture, settleMoment } from '../units/index.ts'
import { imagesOf } from './image.ts'
import { lawAt, byKnownLaw } from './law.ts'
import { figureRow, levelRow, listPage, measuresShown, type Listed } from './listing.ts'
import { recordFacts } from './record.ts'
import { findClaimsById, findClaimsPage, findReplaced } from './claim-store.ts'
import { findFiguresPage, type Page } from './store.ts'
import { refusalsOf } from './named-claims.ts'

type Written = EndpointAnswer<typeof addFigures>
type Asked = Pick<EndpointInput<typeof listFigures>, 'unit' | 'on' | 'known' | 'knownSeq' | 'after' | 'limit'>

export async function recordFigures(
  program: Program,
  caller: Caller,
  { figures, ...command }: EndpointInput<typeof addFigures>,
): Promise<Result<Written, Refusal>> {
  const scaled = await byKnownLaw(program, caller, (law) => figuresOnScale(figures, law))
  return scaled.ok ? record(program, caller, 'figures.add', command, { figures: [...scaled.value] }) : scaled
}

export async function recordVerdicts(
  program: Program,
  caller: Caller,
  { verdicts, ...command }: EndpointInput<typeof addVerdicts>,
): Promise<Result<Written, Refusal>> {
  return record(program, caller, 'verdicts.add', command, { verdicts })
}

/** Takes conclusions back: each by a row that replaces it and says nothing in its place. */
export async function recordWithdrawals(
  program: Program,
  caller: Caller,
  { commandId, reason, claims }: EndpointInput<typeof withdrawVerdicts>,
): Promise<Result<Written, Refusal>> {
  const known = await read(program, caller, (reader) =>
    findClaimsById(
      reader,
      claims.map(({ claim }) => claim),
    ),
  )
  const byId = new Map(known.map((claim) => [claim.id, claim]))
  const absent = refusalsOf(claims, (id) => (byId.has(id) ? undefined : 'replacesNothing'))
  if (absent) return refused(absent)
  const verdicts = claims.flatMap(({ id, claim }) => {
    const back = byId.get(claim)
    if (back === undefined) return []
    const { unit, set, scope, code, verdict, asOf, stage, reason: why, illustrative } = back
    return [
      { id, unit, set, scope, code, verdict, asOf, stage, reason: why, illustrative, ...takingBack(claim) },
    ]
  })
  const outcome = await recordFacts(
    program,
    caller,
    { commandId, kind: 'verdicts.withdraw', reason, via: caller.via },
    factBundle.parse({ verdicts }),
    [],
    async (reader) => {
      const replaced = await findReplaced(
        reader,
        claims.map(({ claim }) => claim),
      )
      return refusalsOf(claims, (id) =>
        replaced.has(id) || byId.get(id)?.withdrawn === true ? 'withdrawnAlready' : undefined,
      )
    },
  )
  if (!outcome.ok) return outcome
  const { seq, repeated, value } = outcome.value
  return accepted({ seq, repeated, rows: value.rows })
}

const takingBack = (claim: string) => ({ replaces: claim, withdrawn: true })

export async function recordDecisions(
  program: Program,
  caller: Caller,
  { decisions, ...command }: EndpointInput<typeof addDecisions>,
): Promise<Result<Written, Refusal>> {
  return record(program, caller, 'decisions.add', command, { decisions })
}

export async function recordLevels(
  program: Program,
  caller: Caller,
  { levels, ...command }: EndpointInput<typeof addLevels>,
): Promise<Result<Written, Refusal>> {
  const scaled = await byKnownLaw(program, caller, (law) => levelsOnScale(levels, law))
  return scaled.ok ? record(program, caller, 'levels.add', command, { levels: [...scaled.value] }) : scaled
}

export async function recordApplications(
  program: Program,
  caller: Caller,
  { applications, ...command }: EndpointInput<typeof addApplications>,
): Promise<Result<Written, Refusal>> {
  return record(program, caller, 'sets.apply', command, { setApplications: applications })
}

export async function findFigures(
  program: Program,
  caller: Caller,
  asked: EndpointInput<typeof listFigures>,
): Promise<Result<EndpointAnswer<typeof listFigures>, Refusal>> {
  return read(program, caller, async (reader) => {
    const found = await pageOf(reader, asked, (page) =>
      findFiguresPage(reader, { ...page, measure: asked.measure }),
    )
    if (!found.ok) return found
    const law = await lawAt(program, reader, found.value.knownSeq)
    const rows = found.value.rows.map((figure) => figureRow(figure, law))
    const measures = measuresShown(rows, law, (measure) => measure.scale)
    return accepted({ ...found.value, rows, measures })
  })
}

export async function findVerdicts(
  program: Program,
  caller: Caller,
  asked: EndpointInput<typeof listVerdicts>,
): Promise<Result<EndpointAnswer<typeof listVerdicts>, Refusal>> {
  return list(program, caller, asked, async (reader, page) =>
    (await findClaimsPage(reader, { ...page, set: asked.set })).map((claim) => ({
      id: claim.id,
      unit: claim.unit,
      set: claim.set,
      scope: claim.scope,
      code: claim.code ?? null,
      verdict: claim.verdict,
      asOf: claim.asOf,
      stage: claim.stage,
      reason: claim.reason ?? null,
      document: claim.document ?? null,
      evidence: claim.evidence ?? null,
      replaces: claim.replaces ?? null,
      withdrawn: claim.withdrawn === true,
      carriedFrom: claim.carriedFrom ?? null,
      batch: claim.batch ?? null,
      illustrative: claim.illustrative,
      seq: claim.seq,
    })),
  )
}

export async function findDecisions(
  program: Program,
  caller: Caller,
  asked: EndpointInput<typeof listDecisions>,
): Promise<Result<EndpointAnswer<typeof listDecisions>, Refusal>> {
  return list(program, caller, asked, async (reader, page) => {
    const image = await imagesOf(program.storage).upTo(reader, reader.knownSeq)
    const all = [...image.decisions.values()].flat()
    const wanted = listPage(
      all,
      page,
      (decision) => decision.day,
      (decision) => decision.unit,
    )
    return wanted.map((decision) => ({
      id: decision.id,
      unit: decision.unit,
      act: decision.act,
      rank: decision.rank,
      day: decision.day,
      dayAssumed: decision.dayAssumed,
      number: decision.number ?? null,
      issuer: decision.issuer ?? null,
      yearOfStandard: decision.yearOfStandard ?? null,
      set: decision.set ?? null,
      document: decision.document ?? null,
      revokes: decision.revokes ?? null,
      replaces: decision.replaces ?? null,
      illustrative: decision.illustrative,
      note: decision.note ?? null,
      seq: decision.seq,
    }))
  })
}

export async function findLevels(
  program: Program,
  caller: Caller,
  asked: EndpointInput<typeof listLevels>,
): Promise<Result<EndpointAnswer<typeof listLevels>, Refusal>> {
  return read(program, caller, async (reader) => {
    const image = await imagesOf(program.storage).upTo(reader, reader.knownSeq)
    const ofSet = image.levels.filter((level) => asked.set === undefined || level.set === asked.set)
    const found = await pageOf(reader, asked, async (page) =>
      listPage(
        ofSet,
        { ...page, units: undefined },
        (level) => level.from,
        () => undefined,
      ),
    )
    if (!found.ok) return found
    const law = await lawAt(program, reader, found.value.knownSeq)
    const rows = found.value.rows.map((level) => levelRow(level, law))
    return accepted({ ...found.value, rows, measures: measuresShown(rows, law, levelScale) })
  })
}

type Command = Pick<EndpointInput<typeof addFigures>, 'commandId' | 'reason' | 'documents'>

async function record(
  program: Program,
  caller: Caller,
  kind: string,
  { commandId, reason, documents }: Command,
  rows: FactBundleInput,
): Promise<Result<Written, Refusal>> {
  const bundle = factBundle.parse({ ...rows, documents })
  const outcome = await recordFacts(program, caller, { commandId, kind, reason, via: caller.via }, bundle)
  if (!outcome.ok) return outcome
  const { seq, repeated, value } = outcome.value
  return accepted({ seq, repeated, rows: value.rows })
}

async function list<Row extends { readonly id: string }>(
  program: Program,
  caller: Caller,
  asked: Asked,
  find: (reader: Reader, page: Page) => Promise<readonly Row[]>,
): Promise<Result<Listed<Row>, Refusal>> {
  return read(program, caller, (reader) => pageOf(reader, asked, (page) => find(reader, page)))
}

/** One page of rows: a row more than asked for tells whether there is another. */
async function pageOf<Row extends { readonly id: string }>(
  reader: Reader,
  asked: Asked,
  find: (page: Page) => Promise<readonly Row[]>,
): Promise<Result<Listed<Row>, Refusal>> {
  const moment = await settleMoment(reader, asked)
  if (!moment.ok) return moment
  const { on, knownSeq } = moment.value
  const units = await unitsWithin(reader, knownSeq, asked.unit, on)
  if (!units.ok) return units
  const rows = await find({
    units: units.value,
    on: asked.on,
    knownSeq,
    after: asked.after ?? '',
    limit: asked.limit + 1,
  })
  const shown = rows.slice(0, asked.limit)
  return accepted({
    knownSeq,
    rows: [...shown],
    next: rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
  })
}

/** The unit asked for and all in it that day, or all of a former one; undefined where none was asked for. */
async function unitsWithin(
  reader: Reader,
  knownSeq: number,
  asked: string | undefined,
  on: IsoDate,
): Promise<Result<readonly UnitId[] | undefined, Refusal>> {
  if (asked === undefined) return accepted(undefined)
  const picture = await loadPicture(reader, knownSeq)
  const meant = resolveReference(picture, asked, on)
  if (!meant.ok) return meant
  const { unit, former } = meant.value
  if (former) return accepted([...picture.scopeOf(unit)])
  return accepted([unit, ...picture.descendantsOn(unit, on).map((each) => each.id)])
}
