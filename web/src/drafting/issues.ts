import { criteriaMessages } from '@ancu/core/criteria'

import type { Language, Say } from '../ui/messages.ts'
import type { ShownDraft } from './draft.ts'
import type { DraftingKey } from './texts.ts'

type Issue = ShownDraft['issues'][number]

/** What to do on this screen about what the check of packs finds; the rest is told in the check's own words. */
export function issueWords(issue: Issue, language: Language, t: Say<DraftingKey>): string {
  const own = ownWords.find(
    ({ code, field }) => code === issue.code && (field === undefined || field.test(issue.field)),
  )
  if (own !== undefined) return t(own.key)
  const key = checkKeys.find((one) => one === `issue.${issue.code}`)
  return key === undefined
    ? `${issue.field}: ${issue.code}`
    : criteriaMessages(language).say(key, issue.facts)
}

type OwnWords = { readonly code: string; readonly field?: RegExp; readonly key: DraftingKey }

const ownWords: readonly OwnWords[] = [
  { code: 'keyMissing', field: /^from$/, key: 'issue.from' },
  { code: 'keyMissing', key: 'issue.columnGroups' },
  { code: 'ruleOrProvisions', key: 'issue.rule' },
  { code: 'badForm', field: /measure$/, key: 'issue.measure' },
  { code: 'badForm', field: /^(?:set|document\.id)$/, key: 'issue.set' },
  { code: 'notACode', key: 'issue.code' },
  { code: 'notShortText', key: 'issue.empty' },
  { code: 'unitWordMissing', key: 'issue.unit' },
  { code: 'wrongNumber', field: /^passRule$/, key: 'issue.passAt' },
  { code: 'pointsMissing', key: 'issue.points' },
  { code: 'pointsUnused', key: 'issue.pointsUnused' },
  { code: 'passAtTooHigh', key: 'issue.passAtTooHigh' },
  { code: 'tooFew', field: /^forKinds$/, key: 'issue.kinds' },
]

const checkKeys = [
  'issue.badForm',
  'issue.bandsGap',
  'issue.codeOutsideCriterion',
  'issue.columnUnknown',
  'issue.countDiffers',
  'issue.countTooLow',
  'issue.groupUnknown',
  'issue.indicatorsMissing',
  'issue.keyMissing',
  'issue.levelKeyTwice',
  'issue.levelOffScale',
  'issue.levelWrong',
  'issue.measureUnknown',
  'issue.notADay',
  'issue.periodEmpty',
  'issue.ruleWrongMeasure',
  'issue.tooFew',
  'issue.twice',
  'issue.valueUnknown',
  'issue.wrongNumber',
  'issue.wrongType',
] as const
