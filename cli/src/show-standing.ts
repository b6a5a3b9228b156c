import type { EndpointAnswer } from '@ancu/core/kernel'
import type { unitStanding } from '@ancu/core/standing'
import { formatDay, type Language } from '@ancu/core/text'

import type { Say } from './command.ts'
import { pointsOf, pointsOfCriterion, pointsOfWhole } from './show-points.ts'
import { knownOf, list } from './table.ts'

type Standing = EndpointAnswer<typeof unitStanding>
type Criterion = Standing['criteria'][number]
type Indicator = Criterion['indicators'][number]
type Prerequisite = Standing['prerequisites'][number]
type Figure = Indicator['figures'][number]

type Settled = Pick<Standing, 'on' | 'known' | 'knownSeq' | 'set' | 'edition' | 'basis'>

/** From where the question was asked: day, knowledge, set, basis. */
export function settled(
  { on, known, knownSeq, set, edition, basis }: Settled,
  say: Say,
): readonly (readonly [string, string])[] {
  return [
    [say('label.day'), formatDay(on)],
    [say('label.known'), knownOf({ known, knownSeq }, say)],
    [say('label.set'), set === null ? say('say.noSet') : `${set} (${edition ?? ''})`],
    [say('label.basis'), say(`basis.${basis}`)],
  ]
}

export function showStanding(answer: Standing, say: Say, language: Language): string {
  const { unit, counts, column } = answer
  return [
    list([
      [say('label.unit'), `${unit.place[language]} (${unit.code ?? unit.id})`],
      ...settled(answer, say),
      ...(column === null ? [] : [[say('label.column'), column.name[language]] as const]),
      [say('label.whole'), wholeOf(answer, say)],
      ...(counts === null ? [] : [[say('label.counts'), say('counts', counts)] as const]),
      ...pointsOfWhole(answer, say, language),
    ]),
    ...answer.conclusions.flatMap((one) => conclusionLines(one, answer, say)).map(indented),
    ...(answer.prerequisites.length === 0 ? [] : ['', say('label.prerequisites')]),
    ...answer.prerequisites.flatMap((one) => partLines(one, [], answer, say, language)).map(indented),
    ...answer.criteria.flatMap((criterion) => ['', ...criterionLines(criterion, answer, say, language)]),
    ...Object.values(answer.levels).flatMap((level) => ['', ...levelLines(level, answer, say)]),
    ...(answer.illustrative ? ['', say('say.illustrative')] : []),
  ].join('\n')
}

function wholeOf({ applicable, set, whole, spokenBy }: Standing, say: Say): string {
  if (whole !== null) return `${say(`verdict.${whole}`)} (${say(`by.${spokenBy}`)})`
  return say(set === null ? 'say.noSet' : applicable ? 'verdict.unknown' : 'say.notApplicable')
}

function criterionLines(
  criterion: Criterion,
  answer: Standing,
  say: Say,
  language: Language,
): readonly string[] {
  const verdict = say(criterion.basicallyMet ? 'verdict.basicallyMet' : `verdict.${criterion.verdict}`)
  const told = [
    `${verdict} (${say(`by.${criterion.spokenBy}`)})`,
    ...pointsOfCriterion(criterion, answer, say, language),
    ...remarks(criterion, say),
  ]
  return [
    `${criterion.code}. ${criterion.name[language]}: ${told.join(', ')}`,
    ...criterion.conclusions.flatMap((one) => conclusionLines(one, answer, say)).map(indented),
    ...criterion.indicators
      .flatMap((indicator) => {
        const score = indicator.score === null ? [] : [pointsOf(indicator.score, say, language)]
        return partLines(indicator, score, answer, say, language)
      })
      .map(indented),
  ]
}

/** An indicator or a prerequisite; `score` is what is told of its points. */
function partLines(
  part: Indicator | Prerequisite,
  score: readonly string[],
  answer: Standing,
  say: Say,
  language: Language,
): readonly string[] {
  const { code, name, verdict, figures, missing } = part
  const { heading, lines } = part.text[language]
  const isConcluded = answer.basis === 'official' && part.conclusions.length > 0
  const told = `${say(`verdict.${verdict}`)} (${say(isConcluded ? 'by.conclusion' : 'by.figures')})`
  return [
    `${code} ${name[language]}: ${[told, ...score, ...remarks(part, say)].join(', ')}`,
    indented(say('say.fromFigures', { heading })),
    ...lines.map(({ depth, text }) => indented(`${'  '.repeat(depth)}${text}`)),
    ...figures.flatMap((figure) => figureLines(figure, answer, say)).map(indented),
    ...part.conclusions.flatMap((one) => conclusionLines(one, answer, say)).map(indented),
    ...(missing.length === 0
      ? []
      : [indented(say('say.missing', { missing: missing.map((one) => one.key).join(', ') }))]),
  ]
}

function remarks(one: Pick<Criterion, 'stale' | 'disagrees' | 'computed'>, say: Say): readonly string[] {
  return [
    ...(one.stale ? [say('say.stale')] : []),
    ...(one.disagrees ? [say('say.disagrees', { verdict: say(`verdict.${one.computed}`) })] : []),
  ]
}

/** What a figure rests on, and the figures that contend with it. */
function figureLines(figure: Figure, answer: Standing, say: Say): readonly string[] {
  return [
    ...evidenceLines(figure, answer, say),
    ...figure.contenders.map((id) => say('say.contendedFigure', { id })),
  ]
}

function conclusionLines(
  one: Criterion['conclusions'][number],
  answer: Standing,
  say: Say,
): readonly string[] {
  const { stage, verdict, asOf, reason } = one
  return [
    `${say(`stage.${stage}`)}: ${say(`verdict.${verdict}`)}, ${formatDay(asOf)}${reason === null ? '' : ` (${reason})`}`,
    ...one.contenders.map(({ id, verdict: other, entrySeq }) =>
      indented(say('say.contended', { id, verdict: say(`verdict.${other}`), seq: entrySeq })),
    ),
    ...originLines(one, answer, say).map(indented),
    ...evidenceLines(one, answer, say).map(indented),
  ]
}

/** Of a conclusion that was carried over: from which set, by which entry it was written there, and whether it still stands. */
function originLines(
  { carriedFrom }: Criterion['conclusions'][number],
  { carried }: Standing,
  say: Say,
): readonly string[] {
  const origin = carriedFrom === null ? undefined : carried[carriedFrom]
  if (carriedFrom === null || origin === undefined) return []
  const { set, code, entrySeq: seq, state } = origin
  return [
    say('say.carriedFrom', { id: carriedFrom, set, part: code ?? say('label.whole'), seq }),
    ...(state === 'replaced' ? [say('say.originReplaced')] : []),
    ...(state === 'withdrawn' ? [say('say.originWithdrawn')] : []),
  ]
}

/** A level that the province decided: on which paper, by which entry. */
function levelLines(level: Standing['levels'][string], answer: Standing, say: Say): readonly string[] {
  const { key, column, from } = level
  return [
    say('say.levelDecided', { key, column, from: formatDay(from) }),
    ...evidenceLines({ ...level, evidence: null }, answer, say).map(indented),
  ]
}

type Evidenced = {
  readonly document: string | null
  readonly evidence: string | null
  readonly entrySeq: number
  readonly illustrative: boolean
}

/** What a fact rests on: its paper, its evidence, and the entry of the ledger that brought it. */
function evidenceLines(fact: Evidenced, { documents, entries }: Standing, say: Say): readonly string[] {
  const document = fact.document === null ? undefined : documents[fact.document]
  const entry = entries[String(fact.entrySeq)]
  const title = [document?.title ?? fact.document, document?.number]
    .filter((part) => part !== null && part !== undefined)
    .join(', ')
  const paper =
    fact.document === null
      ? say('say.noDocument')
      : say('say.document', {
          document: document?.unchecked === true ? `${title} (${say('say.unchecked')})` : title,
        })
  return [
    [
      paper,
      fact.evidence === null ? say('say.noEvidence') : say('say.evidence', { evidence: fact.evidence }),
      ...(fact.illustrative ? [say('column.illustrative').toLocaleLowerCase('vi')] : []),
    ].join('; '),
    ...(entry === undefined
      ? []
      : [
          say('say.entry', {
            seq: entry.seq,
            known: formatDay(entry.knownOn),
            officer: entry.officer,
            via: entry.via,
            reason: entry.reason === null ? '' : `: ${entry.reason}`,
          }),
        ]),
  ]
}

function indented(line: string): string {
  return `   ${line}`
}
