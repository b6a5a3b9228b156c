import type { z } from 'zod'

import { accepted, refused, type Result } from '../../kernel/index.ts'

/** What can be wrong with a pack; each code is a message of `criteria.issue`. */
export type PackIssueCode =
  | 'badForm'
  | 'bandsGap'
  | 'bodyUnknown'
  | 'codeOutsideCriterion'
  | 'columnUnknown'
  | 'countDiffers'
  | 'countTooHigh'
  | 'documentUnknown'
  | 'editionNotInChangelog'
  | 'exampleFails'
  | 'exampleIndicatorUnknown'
  | 'exampleMeasureUnused'
  | 'figureWrong'
  | 'figureWrongKind'
  | 'groupUnknown'
  | 'keyMissing'
  | 'keyUnknown'
  | 'levelKeyTwice'
  | 'levelOffScale'
  | 'levelWrong'
  | 'levelYearWrong'
  | 'measureUnknown'
  | 'missingDiffers'
  | 'notACode'
  | 'notADay'
  | 'notQuoted'
  | 'notShortText'
  | 'periodEmpty'
  | 'provisionGap'
  | 'provisionOverlap'
  | 'replacesItself'
  | 'ruleOrProvisions'
  | 'ruleWrongMeasure'
  | 'tooFew'
  | 'twice'
  | 'unitWordMissing'
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
      if (issue.expected === 'string' && typeof issue.input === 'number')
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
      return [told(issue.message === 'notADay' ? 'notADay' : 'notShortText', { value })]
    default:
      return [told('wrongType', { value, expected: issue.code })]
  }
}

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
    const allowed = 'pass, atLeast, atMost, noneOf, allOf, anyOf, atLeastOf'
    return [toldOf(kind, told, 'valueUnknown', { value: shown(kind), allowed })]
  }
  return [told(issue.path.includes('figures') ? 'figureWrong' : 'levelWrong', { value })]
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
