import { accepted, refused, type EndpointAnswer, type IsoDate, type Result } from '@ancu/core/kernel'
import {
  explainUnit,
  type listStandings,
  type overview,
  type status,
  type UnitEvidence,
  type unitStanding,
} from '@ancu/core/standing'
import { countingClaim, type Counting, type KnownClaim } from '@ancu/core/figures'
import type { Refusal } from '@ancu/core/text'
import type { UnitId, UnitOnDay } from '@ancu/core/units'

import { read, type Officer, type Program } from '../commands/index.ts'
import { claimsIn, type KnownEdition } from '../figures/image.ts'
import { lettersOf, ranksList, shownCriterion, verdictLetters } from './answers.ts'
import { countingFacts, isFor, judgeAt } from './fold.ts'
import { isAreaIllustrative, isIllustrative } from './illustrative.ts'
import { inheritance } from './inheritance.ts'
import {
  areaOf,
  forCommunes,
  isLasting,
  settle,
  unitNamed,
  type Area,
  type AskedMoment,
  type Question,
} from './moment.ts'
import { seriesOf } from './series.ts'
import { namedSources } from './sources.ts'
import { judgeArea, ranksOf, villageTotals, type Judged } from './totals.ts'

type Status = EndpointAnswer<typeof status>
type Overview = EndpointAnswer<typeof overview>
type Standing = EndpointAnswer<typeof unitStanding>
type Standings = EndpointAnswer<typeof listStandings>

/** Totals of an area on a day, as known at a time, under a set, on a basis. */
export async function statusOf(
  program: Program,
  officer: Officer,
  asked: AskedMoment,
): Promise<Result<Status, Refusal>> {
  return aboutCommunes(program, officer, asked, statusAnswer)
}

/** What the overview shows: totals, each commune's verdicts, the criteria's counts, the days reported. */
export async function overviewOf(
  program: Program,
  officer: Officer,
  asked: AskedMoment,
): Promise<Result<Overview, Refusal>> {
  return aboutCommunes(program, officer, asked, (question, area, judged) => {
    const { edition, picture, moment } = question
    const judge = edition && judgeAt(question.image, edition, moment)
    const rows = area.communes.map((unit) => {
      const standing = judged.standings.get(unit.id)
      const point = picture.pointOf(unit.id)
      return {
        ...labelOf(question, unit),
        district:
          picture.ancestorsOn(unit.id, moment.on).find((above) => picture.levelOf(above.id) === 'district')
            ?.id ?? null,
        inProgramme: unit.inProgramme,
        verdicts: judge && standing ? verdictLetters(question, judge.compiledFor(unit), standing) : '',
        whole: standing?.whole ?? ('unknown' as const),
        least: standing?.least ?? 0,
        most: standing?.most ?? 0,
        ranks: ranksList(judged.ranks.get(unit.id) ?? ranksOf(question, unit.id)),
        point: point ? { longitude: point.longitude, latitude: point.latitude } : null,
        inherits: inheritance(question, unit).map((one) => ({
          unit: one.label,
          whole: one.whole,
          least: one.least,
          most: one.most,
          ranks: one.ranks,
        })),
        illustrative: isIllustrative(question, unit),
      }
    })
    return {
      ...statusAnswer(question, area, judged),
      setName: edition?.set.name ?? null,
      criteria: (edition?.set.criteria ?? []).map((criterion, index) => {
        const codes = judged.communes.map((unit) => judged.standings.get(unit.id)?.criteria[index] ?? 0)
        return {
          code: criterion.code,
          name: criterion.name,
          key: criterion.key,
          met: codes.filter((code) => code === 1 || (code === 3 && edition?.set.notApplicableCounts)).length,
          unmet: codes.filter((code) => code === 2).length,
          unknown: codes.filter((code) => code === 0).length,
        }
      }),
      districts: area.districts.map((unit) => labelOf(question, unit)),
      rows,
      series: seriesOf(question, isLasting(asked.unit) ? asked.unit : area.unit.id),
    }
  })
}

/** Verdicts of every commune of an area per criterion and indicator. */
export async function standingsOf(
  program: Program,
  officer: Officer,
  asked: AskedMoment,
): Promise<Result<Standings, Refusal>> {
  return aboutCommunes(program, officer, asked, (question, _area, { communes, standings }) => {
    const { on, known, knownSeq, set, edition, basis } = momentOf(question)
    const judge = question.edition && judgeAt(question.image, question.edition, question.moment)
    return {
      on,
      known,
      knownSeq,
      set,
      edition,
      basis,
      rows: communes.flatMap((unit) => {
        const standing = standings.get(unit.id)
        if (!judge || !standing) return []
        return [
          {
            unit: unit.id,
            column: judge.compiledFor(unit).column,
            whole: standing.whole,
            criteria: lettersOf(standing.criteria),
            indicators: lettersOf(standing.indicators),
          },
        ]
      }),
    }
  })
}

/** Where one unit stands and why: every verdict down to figure, level, article, document and ledger entry. */
export async function unitStandingOf(
  program: Program,
  officer: Officer,
  asked: AskedMoment & { readonly unit: string; readonly criterion?: string | undefined },
): Promise<Result<Standing, Refusal>> {
  return read(program, officer, async (reader) => {
    const settled = await settle(reader, program, asked)
    if (!settled.ok) return settled
    const question = settled.value
    const named = unitNamed(question, asked.unit)
    if (!named.ok) return named
    const { picture, moment, edition, basis, image } = question
    const unit = picture.unitOn(named.value, moment.on)
    if (unit === undefined) return refused({ code: 'unitNotThen', unit: named.value, on: moment.on })
    const head = {
      ...momentOf(question),
      unit: labelOf(question, unit),
      setName: edition?.set.name ?? null,
    }
    if (edition === undefined || !isFor(edition, unit)) {
      return accepted({
        ...head,
        column: null,
        applicable: false,
        whole: 'unknown',
        counts: { met: 0, unmet: 0, unknown: 0, notApplicable: 0 },
        least: 0,
        most: 0,
        criteria: [],
        documents: {},
        entries: {},
        illustrative: false,
      })
    }
    const { criterion } = asked
    if (criterion !== undefined && !edition.set.criteria.some((each) => each.code === criterion)) {
      return refused({ code: 'criterionUnknown', set: edition.set.id, criterion })
    }
    const compiled = judgeAt(image, edition, moment).compiledFor(unit)
    const evidence: UnitEvidence = {
      ...countingFacts(image, compiled, unit.id, moment),
      stages: stagesOf(question, unit.id),
    }
    const { standing, criteria } = explainUnit(compiled, evidence, basis, moment.on)
    const shown = criteria
      .filter((each) => criterion === undefined || each.criterion.code === criterion)
      .map((each) => shownCriterion(each, compiled, (id) => documentName(edition, id)))
    const sources = await namedSources(question, edition, shown)
    const column = edition.set.columns.find((each) => each.id === compiled.column)
    return accepted({
      ...head,
      column: column ? { id: column.id, name: column.name } : null,
      applicable: true,
      whole: standing.whole,
      counts: standing.counts,
      least: standing.least,
      most: standing.most,
      criteria: shown,
      documents: sources.documents,
      entries: sources.entries,
      illustrative: isIllustrative(question, unit),
    })
  })
}

/** Settles a question about the communes of an area, judges them, and answers from that. */
async function aboutCommunes<Answer>(
  program: Program,
  officer: Officer,
  asked: AskedMoment,
  answer: (question: Question, area: Area, judged: Judged) => Answer,
): Promise<Result<Answer, Refusal>> {
  return read(program, officer, async (reader) => {
    const settled = await settle(reader, program, asked)
    const question = settled.ok ? forCommunes(settled.value) : settled
    if (!question.ok) return question
    const area = areaOf(question.value, asked.unit)
    if (!area.ok) return area
    return accepted(answer(question.value, area.value, await judgeArea(question.value, area.value)))
  })
}

function statusAnswer(question: Question, area: Area, judged: Judged): Status {
  return {
    ...momentOf(question),
    unit: { ...labelOf(question, area.unit), place: area.place },
    communes: { ...judged.totals, bands: [...judged.totals.bands] },
    villages: villageTotals(question, area.villages),
    illustrative: isAreaIllustrative(question, area, judged.communes),
  }
}

function momentOf(question: Question): {
  on: IsoDate
  known: IsoDate | null
  knownSeq: number
  set: string | null
  edition: number | null
  setInForce: boolean
  basis: Question['basis']
} {
  const { moment, known, edition, setInForce, basis } = question
  return {
    on: moment.on,
    known: known ?? null,
    knownSeq: moment.knownSeq,
    set: edition?.set.id ?? null,
    edition: edition?.no ?? null,
    setInForce,
    basis,
  }
}

function labelOf(question: Question, unit: UnitOnDay): Status['unit'] {
  const { picture, moment } = question
  return {
    id: unit.id,
    code: unit.code ?? null,
    name: unit.name,
    place: picture.placeOn(unit.id, moment.on) ?? unit.name,
    kind: unit.kind,
  }
}

/** For each key the claim that counts of every stage, highest stage first, with those that contend with it. */
function stagesOf(question: Question, unit: UnitId): UnitEvidence['stages'] {
  const { image, edition, moment } = question
  const stages = new Map<string, readonly Counting<KnownClaim>[]>()
  if (!edition) return stages
  for (const [key, claims] of image.claims.get(claimsIn(unit, edition.set.id)) ?? []) {
    const counting = (['decided', 'appraised', 'verified', 'selfAssessed'] as const).flatMap(
      (stage) =>
        countingClaim(
          claims.filter((claim) => claim.stage === stage),
          moment,
        ) ?? [],
    )
    if (counting.length > 0) stages.set(key, counting)
  }
  return stages
}

/** What people call a document that a set cites: its number, else its title. */
function documentName(edition: KnownEdition, id: string): string {
  const document = edition.documents.find((each) => each.id === id)
  return document?.number ?? document?.title ?? id
}
