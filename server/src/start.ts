import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

import { accepted, refused, type Result } from '@ancu/core/kernel'
import { languages, startMessages, type MessageParams, type StartMessageKey } from '@ancu/core/text'

import type { OpenStep, Place, StorageProblem } from './database/index.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** Something the operator is told, in both languages. */
export type Notice = { readonly key: StartMessageKey; readonly facts?: MessageParams }

const usualPort = 8765

/** `data` in the project's folder, from wherever server and command line are called: both mean the same data. */
const usualFolder = fileURLToPath(new URL('../../data', import.meta.url))

/** Where the data are: a PostgreSQL, or a folder. An empty variable is as none. */
export function placeOf(environment: Environment): Place {
  const databaseUrl = environment['DATABASE_URL']
  if (databaseUrl !== undefined && databaseUrl.trim() !== '') return { databaseUrl }
  const folder = environment['AN_CU_DATA']
  return { folder: folder === undefined || folder === '' ? usualFolder : resolve(folder) }
}

/** What a new store is given: the demo province, the one of a seed, or nothing. */
export type Wanted = { readonly demo: boolean; readonly seed?: number }

/** `--empty`, or `--seed N`; anything else is told. */
export function wantedOf(given: readonly string[]): Result<Wanted, Notice> {
  const [first, second, ...others] = given
  const seed =
    first === '--seed' && second !== undefined && /^\d{1,15}$/.test(second) ? Number(second) : undefined
  if (seed !== undefined && others.length === 0) return accepted({ demo: true, seed })
  const unknown = given.find((one) => one !== '--empty')
  if (unknown !== undefined) return refused({ key: 'argumentUnknown', facts: { given: unknown } })
  return accepted({ demo: given.length === 0 })
}

export function portOf(environment: Environment): Result<number, Notice> {
  const given = environment['PORT']
  if (given === undefined || given === '') return accepted(usualPort)
  const port = /^\d{1,5}$/.test(given) ? Number(given) : 0
  return port >= 1 && port <= 65_535 ? accepted(port) : refused({ key: 'portInvalid', facts: { given } })
}

/** What could not be listened on, and a port to try instead. */
export function portNotice(port: number, code: string): Notice {
  const other = port < 1024 ? usualPort : port < 65_535 ? port + 1 : port - 1
  if (code === 'EADDRINUSE') return { key: 'portTaken', facts: { port, other } }
  if (code === 'EACCES') return { key: 'portForbidden', facts: { port, other } }
  return { key: 'portFails', facts: { port, detail: code } }
}

/** Why the data cannot be opened, as the operator is told. */
export function storageNotice(problem: StorageProblem): Notice {
  if (problem.code !== 'folderHeld') {
    const { code, ...facts } = problem
    return { key: code, facts }
  }
  const { folder, pid = '?', address } = problem
  return address === undefined
    ? { key: 'folderHeld', facts: { folder, pid } }
    : { key: 'folderServed', facts: { folder, pid, address } }
}

/** Steps of a start that may take long; what stands for each is a message of its own. */
export type StartStep =
  | OpenStep
  | { readonly kind: 'world' | 'standing' }
  | { readonly kind: 'loading'; readonly done: number; readonly of: number }

/** The notice in Vietnamese, then in English, a line each. */
export function inBothLanguages({ key, facts }: Notice): string {
  return languages.map((language) => `${startMessages(language).say(key, facts)}\n`).join('')
}

/**
 * Tells a step only once it has taken longer than `patienceMs`, by default nearly a second, and then again every few seconds while it moves,
 * so that a quick start says nothing and a long one is never silent.
 */
export function tellProgress(
  write: (text: string) => void,
  patienceMs = 900,
): {
  readonly onProgress: (step: StartStep) => void
  readonly end: () => void
} {
  let current: Notice | undefined
  const tell = (): void => {
    if (current !== undefined) write(inBothLanguages(current).trimEnd().replace('\n', ' / ') + '\n')
  }
  let timer: NodeJS.Timeout | undefined
  const stop = (): void => clearTimeout(timer)
  const wait = (milliseconds: number): void => {
    stop()
    timer = setTimeout(() => {
      tell()
      wait(repeatMs)
    }, milliseconds)
    timer.unref()
  }
  return {
    onProgress({ kind, ...facts }) {
      const isNew = current?.key !== kind
      current = { key: kind, facts }
      if (isNew) wait(patienceMs)
    },
    end: stop,
  }
}

const repeatMs = 3000
