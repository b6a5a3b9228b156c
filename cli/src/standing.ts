import type { EndpointAnswer } from '@ancu/core/kernel'
import { status, unitStanding } from '@ancu/core/standing'
import { formatNumber, type Language } from '@ancu/core/text'

import { query, type Command, type Say } from './command.ts'
import { settled, showStanding } from './show-standing.ts'
import { list } from './table.ts'

type Status = EndpointAnswer<typeof status>

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
    list([[say('label.area'), answer.unit.place[language]], ...settled(answer, say)]),
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
