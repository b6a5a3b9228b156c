import { accepted, refused, type EndpointAnswer, type Result } from '@ancu/core/kernel'
import { explainUnit, type unitStanding } from '@ancu/core/standing'
import type { Refusal } from '@ancu/core/text'

import { read, type Officer, type Program } from '../commands/index.ts'
import { labelOf, momentOf, shownConclusion, shownCriterion, shownPrerequisite } from './answers.ts'
import { evidenceOf } from './evidence.ts'
import { isFor, judgeAt, judgementOf } from './fold.ts'
import { isIllustrative } from './illustrative.ts'
import { settle, unitNamed, type AskedMoment } from './moment.ts'
import { namedSources } from './sources.ts'

type Standing = EndpointAnswer<typeof unitStanding>

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
    const { picture, moment, edition, basis } = question
    const unit = picture.unitOn(named.value, moment.on)
    if (unit === undefined) return refused({ code: 'unitNotThen', unit: named.value, on: moment.on })
    const head = {
      ...momentOf(question),
      unit: labelOf(question, unit),
      setName: edition?.set.name ?? null,
    }
    if (edition === undefined || !isFor(edition, unit))
      return accepted({ ...head, ...judgementOf(edition, unit, undefined), ...notJudged })
    const { set } = edition
    const { criterion } = asked
    if (criterion !== undefined && !set.criteria.some((each) => each.code === criterion)) {
      return refused({ code: 'criterionUnknown', set: set.id, criterion })
    }
    const judge = judgeAt(question, edition, moment)
    const compiled = judge.compiledFor(unit)
    const evidence = evidenceOf(question, judge, unit)
    const explained = explainUnit(compiled, evidence, basis, moment.on)
    const { standing, spokenBy, conclusions, prerequisites, criteria } = explained
    const wanted = criteria.filter((each) => criterion === undefined || each.criterion.code === criterion)
    const { nameOf, ...sources } = await namedSources(question, edition, { ...explained, criteria: wanted })
    const column = set.columns.find((each) => each.id === compiled.column)
    return accepted({
      ...head,
      column: column ? { id: column.id, name: column.name } : null,
      ...judgementOf(edition, unit, standing),
      spokenBy,
      conclusions: conclusions.map(shownConclusion),
      countsAsMet: { basicallyMet: set.basicallyMetCounts, notApplicable: set.notApplicableCounts },
      passRule: set.passRule,
      counts: standing.counts,
      score: standing.score ?? null,
      prerequisites: prerequisites.map((each) => shownPrerequisite(each, nameOf)),
      criteria: wanted.map((each) => shownCriterion(each, compiled, nameOf)),
      ...sources,
      illustrative: isIllustrative(question, unit),
    })
  })
}

/** What else is said of a unit that nothing judges. */
const notJudged = {
  column: null,
  spokenBy: 'criteria',
  conclusions: [],
  countsAsMet: null,
  passRule: null,
  counts: null,
  score: null,
  prerequisites: [],
  criteria: [],
  levels: {},
  documents: {},
  entries: {},
  carried: {},
  illustrative: false,
} satisfies Partial<Standing>
