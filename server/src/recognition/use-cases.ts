import {
  accepted,
  covers,
  refused,
  type EndpointAnswer,
  type EndpointInput,
  type Result,
} from '@ancu/core/kernel'
import { riskStatuses, type atRisk, type RevocationRule } from '@ancu/core/recognition'
import type { Refusal } from '@ancu/core/text'

import type { Officer, Program } from '../commands/index.ts'
import { findDocuments } from '../decisions/store.ts'
import { findEdition } from '../figures/province.ts'
import { labelOf } from '../standing/answers.ts'
import { isIllustrative } from '../standing/illustrative.ts'
import { aboutArea, type Question } from '../standing/moment.ts'
import { shownDocument } from '../standing/sources.ts'
import { risksOf, type Risk } from './risks.ts'
import { readRevocationRules, type RulesFault } from './rules.ts'

type Answer = EndpointAnswer<typeof atRisk>
type Row = Answer['rows'][number]

/** Recognised units by how near they are to the conditions of revocation; only a decision revokes. */
export async function atRiskOf(
  program: Program,
  officer: Officer,
  asked: EndpointInput<typeof atRisk>,
  packsFolder: string,
): Promise<Result<Answer, Refusal>> {
  const rules = await readRevocationRules(packsFolder)
  if (!rules.ok) return refused(rulesWrong(rules.refusal))
  return aboutArea(program, officer, asked, async (question, area) => {
    const risks = risksOf(question, rules.value, area)
    const { on, knownSeq } = question.moment
    return accepted({
      on,
      known: question.known ?? null,
      knownSeq,
      basis: question.basis,
      unit: { ...labelOf(question, area.unit), place: area.place },
      rules: rules.value.filter(({ from, until }) => covers({ from, until }, on)).map(shownRule),
      counts: countsOf(risks),
      rows: risks.map((risk) => shownRisk(risk, question)).toSorted(nearestFirst),
      documents: await documentsOf(question, risks, rules.value),
    })
  })
}

function rulesWrong(faults: readonly RulesFault[]): Refusal {
  const issues = faults.map(({ file, line, why }) => ({ file, line: line ?? null, vi: why, en: why }))
  return { code: 'packWrong', issues }
}

function countsOf(risks: readonly Risk[]): Answer['counts'] {
  const withRule = risks.filter(({ rule }) => rule !== undefined)
  const count = (status: Row['status']): number => withRule.filter((risk) => statusOf(risk) === status).length
  return {
    risk: count('risk'),
    possible: count('possible'),
    unknown: count('unknown'),
    none: count('none'),
    withoutRule: risks.length - withRule.length,
  }
}

/** Without a rule there is nothing to be near to; with one, what cannot be judged is not known. */
function statusOf({ rule, judged }: Risk): Row['status'] {
  return rule === undefined ? 'none' : (judged?.status ?? 'unknown')
}

const nothing = { least: 0, most: 0 }

function shownRisk(risk: Risk, question: Question): Row {
  const { unit, rank, decision, rule, judged } = risk
  const { picture, moment } = question
  const district = picture
    .ancestorsOn(unit.id, moment.on)
    .find((above) => picture.levelOf(above.id) === 'district')
  return {
    unit: labelOf(question, unit),
    district: district?.id ?? null,
    rank,
    decision: {
      id: decision.id,
      number: decision.number ?? null,
      day: decision.day,
      set: decision.set ?? null,
      document: decision.document ?? null,
      illustrative: decision.illustrative,
    },
    status: statusOf(risk),
    rule: rule?.id ?? null,
    set: rule?.set ?? null,
    of: judged?.edition.set.criteria.length ?? 0,
    failing: judged?.failing ?? nothing,
    keyFailing: judged?.keyFailing ?? nothing,
    margin: judged?.margin ?? null,
    unmet: (judged?.unmet ?? []).map(({ code, name, key }) => ({ code, name, key })),
    unknown: (judged?.unknown ?? []).map(({ code, name, key }) => ({ code, name, key })),
    illustrative: isIllustrative({ ...question, edition: judged?.edition }, unit),
  }
}

function nearestFirst(one: Row, other: Row): number {
  const rankOf = ({ status }: Row): number => riskStatuses.indexOf(status)
  const leftOf = ({ margin }: Row): number => margin?.least ?? Number.MAX_SAFE_INTEGER
  return (
    Number(one.rule === null) - Number(other.rule === null) ||
    rankOf(one) - rankOf(other) ||
    leftOf(one) - leftOf(other) ||
    (one.unit.id < other.unit.id ? -1 : one.unit.id > other.unit.id ? 1 : 0)
  )
}

function shownRule(rule: RevocationRule): Answer['rules'][number] {
  const { id, source, from, until, sets, conditions } = rule
  return {
    id,
    document: source.document,
    article: source.article ?? null,
    checked: source.checked,
    note: source.note ?? null,
    from,
    until: until ?? null,
    sets: Object.fromEntries(Object.entries(sets)),
    conditions: conditions.map(({ from: least, below, key, disputed }) => ({
      from: least,
      below: below ?? null,
      key,
      disputed: disputed ?? null,
    })),
  }
}

/** Documents of the decisions and of the rules, as the sets that the rules name cite them. */
async function documentsOf(
  { reader, image, moment }: Question,
  risks: readonly Risk[],
  rules: readonly RevocationRule[],
): Promise<Answer['documents']> {
  const ids = new Set([
    ...risks.flatMap(({ decision }) => decision.document ?? []),
    ...rules.map(({ source }) => source.document),
  ])
  const documents: Answer['documents'] = {}
  for (const document of await findDocuments(reader, [...ids], moment.knownSeq)) {
    documents[document.id] = shownDocument(document)
  }
  const sets = new Set(rules.flatMap((rule) => Object.values(rule.sets)))
  const cited = [...sets].flatMap((set) => findEdition(image, set, moment.knownSeq)?.documents ?? [])
  for (const document of cited) {
    if (ids.has(document.id)) documents[document.id] = shownDocument({ ...document, illustrative: false })
  }
  return documents
}
