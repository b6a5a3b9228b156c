import type { EndpointAnswer } from '@ancu/core/kernel'
import { status, unitStanding } from '@ancu/core/standing'
import { formatDay, formatNumber, type Language } from '@ancu/core/text'

import { query, type Command, type Say } from './command.ts'
import { list } from './table.ts'

type Status = EndpointAnswer<typeof status>
type Standing = EndpointAnswer<typeof unitStanding>
type Criterion = Standing['criteria'][number]
type Indicator = Criterion['indicators'][number]

const moment = { on: 'day', known: 'day', set: 'set', basis: 'basis' } as const

export const standingCommands: readonly Command[] = [
  query({
    words: ['status'],
    summary: 'summary.status',
    operands: [],
    options: { unit: 'unit', ...moment },
    example: '--on 2024-03-31',
    endpoint: status,
    send: ({ values }) => momentOf(values),
    show: showStatus,
  }),
  query({
    words: ['explain'],
    summary: 'summary.explain',
    operands: ['unit'],
    options: { criterion: 'number', ...moment },
    example: '"xã Đắk Ruồng" --criterion 10 --on 2024-03-31',
    endpoint: unitStanding,
    send: ({ operands: [unit], values }) => ({ ...momentOf(values), unit, criterion: values.criterion }),
    show: showStanding,
  }),
]

type Values = Parameters<Parameters<typeof query>[0]['send']>[0]['values']

function momentOf({ unit, on, known, set, basis }: Values) {
  return { unit, on, known, set, basis }
}

function showStatus(answer: Status, say: Say, language: Language): string {
  const { communes, villages } = answer
  const number = (value: number | null): string =>
    value === null ? say('verdict.unknown') : formatNumber(value, language)
  return [
    list([[say('label.area'), answer.unit.place], ...settled(answer, say)]),
    '',
    list([
      [say('label.communes'), number(communes.total)],
      [say('label.meeting'), number(communes.meeting)],
      [say('label.notMeeting'), number(communes.notMeeting)],
      [say('label.undetermined'), number(communes.undetermined)],
      [say('label.recognised'), number(communes.recognised)],
      [say('label.recognisedNotMeeting'), number(communes.recognisedNotMeeting)],
      [say('label.meetingNotRecognised'), number(communes.meetingNotRecognised)],
      [say('label.advanced'), number(communes.advanced)],
      [say('label.model'), number(communes.model)],
      [say('label.modern'), number(communes.modern)],
      [say('label.average'), averageOf(communes, say, language)],
      ...communes.bands.map(
        ({ from, to, communes: count }) => [say('label.band', { from, to }), number(count)] as const,
      ),
      [say('label.bandUndetermined'), number(communes.bandUndetermined)],
    ]),
    '',
    list([
      [say('label.villages'), number(villages.total)],
      [say('label.ethnicMinority'), number(villages.ethnicMinority)],
      [say('label.villageRecognised'), number(villages.recognised)],
      [say('label.villageModel'), number(villages.model)],
      [say('label.pilots'), number(villages.pilots)],
    ]),
    ...(answer.illustrative ? ['', say('say.illustrative')] : []),
  ].join('\n')
}

/** An average of what is not wholly known has bounds, not a value. */
function averageOf(
  { averageCriteria, averageBounds }: Status['communes'],
  say: Say,
  language: Language,
): string {
  if (averageCriteria !== null) return formatNumber(averageCriteria, language)
  if (averageBounds === null) return say('verdict.unknown')
  const [least, most] = [averageBounds.least, averageBounds.most].map((bound) =>
    formatNumber(bound, language),
  )
  return say('say.least', { least: least ?? '', most: most ?? '' })
}

type Settled = Pick<Status, 'on' | 'known' | 'knownSeq' | 'set' | 'edition' | 'basis'>

/** From where the question was asked: day, knowledge, set, basis. */
function settled(
  { on, known, knownSeq, set, edition, basis }: Settled,
  say: Say,
): readonly (readonly [string, string])[] {
  return [
    [say('label.day'), formatDay(on)],
    [
      say('label.known'),
      known === null
        ? say('say.knownAll', { seq: knownSeq })
        : say('say.knownDay', { known: formatDay(known), seq: knownSeq }),
    ],
    [say('label.set'), set === null ? say('say.noSet') : `${set} (${edition ?? ''})`],
    [say('label.basis'), say(`basis.${basis}`)],
  ]
}

function showStanding(answer: Standing, say: Say, language: Language): string {
  const { unit, counts, column } = answer
  return [
    list([
      [say('label.unit'), `${unit.place} (${unit.code ?? unit.id})`],
      ...settled(answer, say),
      ...(column === null ? [] : [[say('label.column'), column.name[language]] as const]),
      [say('label.whole'), answer.applicable ? say(`verdict.${answer.whole}`) : say('say.notApplicable')],
      [say('label.counts'), say('counts', counts)],
    ]),
    ...answer.criteria.flatMap((criterion) => ['', ...criterionLines(criterion, answer, say, language)]),
    ...(answer.illustrative ? ['', say('say.illustrative')] : []),
  ].join('\n')
}

function criterionLines(
  criterion: Criterion,
  answer: Standing,
  say: Say,
  language: Language,
): readonly string[] {
  const told = [
    say(criterion.basicallyMet ? 'verdict.basicallyMet' : `verdict.${criterion.verdict}`),
    ...(criterion.spokenBy === 'conclusion' ? [say('say.spokenBy')] : []),
    ...remarks(criterion, say),
  ]
  return [
    `${criterion.code}. ${criterion.name[language]}: ${told.join(', ')}`,
    ...criterion.conclusions.flatMap((one) => conclusionLines(one, answer, say)).map(indented),
    ...criterion.indicators
      .flatMap((indicator) => indicatorLines(indicator, answer, say, language))
      .map(indented),
  ]
}

function indicatorLines(
  indicator: Indicator,
  answer: Standing,
  say: Say,
  language: Language,
): readonly string[] {
  const { figures, missing } = indicator
  return [
    `${indicator.code} ${indicator.name[language]}: ${[say(`verdict.${indicator.verdict}`), ...remarks(indicator, say)].join(', ')}`,
    indented(indicator.text[language].heading),
    ...indicator.text[language].lines.map(({ depth, text }) => indented(`${'  '.repeat(depth)}${text}`)),
    ...figures.flatMap((figure) => evidenceLines(figure, answer, say)).map(indented),
    ...indicator.conclusions.flatMap((one) => conclusionLines(one, answer, say)).map(indented),
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
    ...evidenceLines(one, answer, say).map(indented),
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
