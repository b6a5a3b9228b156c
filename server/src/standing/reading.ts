import {
  levelScale,
  ownersOn,
  readIndicator,
  readRule,
  type CriteriaSet,
  type Criterion,
  type Indicator,
  type LegalSource,
  type LevelContext,
  type Owner,
  type ReadTerm,
} from '@ancu/core/criteria'
import type { EndpointAnswer } from '@ancu/core/kernel'
import type { readSet } from '@ancu/core/standing'
import { resolveArea } from '@ancu/core/units'

import type { KnownEdition } from '../figures/image.ts'
import { loadPicture } from '../units/index.ts'
import { columnFor, isFor } from './fold.ts'
import { contextOf, documentsNamed, type Law, type SetHead } from './law.ts'
import { shownDocument, shownLevel } from './sources.ts'

type Reading = EndpointAnswer<typeof readSet>
type ReadCriterion = Reading['criteria'][number]
type ReadIndicator = ReadCriterion['indicators'][number]

/** An edition as its decision has it, with the levels that hold on the day and all that is cited. */
export async function readingOf(law: Law, edition: KnownEdition, head: SetHead): Promise<Reading> {
  const { set } = edition
  const { on, known, knownSeq } = law.settled
  const context = contextOf(law, edition)
  const levels = law.image.levels.filter(
    (level) => level.set === set.id && context.decisions.some(({ id }) => id === level.id),
  )
  const recorded = [
    ...levels.map((level) => level.document),
    ...(head.applied?.document ? [head.applied.document] : []),
  ]
  const judged = await unitsByColumn(law, edition)
  const ownDocuments = edition.documents.map((document) =>
    shownDocument({ ...document, illustrative: false }),
  )
  return {
    on,
    known: known ?? null,
    knownSeq,
    ...head,
    readOn: context.on,
    edition: { edition: edition.no, digest: edition.digest, seq: edition.seq },
    legalBasis: set.legalBasis.map(shownSource),
    passRule: set.passRule,
    prerequisites: (set.prerequisites ?? []).map(({ code, name, nameChecked, rule }) => ({
      code,
      name,
      nameChecked,
      terms: readRule(set, rule, context).map(shownTerm),
    })),
    basicallyMetCounts: set.basicallyMetCounts,
    notApplicableCounts: set.notApplicableCounts,
    declaredIndicators: set.declaredIndicators ?? null,
    columns: set.columns.map(({ id, name, source }) => ({
      id,
      name,
      source: shownSource(source),
      units: judged.get(id) ?? 0,
    })),
    criteria: set.criteria.map((criterion) => shownCriterion(set, criterion, context)),
    measures: Object.fromEntries(
      edition.measures.map((measure) => [
        measure.id,
        {
          name: measure.name,
          kind: measure.kind,
          quantity: measure.quantity,
          decimals: levelScale(measure),
          negative: measure.negative === true,
        },
      ]),
    ),
    levels: Object.fromEntries(levels.map((level) => [level.id, shownLevel(level)])),
    documents: {
      ...(await documentsNamed(law, recorded)),
      // A sealed edition speaks for its own documents.
      ...Object.fromEntries(ownDocuments.map((document) => [document.id, document])),
    },
  }
}

/** How many units of the province in force each column judges on the day; none where there is no province then. */
async function unitsByColumn(
  { reader, settled }: Law,
  edition: KnownEdition,
): Promise<ReadonlyMap<string, number>> {
  const { on, knownSeq } = settled
  const picture = await loadPicture(reader, knownSeq)
  const province = resolveArea(picture, undefined, on)
  if (!province.ok) return new Map()
  const { unit } = province.value
  const units = [
    ...picture.communesOf(unit, on),
    ...picture.villagesOf(unit, on),
    ...picture.membersOn(unit, on, 'district'),
  ]
  const counts = new Map<string, number>()
  for (const each of units.filter((one) => isFor(edition, one))) {
    const column = columnFor(edition, each)
    counts.set(column, (counts.get(column) ?? 0) + 1)
  }
  return counts
}

function shownCriterion(set: CriteriaSet, criterion: Criterion, context: LevelContext): ReadCriterion {
  return {
    code: criterion.code,
    group: criterion.group,
    name: criterion.name,
    nameChecked: criterion.nameChecked,
    key: criterion.key,
    complete: criterion.complete !== false,
    source: criterion.source ? shownSource(criterion.source) : null,
    owners: criterion.owners.map(shownOwner),
    continues: continuesOf(criterion),
    indicators: criterion.indicators.map((indicator) => shownIndicator(set, criterion, indicator, context)),
  }
}

function shownIndicator(
  set: CriteriaSet,
  criterion: Criterion,
  indicator: Indicator,
  context: LevelContext,
): ReadIndicator {
  return {
    code: indicator.code,
    name: indicator.name,
    nameChecked: indicator.nameChecked,
    ifAny: indicator.ifAny,
    notApplicableIn: [...(indicator.notApplicableIn ?? [])],
    evidence: [...indicator.evidence],
    owners: ownersOn(criterion, indicator, context.on).map(shownOwner),
    continues: continuesOf(indicator),
    provisions: readIndicator(set, indicator, context).map((provision) => ({
      from: provision.from,
      until: provision.until ?? null,
      inForce: provision.inForce,
      terms: provision.terms.map(shownTerm),
    })),
  }
}

function shownTerm({ depth, rule, levels }: ReadTerm): ReadIndicator['provisions'][number]['terms'][number] {
  return {
    depth,
    kind: rule.kind,
    count: 'count' in rule ? rule.count : null,
    measure: 'measure' in rule ? (rule.measure ?? null) : null,
    name: 'name' in rule ? (rule.name ?? null) : null,
    units: 'as' in rule ? { of: rule.of, as: rule.as } : null,
    key: 'key' in rule ? rule.key : null,
    delegated: rule.kind === 'pass' && rule.delegated,
    source: 'source' in rule ? shownSource(rule.source) : null,
    levels: levels.map((level) => ({
      columns: [...level.columns],
      state: level.state,
      scaled: level.scaled ?? null,
      year: level.year ?? null,
      byYear: level.byYear ?? null,
      of: level.of ?? null,
      source: level.source ? shownSource(level.source) : null,
      decision: level.decision ?? null,
    })),
  }
}

function shownSource({ document, article, checked, note }: LegalSource): Reading['legalBasis'][number] {
  return { document, article: article ?? null, checked, note: note ?? null }
}

function shownOwner({ name, from, until, checked }: Owner): ReadIndicator['owners'][number] {
  return { name, from: from ?? null, until: until ?? null, checked }
}

function continuesOf({ continues = [] }: Pick<Indicator, 'continues'>): ReadIndicator['continues'] {
  return continues.map(({ set, codes }) => ({ set, codes: [...codes] }))
}
