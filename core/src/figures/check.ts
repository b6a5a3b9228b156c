import { everyColumn, levelFits, type CriteriaSet, type Measure, type Rule } from '../criteria/index.ts'
import type { DecisionFact, KnownDecision } from '../decisions/index.ts'
import type { IsoDate } from '../kernel/index.ts'
import type { UnitId, UnitKind } from '../units/index.ts'
import type { FactBundle } from './bundle.ts'
import { claimKey, claimStageRank, figureStageRank, type KnownClaim, type KnownFigure } from './counting.ts'
import type { FigureFact, VerdictClaim } from './facts.ts'
import { parsePeriod } from './period.ts'

/** What the checks need to know of the province, as known now. */
export type KnownProvince = {
  readonly today: IsoDate
  hasUnit(unit: UnitId): boolean
  /** Kind of the unit on the day; undefined where it does not exist that day. */
  kindOn(unit: UnitId, on: IsoDate): UnitKind | undefined
  findMeasure(measure: string): Measure | undefined
  findSet(set: string): CriteriaSet | undefined
  findFigure(id: string): KnownFigure | undefined
  findClaim(id: string): KnownClaim | undefined
  findDecision(id: string): KnownDecision | undefined
  findLevel(id: string): { readonly set: string; readonly key: string; readonly column: string } | undefined
  hasApplication(id: string): boolean
  hasDocument(id: string): boolean
}

/** Why a fact is refused; `at` names the row in its section, so that the file's line can be told. */
export type FactRefusal = {
  readonly code:
    | 'unitUnknown'
    | 'unitNotThen'
    | 'measureUnknown'
    | 'figureKindWrong'
    | 'periodKindWrong'
    | 'shareAboveWhole'
    | 'futureDay'
    | 'setUnknown'
    | 'codeNotInSet'
    | 'setNotForUnit'
    | 'documentUnknown'
    | 'replacesAnother'
    | 'replacesHigherStage'
    | 'replacesNothing'
    | 'revokesNothing'
    | 'levelNotOpen'
    | 'levelOffScale'
    | 'columnUnknown'
    | 'idTwice'
  readonly section: 'figures' | 'verdicts' | 'decisions' | 'levels' | 'setApplications' | 'documents'
  readonly at: number
  readonly id: string
  /** The unit that the row is about; absent where it is about none. */
  readonly unit?: string
  readonly value: string
}

/** Most refusals told at once; a file with more is wrong as a whole. */
const mostRefusals = 100

/**
 * Everything that is wrong with the facts of one command; nothing is written unless the list is empty.
 * A bundle may refer to its own documents and to its own earlier rows.
 */
export function checkFacts(facts: FactBundle, known: KnownProvince): readonly FactRefusal[] {
  const refusals: FactRefusal[] = []
  const documents = new Set(facts.documents.map((document) => document.id))
  const hasDocument = (id: string | undefined): boolean =>
    id === undefined || documents.has(id) || known.hasDocument(id)
  const section = <Row extends { readonly id: string; readonly unit?: string }>(
    name: FactRefusal['section'],
    rows: readonly Row[],
    check: (row: Row, refuse: (code: FactRefusal['code'], value: string) => void, at: number) => void,
  ): void => {
    const seen = new Set<string>()
    for (const [at, row] of rows.entries()) {
      if (refusals.length >= mostRefusals) return
      const refuse = (code: FactRefusal['code'], value: string): void => {
        refusals.push({
          code,
          section: name,
          at,
          id: row.id,
          ...(row.unit === undefined ? {} : { unit: row.unit }),
          value,
        })
      }
      if (seen.has(row.id)) refuse('idTwice', row.id)
      seen.add(row.id)
      check(row, refuse, at)
    }
  }

  section('documents', facts.documents, () => undefined)

  const figures = new Map<string, FigureFact>()
  section('figures', facts.figures, (figure, refuse) => {
    if (!known.hasUnit(figure.unit)) refuse('unitUnknown', figure.unit)
    if (!hasDocument(figure.document)) refuse('documentUnknown', figure.document ?? '')
    checkQuantity(figure, known, refuse)
    const lastDay = parsePeriod(figure.period)?.lastDay
    if (
      known.hasUnit(figure.unit) &&
      lastDay !== undefined &&
      known.kindOn(figure.unit, lastDay) === undefined
    ) {
      refuse('unitNotThen', lastDay)
    }
    if (figure.replaces !== undefined) {
      const replaced = figures.get(figure.replaces) ?? known.findFigure(figure.replaces)
      if (!replaced) refuse('replacesNothing', figure.replaces)
      else if (!isSameQuestion(figure, replaced)) refuse('replacesAnother', figure.replaces)
      else if (figureStageRank(figure.stage) < figureStageRank(replaced.stage)) {
        refuse('replacesHigherStage', figure.replaces)
      }
    }
    figures.set(figure.id, figure)
  })

  const claims = new Map<string, VerdictClaim>()
  section('verdicts', facts.verdicts, (claim, refuse) => {
    if (!known.hasUnit(claim.unit)) refuse('unitUnknown', claim.unit)
    if (!hasDocument(claim.document)) refuse('documentUnknown', claim.document ?? '')
    if (claim.asOf > known.today) refuse('futureDay', claim.asOf)
    const set = known.findSet(claim.set)
    if (!set) refuse('setUnknown', claim.set)
    else {
      if (!namesPartOf(set, claim)) refuse('codeNotInSet', claim.code ?? '')
      const kind = known.kindOn(claim.unit, claim.asOf)
      if (known.hasUnit(claim.unit) && kind === undefined) refuse('unitNotThen', claim.asOf)
      else if (kind !== undefined && !set.forKinds.includes(kind)) refuse('setNotForUnit', claim.set)
    }
    if (claim.replaces !== undefined) {
      const replaced = claims.get(claim.replaces) ?? known.findClaim(claim.replaces)
      if (!replaced) refuse('replacesNothing', claim.replaces)
      else if (!isSameClaim(claim, replaced)) refuse('replacesAnother', claim.replaces)
      else if (claimStageRank(claim.stage) < claimStageRank(replaced.stage)) {
        refuse('replacesHigherStage', claim.replaces)
      }
    }
    claims.set(claim.id, claim)
  })

  const decisions = new Map<string, DecisionFact>()
  section('decisions', facts.decisions, (decision, refuse) => {
    if (!known.hasUnit(decision.unit)) refuse('unitUnknown', decision.unit)
    if (!hasDocument(decision.document)) refuse('documentUnknown', decision.document ?? '')
    if (decision.day > known.today) refuse('futureDay', decision.day)
    else if (known.hasUnit(decision.unit) && known.kindOn(decision.unit, decision.day) === undefined) {
      refuse('unitNotThen', decision.day)
    }
    if (decision.revokes !== undefined) {
      const revoked = decisions.get(decision.revokes) ?? known.findDecision(decision.revokes)
      if (decision.act !== 'revoke' || revoked?.unit !== decision.unit || revoked.rank !== decision.rank) {
        refuse('revokesNothing', decision.revokes)
      }
    }
    if (decision.replaces !== undefined) {
      const replaced = decisions.get(decision.replaces) ?? known.findDecision(decision.replaces)
      if (!replaced) refuse('replacesNothing', decision.replaces)
      else if (replaced.unit !== decision.unit || replaced.act !== decision.act) {
        refuse('replacesAnother', decision.replaces)
      }
    }
    decisions.set(decision.id, decision)
  })

  section('levels', facts.levels, (level, refuse) => {
    if (!hasDocument(level.document)) refuse('documentUnknown', level.document)
    const set = known.findSet(level.set)
    if (!set) return refuse('setUnknown', level.set)
    if (level.column !== '*' && !set.columns.some((column) => column.id === level.column)) {
      refuse('columnUnknown', level.column)
    }
    const open = openLevels(set, level.key, level.column, level.year)
    if (open.length === 0) refuse('levelNotOpen', level.key)
    const misfit = open.some((measure) => {
      const found = known.findMeasure(measure)
      return found !== undefined && !levelFits(found, level.scaled)
    })
    if (misfit) refuse('levelOffScale', String(level.scaled))
    if (level.replaces !== undefined) {
      const replaced = known.findLevel(level.replaces)
      if (!replaced) refuse('replacesNothing', level.replaces)
      else if (replaced.set !== level.set || replaced.key !== level.key)
        refuse('replacesAnother', level.replaces)
    }
  })

  section('setApplications', facts.setApplications, (application, refuse) => {
    const publishedNow = facts.editions.some((edition) => edition.set === application.set)
    if (!publishedNow && !known.findSet(application.set)) refuse('setUnknown', application.set)
    if (!hasDocument(application.document)) refuse('documentUnknown', application.document ?? '')
    if (application.replaces !== undefined && !known.hasApplication(application.replaces)) {
      refuse('replacesNothing', application.replaces)
    }
  })
  return refusals
}

function checkQuantity(
  figure: FigureFact,
  known: KnownProvince,
  refuse: (code: FactRefusal['code'], value: string) => void,
): void {
  const measure = known.findMeasure(figure.measure)
  if (!measure) return refuse('measureUnknown', figure.measure)
  const period = parsePeriod(figure.period)
  if (period?.kind !== measure.time) refuse('periodKindWrong', figure.period)
  else if (period.lastDay > known.today && figure.nature === 'actual') refuse('futureDay', period.lastDay)
  if (figure.notApplicableReason !== undefined) return
  if ((measure.kind === 'share') !== (figure.num !== undefined))
    return refuse('figureKindWrong', figure.measure)
  if (measure.kind === 'pass' && figure.value !== 0 && figure.value !== 1)
    refuse('figureKindWrong', String(figure.value))
  if ((figure.value ?? 0) < 0) refuse('figureKindWrong', String(figure.value))
  if (figure.num !== undefined && figure.den !== undefined && figure.num > figure.den) {
    refuse('shareAboveWhole', `${figure.num}/${figure.den}`)
  }
}

function isSameQuestion(one: FigureFact, other: FigureFact): boolean {
  return one.unit === other.unit && one.measure === other.measure && one.period === other.period
}

function isSameClaim(one: VerdictClaim, other: VerdictClaim): boolean {
  return (
    one.unit === other.unit &&
    one.set === other.set &&
    claimKey(one) === claimKey(other) &&
    one.asOf === other.asOf
  )
}

function namesPartOf(set: CriteriaSet, claim: VerdictClaim): boolean {
  switch (claim.scope) {
    case 'whole':
      return true
    case 'criterion':
      return set.criteria.some((criterion) => criterion.code === claim.code)
    case 'indicator':
      return set.criteria.some((criterion) =>
        criterion.indicators.some((indicator) => indicator.code === claim.code),
      )
  }
}

/**
 * Measures whose level of that key is open to the province: where the set delegates it, where our
 * transcription does not know it, or where a level by year names no such year.
 */
function openLevels(
  set: CriteriaSet,
  key: string,
  column: string,
  year: number | undefined,
): readonly string[] {
  const columns = column === everyColumn ? [everyColumn, ...set.columns.map((each) => each.id)] : [column]
  const rules = set.criteria.flatMap((criterion) =>
    criterion.indicators.flatMap((indicator) => indicator.provisions.map((provision) => provision.rule)),
  )
  return rules.flatMap(comparisonsIn).flatMap((rule) => {
    const isOpen = columns.some((each) => {
      const level = rule.levels[each] ?? rule.levels[everyColumn]
      if (level?.kind === 'byYear') return year !== undefined && level.scaled[year] === undefined
      return level?.kind !== 'value'
    })
    return rule.key === key && isOpen ? [rule.measure] : []
  })
}

function comparisonsIn(rule: Rule): readonly Extract<Rule, { readonly levels: unknown }>[] {
  switch (rule.kind) {
    case 'atLeast':
    case 'atMost':
      return [rule]
    case 'allOf':
    case 'anyOf':
    case 'atLeastOf':
      return rule.parts.flatMap(comparisonsIn)
    case 'pass':
    case 'noneOf':
      return []
  }
}
