import { useCallback, type ReactNode } from 'react'

import { useLanguage } from '../ui/language.tsx'
import type { Overview } from './answers.ts'
import type { RowFilter } from './filter.ts'
import { useStandingText, type StandingKey } from './texts.ts'

/** What a number of communes counts, by which rule, and which rows it opens to. */
export type Count = {
  readonly means: string
  readonly title: ReactNode
  readonly rule: ReactNode
  readonly filter: RowFilter
}

const countKinds = [
  'total',
  'meeting',
  'notMeeting',
  'undetermined',
  'determined',
  'meetingAtBest',
  'recognised',
  'recognisedNotMeeting',
  'meetingNotRecognised',
  'advanced',
  'model',
  'modern',
  'unknownCriteria',
] as const

export type CountKind = (typeof countKinds)[number]

const filters = {
  total: { counted: 'yes' },
  meeting: { meets: 'met' },
  notMeeting: { meets: 'unmet' },
  undetermined: { meets: 'unknown' },
  determined: { counted: 'yes', settled: 'yes' },
  meetingAtBest: { counted: 'yes', settled: 'possible' },
  recognised: { recognised: 'yes' },
  recognisedNotMeeting: { recognised: 'yes', meets: 'unmet' },
  meetingNotRecognised: { recognised: 'no', meets: 'met' },
  advanced: { recognised: 'advanced' },
  model: { recognised: 'model' },
  modern: { recognised: 'modern' },
  unknownCriteria: { unknown: 'yes' },
} as const satisfies Record<CountKind, RowFilter>

/** Says what each count of an answer counts, and what it opens to. */
export function useCounts(overview: Overview): (kind: CountKind) => Count {
  const t = useStandingText()
  const { language } = useLanguage()
  return useCallback(
    (kind) => {
      const { communes, setName, criteria } = overview
      const facts = {
        full: criteria.length,
        set: (language === 'vi' ? setName?.short : setName?.en) ?? '',
        total: communes.total,
      }
      const title = t(`count.${kind}`, { ...facts, n: numberOf(kind, communes) })
      return {
        title,
        means: t('count.opens', { title }),
        rule: t(ruleKeyOf(kind, overview), facts),
        filter: filters[kind],
      }
    },
    [overview, t, language],
  )
}

/** The number itself, as the totals have it. */
export function numberOf(kind: CountKind, communes: Overview['communes']): number {
  switch (kind) {
    case 'determined':
      return communes.total - communes.undetermined
    case 'meetingAtBest':
      return communes.meeting + communes.undetermined
    case 'unknownCriteria':
      return communes.criteriaUnknown
    default:
      return communes[kind]
  }
}

function ruleKeyOf(kind: CountKind, { basis, set }: Overview): StandingKey {
  switch (kind) {
    case 'total':
      return 'rule.total'
    case 'recognised':
    case 'advanced':
    case 'model':
    case 'modern':
      return `rule.${kind}`
    case 'recognisedNotMeeting':
    case 'meetingNotRecognised':
      return 'rule.both'
    case 'unknownCriteria':
      return 'rule.unknownCriteria'
    default:
      return set === null ? 'rule.noSet' : `rule.meeting.${basis}`
  }
}
