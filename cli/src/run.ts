import { readFile } from 'node:fs/promises'

import { accepted, refused, type Result } from '@ancu/core/kernel'
import { cliMessages, languages, refusalText, type Language, type Refusal } from '@ancu/core/text'
import { StorageError } from '@ancu/server/database'
import { inBothLanguages, placeOf, storageNotice, tellProgress, type Environment } from '@ancu/server/start'

import { commonOptions, operandFault, readArgs, type Given } from './args.ts'
import type { Ask, Command, Say, Told } from './command.ts'
import { openDoor, type Door } from './door.ts'
import { helpOf, overviewOf } from './help.ts'

/** What a run needs of the process; a test hands in its own. */
export type Surroundings = {
  readonly environment: Environment
  readonly readStandardInput: () => Promise<Uint8Array>
  readonly write: (text: string) => void
  readonly complain: (text: string) => void
}

/** 0: done. 1: refused, or wrong input. 2: the words of the command line are wrong. */
export type ExitCode = 0 | 1 | 2

/** Runs one command line against the commands there are. */
export async function run(
  commands: readonly Command[],
  args: readonly string[],
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { write, complain } = surroundings
  const command = commands.find(({ words }) => words.every((word, at) => args[at] === word))
  if (command === undefined) return withoutCommand(commands, args, surroundings)

  const read = readArgs(command, args.slice(command.words.length))
  if (!read.ok) {
    const { key, facts } = read.refusal
    complain(`${cliMessages(languageIn(args)).say(key, facts)}\n`)
    return 2
  }
  const given = read.value
  const { say } = cliMessages(given.language)
  if (given.help) {
    write(`${helpOf(command, say)}\n`)
    return 0
  }
  const fault = operandFault(command, given)
  if (fault !== undefined) {
    const { key, ...facts } = fault
    const told = 'missing' in facts ? { ...facts, operand: say(`value.${facts.missing}`) } : facts
    complain(`${say(key, told)}\n`)
    return 2
  }
  const outcome = await carryOut(command, given, say, surroundings)
  if (outcome === undefined) return 1
  if (!outcome.ok) {
    complain(`${refusalText(asWritten(outcome.refusal, command), given.language)}\n`)
    return 1
  }
  write(`${outcome.value.text}\n`)
  return outcome.value.failed === true ? 1 : 0
}

/** A field that was given as an option is told by the name it has on the command line: `--from`. */
function asWritten(refusal: Refusal, { options }: Command): Refusal {
  const { field } = refusal
  const isOption = typeof field === 'string' && Object.hasOwn({ ...options, ...commonOptions }, field)
  return isOption ? { ...refusal, field: `--${field}` } : refusal
}

function withoutCommand(
  commands: readonly Command[],
  args: readonly string[],
  { write, complain }: Surroundings,
): ExitCode {
  const language = languageIn(args)
  const { say } = cliMessages(language)
  const words = args.filter((arg, at) => !arg.startsWith('-') && args[at - 1] !== '--lang')
  const [first] = words
  const group = commands.filter((command) => first === undefined || command.words[0] === first)
  const asksForHelp = args.some((arg) => arg === '--help' || arg === '-h') || args.length === 0
  if (group.length > 0 && asksForHelp && words.length <= 1) {
    write(`${overviewOf(group, say)}\n`)
    return 0
  }
  const given = words.join(' ') || (args[0] ?? '')
  complain(`${say('usageError.commandUnknown', { given })}\n`)
  if (group.length > 0 && group.length < commands.length) complain(`\n${overviewOf(group, say)}\n`)
  return 2
}

/** Before the options are read, so that even a complaint about them is in the language asked for. */
function languageIn(args: readonly string[]): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const given = args[at]?.startsWith('--lang=') === true ? args[at].slice('--lang='.length) : args[at + 1]
  return languages.find((language) => at >= 0 && language === given) ?? 'vi'
}

/** Undefined where the data did not open, which has been said. */
async function carryOut(
  command: Command,
  given: Given,
  say: Say,
  { environment, readStandardInput, complain }: Surroundings,
): Promise<Result<Told, Refusal> | undefined> {
  // The data of a province open in two seconds or so, and an answer follows at once.
  const progress = tellProgress(complain, 3_000)
  let door: Promise<Result<Door, Refusal>> | undefined
  const open = (): Promise<Result<Door, Refusal>> =>
    (door ??= openDoor({
      place: placeOf(environment),
      demo: command.needs === 'store',
      onProgress: progress.onProgress,
      onWaiting: (pid) => complain(`${say('say.waiting', { pid: pid?.toFixed() ?? '?' })}\n`),
    }).finally(progress.end))
  const ask: Ask = async (endpoint, sent) => {
    const opened = await open()
    return opened.ok ? opened.value.ask(endpoint, sent) : opened
  }
  try {
    return await command.run({ ...given, say, ask, readFile: (path) => bytesOf(path, readStandardInput) })
  } catch (error) {
    if (!(error instanceof StorageError)) throw error
    complain(inBothLanguages(storageNotice(error.problem)))
    return undefined
  } finally {
    const opened = await door?.catch(() => undefined)
    if (opened?.ok === true) await opened.value.close()
  }
}

/** Largest file that is read: more rows than one command takes would not fit into it. */
const mostBytes = 64 * 1024 * 1024

async function bytesOf(
  path: string,
  readStandardInput: () => Promise<Uint8Array>,
): Promise<Result<Uint8Array, Refusal>> {
  try {
    const bytes = path === '-' ? await readStandardInput() : await readFile(path)
    return bytes.byteLength > mostBytes
      ? refused({ code: 'bodyTooLarge', mostMegabytes: mostBytes / 1024 / 1024 })
      : accepted(bytes)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT') return refused({ code: 'fileNotFound', file: path })
    if (code === '') throw error
    return refused({ code: 'fileNotReadable', file: path, detail: code })
  }
}
