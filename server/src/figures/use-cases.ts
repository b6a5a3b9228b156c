import {
  factBundle,
  type addDecisions,
  type addFigures,
  type addLevels,
  type addVerdicts,
  type FactBundleInput,
  type listDecisions,
  type listFigures,
  type listLevels,
  type listVerdicts,
} from '@ancu/core/figures'
import { accepted, refused, type EndpointAnswer, type EndpointInput, type Result } from '@ancu/core/kernel'
import type { Refusal } from '@ancu/core/text'
import { resolveFormerUnit, resolveUnit, type UnitId } from '@ancu/core/units'

import { knownSeqOn, read, type Program, type Reader } from '../commands/index.ts'
import type { Caller } from '../http/route.ts'
import { loadPicture } from '../units/index.ts'
import { imagesOf } from './image.ts'
import { listPage, type Listed } from './listing.ts'
import { recordFacts } from './record.ts'
import { findClaimsPage, findFiguresPage, type Page } from './store.ts'

type Written = EndpointAnswer<typeof addFigures>
type Asked = Pick<EndpointInput<typeof listFigures>, 'unit' | 'on' | 'known' | 'knownSeq' | 'after' | 'limit'>

export async function recordFigures(
  program: Program,
  caller: Caller,
  { figures, ...command }: EndpointInput<typeof addFigures>,
): Promise<Result<Written, Refusal>> {
  return record(program, caller, 'figures.add', command, { figures })
}

export async function recordVerdicts(
  program: Program,
  caller: Caller,
  { verdicts, ...command }: EndpointInput<typeof addVerdicts>,
): Promise<Result<Written, Refusal>> {
  return record(program, caller, 'verdicts.add', command, { verdicts })
}

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
  return record(program, caller, 'levels.add', command, { levels })
}

export async function findFigures(
  program: Program,
  caller: Caller,
  asked: EndpointInput<typeof listFigures>,
): Promise<Result<EndpointAnswer<typeof listFigures>, Refusal>> {
  return list(program, caller, asked, async (reader, page) =>
    (await findFiguresPage(reader, { ...page, measure: asked.measure })).map((figure) => ({
      id: figure.id,
      unit: figure.unit,
      measure: figure.measure,
      period: figure.period,
      stage: figure.stage,
      nature: figure.nature,
      num: figure.num ?? null,
      den: figure.den ?? null,
      value: figure.value ?? null,
      notApplicableReason: figure.notApplicableReason ?? null,
      document: figure.document ?? null,
      evidence: figure.evidence ?? null,
      replaces: figure.replaces ?? null,
      batch: figure.batch ?? null,
      illustrative: figure.illustrative,
      seq: figure.seq,
    })),
  )
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
  return list(program, caller, asked, async (reader, page) => {
    const image = await imagesOf(program.storage).upTo(reader, reader.knownSeq)
    const ofSet = image.levels.filter((level) => asked.set === undefined || level.set === asked.set)
    return listPage(
      ofSet,
      { ...page, units: undefined },
      (level) => level.from,
      () => undefined,
    ).map((level) => ({
      id: level.id,
      set: level.set,
      key: level.key,
      column: level.column,
      year: level.year ?? null,
      scaled: level.scaled,
      document: level.document,
      article: level.article ?? null,
      from: level.from,
      until: level.until ?? null,
      replaces: level.replaces ?? null,
      illustrative: level.illustrative,
      seq: level.seq,
    }))
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
  return read(program, caller, async (reader) => {
    if (asked.knownSeq !== undefined && asked.knownSeq > reader.knownSeq) {
      return refused({ code: 'knownSeqAhead', knownSeq: asked.knownSeq, head: reader.knownSeq })
    }
    const future = [asked.on, asked.known].find((day) => day !== undefined && day > reader.today)
    if (future !== undefined) return refused({ code: 'futureDay', on: future, today: reader.today })
    const ofDay = asked.known === undefined ? reader.knownSeq : await knownSeqOn(reader, asked.known)
    const knownSeq = Math.min(asked.knownSeq ?? reader.knownSeq, ofDay)
    const units = await unitsWithin(reader, knownSeq, asked)
    if (!units.ok) return units
    const page = {
      units: units.value,
      on: asked.on,
      knownSeq,
      after: asked.after ?? '',
      limit: asked.limit + 1,
    }
    const rows = await find(reader, page)
    const shown = rows.slice(0, asked.limit)
    return accepted({
      knownSeq,
      rows: [...shown],
      next: rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
    })
  })
}

const formerly = 'former:'

/** The unit asked for and all in it that day, or all of a former one; undefined where none was asked for. */
async function unitsWithin(
  reader: Reader,
  knownSeq: number,
  asked: Asked,
): Promise<Result<readonly UnitId[] | undefined, Refusal>> {
  if (asked.unit === undefined) return accepted(undefined)
  const on = asked.on ?? reader.today
  const picture = await loadPicture(reader, knownSeq)
  if (asked.unit.startsWith(formerly)) {
    const former = resolveFormerUnit(picture, asked.unit.slice(formerly.length))
    return former.ok ? accepted([...picture.scopeOf(former.value)]) : former
  }
  const unit = resolveUnit(picture, asked.unit, on)
  if (!unit.ok) return unit
  return accepted([unit.value, ...picture.descendantsOn(unit.value, on).map((each) => each.id)])
}
