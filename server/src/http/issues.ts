import type { z } from 'zod'

import type { Refusal } from '@ancu/core/text'

type Issue = z.core.$ZodIssue

/** The first thing that is wrong, as a refusal that names its field; `others` tells how many more there are. */
export function refusalOfIssues(issues: readonly Issue[], given: unknown): Refusal {
  const [issue] = issues
  if (issue === undefined) throw new Error('a failed parse has an issue')
  return { ...refusalOfIssue(issue, given), ...(issues.length > 1 ? { others: issues.length - 1 } : {}) }
}

/** One fault found by a schema, in the program's own words. */
export function refusalOfIssue(issue: Issue, given: unknown): Refusal {
  const value = valueAt(given, issue.path)
  const field = fieldName(issue)
  if (issue.message === 'notADay' && typeof value === 'string') {
    return { code: 'notADay', field, given: value.slice(0, 40) }
  }
  if (issue.code === 'too_big' && issue.origin === 'array') {
    return { code: 'tooManyRows', field, most: Number(issue.maximum) }
  }
  return { code: 'inputWrong', field, ...faultOf(issue, value) }
}

type Fault = { readonly problem: string; readonly [fact: string]: string | number | readonly string[] }

function faultOf(issue: Issue, value: unknown): Fault {
  if (/^[a-z]+([A-Z][a-z]*)+$/.test(issue.message)) {
    return { problem: issue.message, ...(typeof value === 'string' ? { given: value.slice(0, 40) } : {}) }
  }
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined ? { problem: 'missing' } : { problem: 'wrongType', expected: issue.expected }
    case 'too_big':
      return { problem: issue.origin === 'string' ? 'tooLong' : 'tooBig', most: Number(issue.maximum) }
    case 'too_small':
      return { problem: tooSmall(issue), least: Number(issue.minimum) }
    case 'invalid_format':
      return { problem: 'badFormat', format: issue.format === 'regex' ? (issue.pattern ?? '') : issue.format }
    case 'unrecognized_keys':
      return { problem: 'unknownField' }
    case 'invalid_value':
      return value === undefined
        ? { problem: 'missing' }
        : { problem: 'notOneOf', options: issue.values.map(String) }
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'custom':
      return { problem: value === undefined ? 'missing' : 'badValue' }
  }
}

function tooSmall(issue: z.core.$ZodIssueTooSmall): string {
  if (issue.origin === 'string') return 'tooShort'
  if (issue.origin === 'array') return 'tooFew'
  return issue.inclusive === false ? 'notAbove' : 'tooSmall'
}

/** `figures[3].value`; an unknown field is named itself, a fault of the whole is of the body. */
function fieldName(issue: Issue): string {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path
  const name = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  return name === '' ? 'body' : name.replace(/^\./, '').slice(0, 120)
}

function valueAt(given: unknown, path: readonly PropertyKey[]): unknown {
  let value = given
  for (const key of path) {
    value =
      typeof value === 'object' && value !== null
        ? Object.getOwnPropertyDescriptor(value, key)?.value
        : undefined
  }
  return value
}
