import { parseArgs } from 'node:util'

import { accepted, refused, type Result } from '@ancu/core/kernel'
import { languages, type CliMessageKey, type Language } from '@ancu/core/text'

/** Every option there is; each command takes some of them. */
export const optionNames = [
  'unit',
  'on',
  'from',
  'to',
  'step',
  'known',
  'set',
  'basis',
  'criterion',
  'measure',
  'edition',
  'after',
  'limit',
  'entry',
  'reason',
  'note',
  'not',
  'confirm',
  'only',
  'words',
  'unverified',
  'command',
  'out',
  'part',
  'overwrite',
  'csv',
  'json',
  'lang',
  'help',
] as const

export type OptionName = (typeof optionNames)[number]

/** What stands after an option or as an operand, in words: `NGÀY`, `TỆP`. */
export type ValueName =
  | 'unit'
  | 'day'
  | 'step'
  | 'subject'
  | 'set'
  | 'basis'
  | 'number'
  | 'id'
  | 'ids'
  | 'text'
  | 'file'
  | 'folder'
  | 'query'
  | 'pack'
  | 'seed'
  | 'source'
  | 'lang'

/** Options of a command: the kind of value each takes; a `flag` takes none. */
export type Options = { readonly [Name in OptionName]?: ValueName | 'flag' }

export type Shape = {
  /** `['figures', 'add']`. */
  readonly words: readonly string[]
  readonly operands: readonly ValueName[]
  /** What may follow the operands, any number of times. */
  readonly more?: ValueName
  readonly options: Options
}

export type Given = {
  readonly operands: readonly string[]
  /** Values by name of option; a flag that is there has the value `true`. */
  readonly values: { readonly [Name in OptionName]?: string | true }
  readonly language: Language
  readonly json: boolean
  readonly help: boolean
}

/** Something wrong with the words of the command line itself. */
export type UsageFault = {
  readonly key: CliMessageKey & `usageError.${string}`
  readonly facts: { readonly [name: string]: string }
}

/** Options that every command takes. */
export const commonOptions = { json: 'flag', lang: 'lang', help: 'flag' } as const satisfies Options

/** Reads what stands after the words of a command. */
export function readArgs(shape: Shape, args: readonly string[]): Result<Given, UsageFault> {
  const options: Options = { ...shape.options, ...commonOptions }
  const command = shape.words.join(' ')
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      optionNames.flatMap((name) => {
        const type = options[name] === 'flag' ? 'boolean' : 'string'
        return options[name] === undefined ? [] : [[name, name === 'help' ? { type, short: 'h' } : { type }]]
      }),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const operands: string[] = []
  const values: { [Name in OptionName]?: string | true } = {}
  for (const token of tokens) {
    // An empty operand names nothing, and in an address it would be another address.
    if (token.kind === 'positional' && token.value !== '') operands.push(token.value)
    if (token.kind !== 'option') continue
    const given = token.rawName
    const name = optionNames.find((one) => one === token.name)
    const kind = name === undefined ? undefined : options[name]
    if (name === undefined || kind === undefined) return fault('optionUnknown', { command, given })
    if (values[name] !== undefined) return fault('optionTwice', { given })
    if (kind === 'flag' && token.value !== undefined) return fault('optionTakesNoValue', { command, given })
    if (
      kind !== 'flag' &&
      (token.value === undefined || (!token.inlineValue && token.value.startsWith('--')))
    ) {
      return fault('optionNeedsValue', { command, given })
    }
    values[name] = token.value ?? true
  }
  const language = languageOf(values.lang)
  if (language === undefined) return fault('languageUnknown', { given: String(values.lang) })
  return accepted({ operands, values, language, json: values.json === true, help: values.help === true })
}

/** The first operand missing, or the first too many; asked once it is known that no help is wanted. */
export function operandFault(
  { words, operands: names, more }: Shape,
  { operands }: Given,
): OperandFault | undefined {
  const command = words.join(' ')
  const missing = names[operands.length]
  if (missing !== undefined) return { key: 'usageError.operandMissing', command, missing }
  const extra = operands[names.length]
  return extra === undefined || more !== undefined
    ? undefined
    : { key: 'usageError.operandTooMany', command, given: extra }
}

export type OperandFault =
  | { readonly key: 'usageError.operandMissing'; readonly command: string; readonly missing: ValueName }
  | { readonly key: 'usageError.operandTooMany'; readonly command: string; readonly given: string }

function languageOf(given: string | true | undefined): Language | undefined {
  return given === undefined ? 'vi' : languages.find((language) => language === given)
}

function fault(
  name: 'optionUnknown' | 'optionNeedsValue' | 'optionTakesNoValue' | 'optionTwice' | 'languageUnknown',
  facts: UsageFault['facts'],
): { readonly ok: false; readonly refusal: UsageFault } {
  return refused({ key: `usageError.${name}`, facts })
}
