import type { z } from 'zod'

import { accepted, refused, type Result } from '../../kernel/index.ts'
import type { RuleForm } from './form.ts'

/** What can be wrong with a pack; each code is a message of `criteria.issue`. */
export type PackIssueCode =
  | 'badForm'
  | 'bandsGap'
  | 'bodyUnknown'
  | 'codeOutsideCriterion'
  | 'columnUnknown'
  | 'continuesItself'
  | 'countDiffers'
  | 'countTooHigh'
  | 'countTooLow'
  | 'documentUnknown'
  | 'editionNotInChangelog'
  | 'entryUnknown'
  | 'exampleFails'
  | 'exampleIndicatorUnknown'
  | 'exampleMeasureOfNone'
  | 'exampleMeasureUnused'
  | 'exampleScore'
  | 'exampleSubject'
  | 'figureWrong'
  | 'figureWrongKind'
  | 'floorTooHigh'
  | 'groupUnheard'
  | 'groupUnknown'
  | 'indicatorsMissing'
  | 'keyMissing'
  | 'keyUnknown'
  | 'levelKeyTwice'
  | 'levelOffScale'
  | 'levelWrong'
  | 'levelYearWrong'
  | 'measureUnknown'
  | 'missingDiffers'
  | 'mostDiffers'
  | 'notACode'
  | 'notADay'
  | 'notQuoted'
  | 'notShortText'
  | 'ofSetItself'
  | 'ofSetShare'
  | 'passAtNotAStep'
  | 'passAtTooHigh'
  | 'periodEmpty'
  | 'pointsDiffer'
  | 'pointsIncomplete'
  | 'pointsMissing'
  | 'pointsUnused'
  | 'provisionGap'
  | 'provisionOverlap'
  | 'replacesItself'
  | 'requiredUnknown'
  | 'ruleOrProvisions'
  | 'ruleWrongMeasure'
  | 'scoreInside'
  | 'scoreStepsOrGiven'
  | 'stepNeedsLevel'
  | 'stepNeverReached'
  | 'stepsDiffer'
  | 'tooFew'
  | 'tooManyDecimals'
  | 'twice'
  | 'unitWordMissing'
  | 'unitsInside'
  | 'valueUnknown'
  | 'wrongNumber'
  | 'wrongType'

export type PackIssue = {
  /** File inside the pack, or the shared measures: `criteria.yaml`, `examples/9.2.yaml`. */
  readonly file: string
  /** Keys and places from the file's root to what is wrong; the edge turns them into a line. */
  readonly path: readonly (string | number)[]
  readonly code: PackIssueCode
  readonly facts: Readonly<Record<string, string | number>>
}

/** Every rule kind, as a pack writes it. */
const ruleKinds = Object.keys({
  pass: true,
  atLeast: true,
  atMost: true,
  noneOf: true,
  register: true,
  unitsAtLeast: true,
  unitsAtMost: true,
  score: true,
  allOf: true,
  anyOf: true,
  atLeastOf: true,
} satisfies Record<RuleForm['kind'], true>)

/** Most issues told at once; a pack with more is wrong as a whole. */
export const mostIssues = 200

/** Reads one file by its form; every fault with its place. */
export function readForm<Schema extends z.ZodType>(
  schema: Schema,
  file: string,
  raw: unknown,
): Result<z.output<Schema>, readonly PackIssue[]> {
  const parsed = schema.safeParse(raw, { reportInput: true })
  if (parsed.success) return accepted(parsed.data)
  return refused(parsed.error.issues.flatMap((issue) => issuesFrom(file, issue)).slice(0, mostIssues))
}

function issuesFrom(file: string, issue: z.core.$ZodIssue): readonly PackIssue[] {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))
  const told = (code: PackIssueCode, facts: PackIssue['facts'] = {}): PackIssue => ({
    file,
    path,
    code,
    facts,
  })
  const value = shown(issue.input)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ file, path: [...path, key], code: 'keyUnknown', facts: { key } }))
    case 'invalid_type':
      if (issue.input === undefined) return [told('keyMissing', { key: String(path.at(-1) ?? '') })]
      if (issue.expected === 'string' && ['number', 'boolean'].includes(typeof issue.input))
        return [told('notQuoted', { value })]
      return [told('wrongType', { value, expected: issue.expected })]
    case 'invalid_value':
      return [
        toldOf(issue.input, told, 'valueUnknown', { value, allowed: issue.values.map(String).join(', ') }),
      ]
    case 'too_small':
      return [
        issue.origin === 'array'
          ? told('tooFew', { least: Number(issue.minimum) })
          : told('wrongNumber', { value }),
      ]
    case 'too_big':
      return [issue.origin === 'string' ? told('notShortText') : told('wrongNumber', { value })]
    case 'invalid_union':
      return fromUnion(issue, told, value)
    case 'invalid_format':
      return [told(issue.message === 'notACode' ? 'notACode' : 'badForm', { value })]
    case 'custom':
      return [told(ownCodes.find((code) => code === issue.message) ?? 'notShortText', { value })]
    default:
      return [told('wrongType', { value, expected: issue.code })]
  }
}

/** What our own checks of a form say. */
const ownCodes = ['notADay', 'levelWrong'] as const

function toldOf(
  input: unknown,
  told: (code: PackIssueCode, facts?: PackIssue['facts']) => PackIssue,
  code: PackIssueCode,
  facts: PackIssue['facts'],
): PackIssue {
  return input === undefined
    ? told('keyMissing', { key: String(told(code).path.at(-1) ?? '') })
    : told(code, facts)
}

/** A wrong rule kind names the kinds there are; any other union of forms is a level or an example's figure. */
function fromUnion(
  issue: z.core.$ZodIssueInvalidUnion,
  told: (code: PackIssueCode, facts?: PackIssue['facts']) => PackIssue,
  value: string,
): readonly PackIssue[] {
  if (issue.discriminator !== undefined) {
    const kind = isRecord(issue.input) ? issue.input[issue.discriminator] : undefined
    const allowed = ruleKinds.join(', ')
    return [toldOf(kind, told, 'valueUnknown', { value: shown(kind), allowed })]
  }
  if (issue.path.at(-1) === 'passRule') return passRuleIssues(issue, told, value)
  if (issue.path.at(-1) === 'criterionFloor')
    return [told('valueUnknown', { value, allowed: 'none, { percent }, { points }' })]
  return [told(issue.path.includes('figures') ? 'figureWrong' : 'levelWrong', { value })]
}

/** A pass rule written as a word is held against the word, one written with keys against the form of its keys. */
function passRuleIssues(
  { input, errors }: z.core.$ZodIssueInvalidUnion,
  told: (code: PackIssueCode, facts?: PackIssue['facts']) => PackIssue,
  value: string,
): readonly PackIssue[] {
  if (!isRecord(input)) {
    return [
      toldOf(input, told, 'valueUnknown', { value, allowed: 'allCriteria, { atLeastCriteria }, { points }' }),
    ]
  }
  const { file, path } = told('valueUnknown')
  const [, ofCriteria = [], ofPoints = []] = errors
  return ('points' in input ? ofPoints : ofCriteria).flatMap((issue) =>
    issuesFrom(file, { ...issue, path: [...path, ...issue.path] }),
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
