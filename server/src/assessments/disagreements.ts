import {
  claimWords,
  computedWords,
  factsOf,
  figureOfStage,
  ownerOn,
  partOfMeasure,
  settledBy,
  subjectOf,
  sumWords,
  type Disagreement,
  type listDisagreements,
} from '@ancu/core/assessments'
import { measuresOf, type Criterion, type Indicator, type Measure } from '@ancu/core/criteria'
import { disagreementKinds, type KnownReconciliation } from '@ancu/core/figures'
import { accepted, type EndpointAnswer, type EndpointInput, type Result } from '@ancu/core/kernel'
import type { Language, Refusal } from '@ancu/core/text'

import type { Officer, Program } from '../commands/index.ts'
import { findDocuments } from '../decisions/store.ts'
import { findReconciliations } from '../figures/reconciliation-store.ts'
import { labelOf } from '../standing/answers.ts'
import { aboutArea, type Question } from '../standing/moment.ts'
import { shownDocument } from '../standing/sources.ts'
import { compareText, districtOf, type NameOf } from './answers.ts'
import { contradictionsIn, measuresKnown, type Found } from './contradictions.ts'

type Answer = EndpointAnswer<typeof listDisagreements>
type Row = Answer['rows'][number]
type Said = Row['one']

/** Everything in an area that contradicts itself, with who answers and whether a note settles it. */
export async function disagreementsOf(
  program: Program,
  officer: Officer,
  asked: EndpointInput<typeof listDisagreements>,
): Promise<Result<Answer, Refusal>> {
  return aboutArea(program, officer, asked, async (question, area) => {
    const found = contradictionsIn(question, area)
    const { on, knownSeq } = question.moment
    const units = [...new Set(found.map(({ unit }) => unit.id))]
    const notes = Map.groupBy(
      await findReconciliations(question.reader, { knownSeq, units }),
      ({ unit, subject }) => `${unit} ${subject}`,
    )
    const { documents, nameOf } = await documentsOf(question, [...notes.values()].flat())
    const told = tellerOf(question, nameOf)
    const rows = found.map((one) => told(one, notes)).toSorted(openFirst)
    return accepted({
      on,
      known: question.known ?? null,
      knownSeq,
      set: question.edition?.set.id ?? null,
      edition: question.edition?.no ?? null,
      unit: { ...labelOf(question, area.unit), place: area.place },
      counts: {
        ...counted(rows),
        kinds: disagreementKinds.map((kind) => ({
          kind,
          ...counted(rows.filter((row) => row.kind === kind)),
        })),
      },
      rows,
      documents,
    })
  })
}

function counted(rows: readonly Row[]): { readonly open: number; readonly reconciled: number } {
  const open = rows.filter((row) => row.state === 'open').length
  return { open, reconciled: rows.length - open }
}

function openFirst(one: Row, other: Row): number {
  return (
    Number(one.state === 'reconciled') - Number(other.state === 'reconciled') ||
    disagreementKinds.indexOf(one.kind) - disagreementKinds.indexOf(other.kind) ||
    compareText(one.unit.id, other.unit.id) ||
    compareText(one.subject, other.subject)
  )
}

type Notes = ReadonlyMap<string, readonly KnownReconciliation[]>

function tellerOf(question: Question, nameOf: NameOf): (found: Found, notes: Notes) => Row {
  const measures = measuresKnown(question)
  const { on } = question.moment
  return ({ unit, disagreement }, notes) => {
    const subject = subjectOf(disagreement)
    const facts = factsOf(disagreement)
    const note = settledBy(facts, notes.get(`${unit.id} ${subject}`) ?? [])
    const part = partOf(disagreement, question)
    const about = measureOf(disagreement, measures)
    return {
      kind: disagreement.kind,
      subject,
      unit: labelOf(question, unit),
      district: districtOf(unit, question) ?? null,
      criterion: part ? { code: part.criterion.code, name: namesOf(part.criterion) } : null,
      indicator: part?.indicator ? { code: part.indicator.code, name: namesOf(part.indicator) } : null,
      measure: about ? { id: about.measure.id, name: about.measure.name } : null,
      period: about?.period ?? null,
      ...saidIn(disagreement, about?.measure, nameOf),
      facts: [...facts],
      owner: (part && ownerOn(part.criterion, on, part.indicator)) ?? null,
      state: note ? 'reconciled' : 'open',
      note: note
        ? { id: note.id, note: note.note, document: note.document ?? null, entrySeq: note.seq }
        : null,
      illustrative: isIllustrative(disagreement),
    }
  }
}

function namesOf({ name }: Criterion | Indicator): { readonly vi: string; readonly en: string } {
  return { vi: name.vi, en: name.en }
}

type Part = { readonly criterion: Criterion; readonly indicator: Indicator | undefined }

/** The part of the set that it concerns; of a figure the first that its measure judges on the day. */
function partOf(disagreement: Disagreement, { edition }: Question): Part | undefined {
  switch (disagreement.kind) {
    case 'computedAttested':
    case 'selfAssessed': {
      const { criterion } = disagreement.criterion
      const code = disagreement.indicator?.code
      return { criterion, indicator: criterion.indicators.find((one) => one.code === code) }
    }
    case 'claimedFigure':
      return edition && partOfMeasure(edition.set.criteria, measuresIn, disagreement.checked.measure)
    case 'villageSum':
      return edition && partOfMeasure(edition.set.criteria, measuresIn, disagreement.told.measure)
  }
}

function measuresIn({ provisions }: Indicator): readonly string[] {
  return provisions.flatMap((provision) => measuresOf(provision.rule))
}

function measureOf(
  disagreement: Disagreement,
  measures: ReadonlyMap<string, Measure>,
): { readonly measure: Measure; readonly period: string } | undefined {
  if (disagreement.kind !== 'claimedFigure' && disagreement.kind !== 'villageSum') return undefined
  const { measure: id, period } =
    disagreement.kind === 'claimedFigure' ? disagreement.checked : disagreement.told
  const measure = measures.get(id)
  return measure && { measure, period }
}

function saidIn(
  disagreement: Disagreement,
  measure: Measure | undefined,
  nameOf: NameOf,
): { readonly one: Said; readonly other: Said } {
  const said = (by: Said['by'], facts: readonly string[], words: (language: Language) => string): Said => ({
    by,
    text: { vi: words('vi'), en: words('en') },
    facts: [...facts],
  })
  const all = factsOf(disagreement)
  switch (disagreement.kind) {
    case 'computedAttested': {
      const { claim } = disagreement
      const figures = all.filter((id) => id !== claim.id)
      return {
        one: said('figures', figures, (language) => computedWords(disagreement, language, nameOf)),
        other: said('conclusion', [claim.id], (language) => claimWords(claim, language)),
      }
    }
    case 'selfAssessed': {
      const { own, checked } = disagreement
      return {
        one: said('unit', [own.id], (language) => claimWords(own, language)),
        other: said('check', [checked.id], (language) => claimWords(checked, language)),
      }
    }
    case 'claimedFigure': {
      const { own, checked } = disagreement
      return {
        one: said('unit', [own.id], (language) => figureSaid(own, measure, language)),
        other: said('check', [checked.id], (language) => figureSaid(checked, measure, language)),
      }
    }
    case 'villageSum': {
      const { told } = disagreement
      const villages = all.filter((id) => id !== told.id)
      return {
        one: said('villages', villages, (language) =>
          measure ? sumWords(disagreement, measure, language) : '',
        ),
        other: said('unit', [told.id], (language) => figureSaid(told, measure, language)),
      }
    }
  }
}

function figureSaid(
  figure: Parameters<typeof figureOfStage>[0],
  measure: Measure | undefined,
  language: Language,
): string {
  return measure ? figureOfStage(figure, measure, language) : ''
}

function isIllustrative(disagreement: Disagreement): boolean {
  switch (disagreement.kind) {
    case 'computedAttested':
      return disagreement.claim.illustrative
    case 'selfAssessed':
    case 'claimedFigure':
      return disagreement.own.illustrative || disagreement.checked.illustrative
    case 'villageSum':
      return [disagreement.told, ...disagreement.parts].some((figure) => figure.illustrative)
  }
}

/** Documents of the notes, and names of those that the explanations cite. */
async function documentsOf(
  { reader, moment, edition }: Question,
  notes: readonly KnownReconciliation[],
): Promise<{ readonly documents: Answer['documents']; readonly nameOf: NameOf }> {
  const ids = [...new Set(notes.flatMap(({ document }) => document ?? []))]
  const documents: Answer['documents'] = {}
  for (const document of await findDocuments(reader, ids, moment.knownSeq)) {
    documents[document.id] = shownDocument(document)
  }
  const cited = new Map((edition?.documents ?? []).map((document) => [document.id, document]))
  return {
    documents,
    nameOf: (id) => cited.get(id)?.number ?? cited.get(id)?.title ?? id,
  }
}
