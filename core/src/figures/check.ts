import { correspondenceOf, judgesCommunes, signFits, type CriteriaSet } from '../criteria/index.ts'
import type { DecisionFact } from '../decisions/index.ts'
import { fromScale } from '../text/index.ts'
import type { FactBundle } from './bundle.ts'
import { checkLevel } from './check-levels.ts'
import { claimKey, claimStageRank, figureStageRank } from './counting.ts'
import type { FigureFact, VerdictClaim } from './facts.ts'
import type { KnownLaw, KnownProvince } from './known.ts'
import { parsePeriod } from './period.ts'
import { checkRows, named, type FactRefusal, type FactSection, type Refuse } from './refusal.ts'

/**
 * Everything that is wrong with the facts of one command; nothing is written unless the list is empty.
 * A bundle may refer to its own documents and to its own earlier rows.
 */
export function checkFacts(facts: FactBundle, known: KnownProvince): readonly FactRefusal[] {
  const refusals: FactRefusal[] = []
  const documents = new Set(facts.documents.map((document) => document.id))
  const context: Context = {
    refusals,
    known,
    rulesOf: (section) => ({ isTaken: (id) => known.isTaken(section, id) }),
    checkDocument: (id, refuse) => {
      if (id !== undefined && !documents.has(id) && !known.hasDocument(id)) refuse('documentUnknown', id)
    },
  }
  checkRows(refusals, 'documents', facts.documents, () => undefined, context.rulesOf('documents'))
  checkFigures(facts.figures, context)
  checkClaims(facts.verdicts, context)
  checkDecisions(facts.decisions, context)
  checkRows(
    refusals,
    'levels',
    facts.levels,
    (level, refuse) => {
      context.checkDocument(level.document, refuse)
      checkLevel(level, known, refuse)
    },
    context.rulesOf('levels'),
  )
  checkRows(
    refusals,
    'setApplications',
    facts.setApplications,
    (application, refuse) => {
      const set = known.findSet(application.set)
      if (!set) refuse('setUnknown', application.set)
      else if (!judgesCommunes(set)) refuse('setJudgesNoCommune', application.set)
      context.checkDocument(application.document, refuse)
      if (application.replaces !== undefined && !known.hasApplication(application.replaces)) {
        refuse('replacesNothing', application.replaces)
      }
    },
    context.rulesOf('setApplications'),
  )
  checkReconciliations(facts, context)
  return refusals
}

type Context = {
  readonly refusals: FactRefusal[]
  readonly known: KnownProvince
  rulesOf(section: FactSection): { isTaken(id: string): boolean }
  checkDocument(id: string | undefined, refuse: Refuse): void
}

function checkFigures(rows: readonly FigureFact[], context: Context): void {
  const { known } = context
  const earlier = new Map<string, FigureFact>()
  const check = (figure: FigureFact, refuse: Refuse): void => {
    if (!known.hasUnit(figure.unit)) refuse('unitUnknown', figure.unit)
    context.checkDocument(figure.document, refuse)
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
      const replaced = earlier.get(figure.replaces) ?? known.findFigure(figure.replaces)
      if (!replaced) refuse('replacesNothing', figure.replaces)
      else if (!isSameQuestion(figure, replaced)) refuse('replacesAnother', figure.replaces)
      else if (figureStageRank(figure.stage) < figureStageRank(replaced.stage)) {
        refuse('replacesHigherStage', figure.replaces)
      }
    }
    earlier.set(figure.id, figure)
  }
  checkRows(context.refusals, 'figures', rows, check, {
    ...context.rulesOf('figures'),
    says: ({ unit, measure, period, stage, nature, num, den, scaled, notApplicableReason: reason }) => [
      unit,
      measure,
      period,
      stage,
      nature,
      num,
      den,
      scaled,
      reason,
    ],
  })
}

function checkClaims(rows: readonly VerdictClaim[], context: Context): void {
  const { known } = context
  const earlier = new Map<string, VerdictClaim>()
  const check = (claim: VerdictClaim, refuse: Refuse): void => {
    if (!known.hasUnit(claim.unit)) refuse('unitUnknown', claim.unit)
    context.checkDocument(claim.document, refuse)
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
      const replaced = earlier.get(claim.replaces) ?? known.findClaim(claim.replaces)
      if (!replaced) refuse('replacesNothing', claim.replaces)
      else if (!isSameClaim(claim, replaced)) refuse('replacesAnother', claim.replaces)
      else if (claimStageRank(claim.stage) < claimStageRank(replaced.stage)) {
        refuse('replacesHigherStage', claim.replaces)
      }
    }
    if (claim.carriedFrom !== undefined) {
      const carried = earlier.get(claim.carriedFrom) ?? known.findClaim(claim.carriedFrom)
      if (!carried) refuse('carriesNothing', claim.carriedFrom)
      else if (!isCarried(claim, carried) || !continuesCode(claim, carried, known)) {
        refuse('carriesAnother', claim.carriedFrom)
      }
    }
    earlier.set(claim.id, claim)
  }
  checkRows(context.refusals, 'verdicts', rows, check, {
    ...context.rulesOf('verdicts'),
    says: ({ unit, set, scope, code, verdict, asOf, stage }) => [
      unit,
      set,
      scope,
      code,
      verdict,
      asOf,
      stage,
    ],
  })
}

function checkDecisions(rows: readonly DecisionFact[], context: Context): void {
  const { known } = context
  const earlier = new Map<string, DecisionFact>()
  const check = (decision: DecisionFact, refuse: Refuse): void => {
    if (!known.hasUnit(decision.unit)) refuse('unitUnknown', decision.unit)
    context.checkDocument(decision.document, refuse)
    if (decision.day > known.today) refuse('futureDay', decision.day)
    else if (known.hasUnit(decision.unit) && known.kindOn(decision.unit, decision.day) === undefined) {
      refuse('unitNotThen', decision.day)
    }
    if (decision.revokes !== undefined) {
      const revoked = earlier.get(decision.revokes) ?? known.findDecision(decision.revokes)
      if (decision.act !== 'revoke' || revoked?.unit !== decision.unit || revoked.rank !== decision.rank) {
        refuse('revokesNothing', decision.revokes)
      }
    }
    if (decision.replaces !== undefined) {
      const replaced = earlier.get(decision.replaces) ?? known.findDecision(decision.replaces)
      if (!replaced) refuse('replacesNothing', decision.replaces)
      else if (replaced.unit !== decision.unit || replaced.act !== decision.act) {
        refuse('replacesAnother', decision.replaces)
      }
    }
    earlier.set(decision.id, decision)
  }
  checkRows(context.refusals, 'decisions', rows, check, {
    ...context.rulesOf('decisions'),
    says: ({ unit, act, rank, day, number }) => [unit, act, rank, day, number],
  })
}

/** A note names figures and conclusions of its unit and the villages in it, known or brought by its own command. */
function checkReconciliations({ figures, verdicts, reconciliations }: FactBundle, context: Context): void {
  const { known } = context
  const own = new Map([...figures, ...verdicts].map((fact) => [fact.id, fact]))
  const findFact = (id: string) => own.get(id) ?? known.findFigure(id) ?? known.findClaim(id)
  checkRows(
    context.refusals,
    'reconciliations',
    reconciliations,
    (note, refuse) => {
      if (!known.hasUnit(note.unit)) refuse('unitUnknown', note.unit)
      context.checkDocument(note.document, refuse)
      for (const id of note.facts) {
        const fact = findFact(id)
        if (!fact) refuse('reconcilesNothing', id)
        else if (!known.liesIn(fact.unit, note.unit)) refuse('reconcilesAnother', id)
      }
      if (note.withdrawn && !known.isNoted(note.unit, note.subject)) {
        refuse('noteTakesNothingBack', note.subject)
      }
    },
    { ...context.rulesOf('reconciliations'), says: ({ unit, subject }) => [unit, subject] },
  )
}

function checkQuantity(figure: FigureFact, known: KnownProvince, refuse: Refuse): void {
  const measure = known.findMeasure(figure.measure)
  if (!measure) return refuse('measureUnknown', figure.measure)
  const period = parsePeriod(figure.period)
  if (period?.kind !== measure.time) refuse('periodKindWrong', figure.period)
  else if (period.lastDay > known.today && figure.nature === 'actual') refuse('futureDay', period.lastDay)
  const { scaled, num, den } = figure
  if (num !== undefined && den !== undefined) {
    if (measure.kind !== 'share') refuse('figureNotAShare', figure.measure, named(measure))
    else if (num > den) refuse('shareAboveWhole', `${num}/${den}`)
  }
  if (scaled === undefined) return
  if (measure.kind === 'share') refuse('shareNeedsParts', figure.measure, named(measure))
  else if (measure.kind === 'pass') {
    if (scaled !== 0 && scaled !== 1) refuse('passIsYesOrNo', figure.measure, named(measure))
  } else if (!signFits(measure, scaled)) {
    refuse('belowZero', fromScale(scaled, measure.scale), named(measure))
  } else if (measure.most !== undefined && scaled > measure.most) {
    const most = fromScale(measure.most, measure.scale)
    refuse('aboveMost', fromScale(scaled, measure.scale), { ...named(measure), most })
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

/** Carried over from another set a conclusion stays what it was: what it said, of which stage and day, by which paper. */
function isCarried(claim: VerdictClaim, from: VerdictClaim): boolean {
  return (
    claim.unit === from.unit &&
    claim.set !== from.set &&
    claim.scope === from.scope &&
    claim.verdict === from.verdict &&
    claim.asOf === from.asOf &&
    claim.stage === from.stage &&
    claim.reason === from.reason &&
    claim.document === from.document &&
    claim.evidence === from.evidence &&
    claim.withdrawn !== true &&
    from.withdrawn !== true
  )
}

/** Whether what the one speaks of continues in its set what the other speaks of in its own. */
function continuesCode(claim: VerdictClaim, from: VerdictClaim, known: KnownLaw): boolean {
  const [old, current] = [known.findSet(from.set), known.findSet(claim.set)]
  if (!old || !current || claim.scope === 'whole') return false
  const { criteria, oldIndicatorOf } = correspondenceOf(old, current)
  return claim.scope === 'indicator'
    ? oldIndicatorOf.get(claim.code ?? '') === from.code
    : criteria.some((pair) => pair.old === from.code && pair.new === claim.code)
}

function namesPartOf(set: CriteriaSet, claim: VerdictClaim): boolean {
  switch (claim.scope) {
    case 'whole':
      return true
    case 'criterion':
      return set.criteria.some((criterion) => criterion.code === claim.code)
    case 'indicator':
      return partsOf(set).some((part) => part.code === claim.code)
  }
}

/** What a conclusion of the scope `indicator` may be on. */
function partsOf(set: CriteriaSet): readonly { readonly code: string }[] {
  return [...set.criteria.flatMap((criterion) => criterion.indicators), ...(set.prerequisites ?? [])]
}
