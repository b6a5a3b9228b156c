import { commonOptions, optionNames, type Options, type ValueName } from './args.ts'
import type { Command, Say } from './command.ts'
import { list } from './table.ts'

/** Help for one command: how it is written, its options, an example. */
export function helpOf(command: Command, say: Say): string {
  const options = entriesOf({ ...command.options, ...commonOptions })
  return [
    say(command.summary),
    '',
    `${say('heading.usage')}: an-cu ${usageOf(command, say)}`,
    '',
    `${say('heading.options')}:`,
    list(options.map(([name, kind]) => [`  ${optionOf(name, kind, say)}`, say(`option.${name}`)])),
    ...(command.help === undefined ? [] : ['', command.help(say)]),
    '',
    `${say('heading.example')}: an-cu ${command.words.join(' ')} ${command.example}`.trimEnd(),
  ].join('\n')
}

/** All commands with a line each. */
export function overviewOf(commands: readonly Command[], say: Say): string {
  return [
    say('about'),
    '',
    `${say('heading.commands')}:`,
    list(commands.map((command) => [`  ${wordsOf(command, say)}`, say(command.summary)])),
    '',
    say('footer'),
  ].join('\n')
}

function usageOf(command: Command, say: Say): string {
  const options = entriesOf(command.options).map(([name, kind]) => `[${optionOf(name, kind, say)}]`)
  return [wordsOf(command, say), ...options, '[--json]'].join(' ')
}

function wordsOf({ words, operands, more }: Command, say: Say): string {
  const further = more === undefined ? [] : [`[${say(`value.${more}`)} …]`]
  return [...words, ...operands.map((name) => say(`value.${name}`)), ...further].join(' ')
}

function optionOf(name: string, kind: ValueName | 'flag', say: Say): string {
  return kind === 'flag' ? `--${name}` : `--${name} ${say(`value.${kind}`)}`
}

function entriesOf(
  options: Options,
): readonly (readonly [name: (typeof optionNames)[number], kind: ValueName | 'flag'])[] {
  return optionNames.flatMap((name) => {
    const kind = options[name]
    return kind === undefined ? [] : [[name, kind] as const]
  })
}
