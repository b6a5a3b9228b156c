import {
  applicationsKnown,
  setsApplied,
  type CriteriaSet,
  type KnownSetApplication,
} from '@ancu/core/criteria'
import { accepted, covers, type EndpointAnswer, type Result } from '@ancu/core/kernel'
import {
  explainUnit,
  mostFirst,
  wantedDocuments,
  type missingDocuments,
  type WantedDocument,
} from '@ancu/core/standing'
import type { Refusal } from '@ancu/core/text'

import type { Officer, Program } from '../commands/index.ts'
import type { KnownEdition } from '../figures/image.ts'
import { findEdition } from '../figures/province.ts'
import { labelOf } from './answers.ts'
import { isFor, judgeAt } from './fold.ts'
import { aboutArea, type Area, type AskedMoment, type Question } from './moment.ts'
import { shownDocument } from './sources.ts'

type Answer = EndpointAnswer<typeof missingDocuments>
type Wanted = Answer['wanted'][number]
type Asked = Omit<AskedMoment, 'basis'>

/** The documents wanted to judge an area by the sets that the province applies on the day, or by the one asked for. */
export async function missingOf(
  program: Program,
  officer: Officer,
  asked: Asked,
): Promise<Result<Answer, Refusal>> {
  return aboutArea(program, officer, asked, (question, area) => {
    const found = editionsOf(question, asked.set).map((edition) =>
      foundFor(question, area, edition, asked.set),
    )
    const { moment, known } = question
    return accepted({
      on: moment.on,
      known: known ?? null,
      knownSeq: moment.knownSeq,
      unit: labelOf(question, area.unit),
      sets: found.map(({ shown }) => shown),
      wanted: found.flatMap(({ wanted }) => wanted).toSorted(mostFirst),
      documents: documentsOf(found.map(({ edition }) => edition)),
    })
  })
}

/**
 * The sets that the province applies on the day, and those in force whose units no applied set judges and of which
 * nothing says from when the province applies them; or the one asked for.
 */
function editionsOf(
  { image, moment, edition }: Question,
  asked: string | undefined,
): readonly KnownEdition[] {
  if (asked !== undefined) return edition ? [edition] : []
  const ids = new Set(image.editions.map(({ set }) => set.id))
  const newest = [...ids].flatMap((id) => findEdition(image, id, moment.knownSeq) ?? [])
  const applied = appliedAmong(newest, { image, moment })
  const judged = new Set(applied.flatMap(({ set }) => set.forKinds))
  const isUnsaid = ({ set }: KnownEdition): boolean =>
    covers(set.inForce, moment.on) &&
    set.forKinds.every((kind) => !judged.has(kind)) &&
    applicationsOf({ image, moment }, set.id).length === 0
  return newest.filter((edition) => applied.includes(edition) || isUnsaid(edition))
}

function appliedAmong(editions: readonly KnownEdition[], { image, moment }: Known): readonly KnownEdition[] {
  const sets = setsApplied(
    editions.map(({ set }) => set),
    image.applications,
    moment.on,
    moment.knownSeq,
  )
  return editions.filter(({ set }) => sets.includes(set))
}

type Found = {
  readonly edition: KnownEdition
  readonly shown: Answer['sets'][number]
  readonly wanted: readonly Wanted[]
}

function foundFor(question: Question, area: Area, edition: KnownEdition, asked: string | undefined): Found {
  const { set } = edition
  const judge = judgeAt(question, edition, question.moment)
  const units = [...area.communes, ...area.villages, ...area.districts].filter((unit) => isFor(edition, unit))
  const { documents, ...counts } = wantedDocuments(
    set,
    units.map((unit) => {
      const compiled = judge.compiledFor(unit)
      const evidence = { ...judge.factsOf(unit), stages: new Map() }
      return { compiled, explained: explainUnit(compiled, evidence, 'computed', question.moment.on) }
    }),
  )
  const applied = appliedAmong([edition], question).length > 0
  const isJudged = applied || asked !== undefined
  // Until the province says from when it judges by the set, nothing is known of any unit.
  const waits = isJudged
    ? { alone: 0, along: 0 }
    : { alone: counts.verdicts - counts.unknown, along: counts.unknown }
  const applications = applicationsOf(question, set.id)
  const isSaid = applications.some((each) => !each.assumed)
  const application = isSaid ? [] : [applicationWanted(set, waits, applications.at(-1)?.note)]
  return {
    edition,
    shown: {
      set: set.id,
      edition: edition.no,
      name: set.name,
      applied,
      columns: set.columns.map(({ id, name }) => ({ id, name })),
      units: units.length,
      ...(isJudged ? counts : { ...counts, ...waits, unknown: counts.verdicts }),
    },
    wanted: [...application, ...(isJudged ? documents : []).map((one) => shownWanted(set, one))],
  }
}

type Known = Pick<Question, 'image' | 'moment'>

function applicationsOf({ image, moment }: Known, set: string): readonly KnownSetApplication[] {
  return applicationsKnown(image.applications, moment.knownSeq).filter((each) => each.set === set)
}

/** From when the province applies the set; `note` is what is on record of the day that is assumed. */
function applicationWanted(
  set: CriteriaSet,
  waits: Pick<Wanted, 'alone' | 'along'>,
  note: string | undefined,
): Wanted {
  const part = {
    why: 'application' as const,
    code: null,
    name: null,
    key: null,
    columns: [],
    years: [],
    article: null,
    note: note ?? null,
    ...waits,
  }
  return { set: set.id, from: 'province', document: null, parts: [part], ...waits }
}

function shownWanted(set: CriteriaSet, { from, document, alone, along, parts }: WantedDocument): Wanted {
  return {
    set: set.id,
    from,
    document: document ?? null,
    alone,
    along,
    parts: parts.map((part) => ({
      why: part.why,
      code: part.code ?? null,
      name: part.code === undefined ? null : (nameOf(set, part.code) ?? null),
      key: part.key ?? null,
      columns: [...part.columns],
      years: [...part.years],
      article: part.source?.article ?? null,
      note: part.source?.note ?? null,
      alone: part.alone,
      along: part.along,
    })),
  }
}

/** Of the indicator, else of the criterion or the prerequisite of that code. */
function nameOf(set: CriteriaSet, code: string): { readonly vi: string; readonly en: string } | undefined {
  const named = [
    ...set.criteria.flatMap((criterion) => criterion.indicators),
    ...set.criteria,
    ...(set.prerequisites ?? []),
  ]
  return named.find((one) => one.code === code)?.name
}

/** A sealed edition speaks for its own documents. */
function documentsOf(editions: readonly KnownEdition[]): Answer['documents'] {
  const all = editions.flatMap((edition) => edition.documents)
  return Object.fromEntries(
    all.map((document) => [document.id, shownDocument({ ...document, illustrative: false })]),
  )
}
