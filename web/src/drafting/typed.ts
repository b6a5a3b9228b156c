import { levelText, readLevel } from '@ancu/core/criteria'
import { readDecimal, fromScale } from '@ancu/core/text'

import type { Level, Rule, SimpleRule } from './draft.ts'

/** A rule as it is typed: levels are texts until they are written. */
export type TypedRule = {
  readonly kind: SimpleRule['kind'] | 'delegated'
  readonly measure: string
  readonly levels: Readonly<Record<string, string>>
}

export type TypedPart = { readonly name: string; readonly rule: TypedRule }

/** One rule, or several parts of which all or one has to be met. */
export type Typed = {
  readonly parts: readonly TypedPart[]
  readonly join: 'alone' | 'allOf' | 'anyOf'
}

export function typedOf(rule: Rule, name: string): Typed {
  if ('parts' in rule) {
    return {
      join: rule.kind,
      parts: rule.parts.map((part) => ({ name: part.name, rule: typedSimple(part.rule) })),
    }
  }
  return { join: 'alone', parts: [{ name, rule: typedSimple(rule) }] }
}

function typedSimple(rule: SimpleRule): TypedRule {
  return {
    kind: rule.kind === 'pass' && rule.delegated ? 'delegated' : rule.kind,
    measure: 'measure' in rule ? rule.measure : '',
    levels:
      'levels' in rule
        ? Object.fromEntries(Object.entries(rule.levels).map(([column, level]) => [column, levelText(level)]))
        : {},
  }
}

/** The rule that was typed; undefined while a level is not understood. */
export function ruleOf({ join, parts }: Typed): Rule | undefined {
  const rules = parts.map(({ name, rule }) => ({ name: name.trim(), rule: simpleOf(rule) }))
  const known = rules.flatMap(({ name, rule }) => (rule === undefined ? [] : [{ name, rule }]))
  if (known.length < rules.length) return undefined
  return join === 'alone' ? known[0]?.rule : { kind: join, parts: known }
}

function simpleOf({ kind, measure, levels }: TypedRule): SimpleRule | undefined {
  switch (kind) {
    case 'pass':
      return { kind: 'pass', delegated: false }
    case 'delegated':
      return { kind: 'pass', delegated: true }
    case 'unclear':
      return { kind: 'unclear' }
    case 'noneOf':
      return { kind: 'noneOf', measure }
    case 'atLeast':
    case 'atMost': {
      const read: Record<string, Level> = {}
      for (const [column, text] of Object.entries(levels)) {
        if (text.trim() === '') continue
        const level = readLevel(text)
        if (level === undefined) return undefined
        read[column] = level
      }
      return { kind, measure, levels: read }
    }
  }
}

export function isLevelWrong(text: string): boolean {
  return text.trim() !== '' && readLevel(text) === undefined
}

/** Points as they are typed; null where there are none, undefined where it is no number. */
export function typedPoints(text: string): number | null | undefined {
  if (text.trim() === '') return null
  const read = readDecimal(text)
  if (!read.ok) return undefined
  const value = fromScale(read.value.digits, read.value.decimals)
  return value >= 0 && value <= 1000 ? value : undefined
}
