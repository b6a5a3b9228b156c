import { existsSync } from 'node:fs'
import { request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

import { z } from 'zod'

import { accepted, refused, type Plain, type Result } from '@ancu/core/kernel'
import { isRefusalCode, type Refusal } from '@ancu/core/text'
import { openProgram } from '@ancu/server/app'
import { localOperator } from '@ancu/server/commands'
import { holderOf, StorageError, type Holder, type Place } from '@ancu/server/database'
import { bodyTooLarge, keyHeader, mostBodyBytes } from '@ancu/server/http'
import { routes } from '@ancu/server/routes'
import type { StartStep } from '@ancu/server/start'

import { partsOf } from './parts.ts'
import type { Ask } from './command.ts'

/** The way to the data: in this process, or through the server that holds them. */
export type Door = { readonly ask: Ask; close(): Promise<void> }

export type OpenDoor = {
  readonly place: Place
  /** Whether a new store is given the demo province. */
  readonly demo: boolean
  readonly onProgress: (step: StartStep) => void
  /** Told once when another process holds the data and cannot be asked yet. */
  readonly onWaiting: (pid: number | undefined) => void
  /** Milliseconds that a process which holds the data, and is no server, is waited for. */
  readonly patienceMs?: number
}

/** Opens the data when nobody holds them, and goes through the running server's private door when one does. */
export async function openDoor({
  place,
  demo,
  onProgress,
  onWaiting,
  patienceMs = 120_000,
}: OpenDoor): Promise<Result<Door, Refusal>> {
  const latest = Date.now() + patienceMs
  for (let told = false; ; told = true) {
    const holder = holderAt(place)
    if (holder?.address !== undefined && holder.key !== undefined)
      return accepted(serverDoor(holder.address, holder.key, holder.pid))
    if (holder === undefined) {
      try {
        return accepted(await programDoor(place, demo, onProgress))
      } catch (error) {
        // Somebody was quicker.
        if (!(error instanceof StorageError) || error.problem.code !== 'folderHeld') throw error
      }
    }
    if (Date.now() > latest) {
      const folder = 'folder' in place ? place.folder : ''
      return refused({ code: 'storageBusy', folder, pid: holder?.pid?.toFixed() ?? null })
    }
    if (!told) onWaiting(holder?.pid)
    await wait(200)
  }
}

function holderAt(place: Place): Holder | undefined {
  return 'folder' in place && existsSync(place.folder) ? holderOf(place.folder) : undefined
}

async function programDoor(
  place: Place,
  demo: boolean,
  onProgress: (step: StartStep) => void,
): Promise<Door> {
  const program = await openProgram({ place, demo, onProgress })
  return {
    ask: (endpoint, sent) => {
      const route = routes.find((one) => one.endpoint === endpoint)
      if (route === undefined) throw new Error(`no route for ${endpoint.path}`)
      const { params, query, body } = partsOf(endpoint, sent)
      const asked = { params, query, body: body === undefined ? undefined : Buffer.from(body) }
      return route.answer(program, { ...localOperator, via: 'cli' }, asked)
    },
    close: () => program.storage.close(),
  }
}

function serverDoor(address: string, key: string, pid: number | undefined): Door {
  return {
    ask: async (endpoint, sent) => {
      const { path, query, body } = partsOf(endpoint, sent)
      const asked = {
        address,
        key,
        method: endpoint.method,
        path: `/api${path}${query === '' ? '' : `?${query}`}`,
        body,
      }
      // The server would cut the line on a body it does not take, and nobody would be told why.
      if (Buffer.byteLength(body ?? '') > mostBodyBytes) return refused(bodyTooLarge)
      const answer = await send(asked).catch(() => undefined)
      if (answer === undefined) return refused({ code: 'serverGone', pid: pid?.toFixed() ?? null })
      return answer.status === 200 ? accepted(answer.text) : refused(refusalOf(JSON.parse(answer.text)))
    },
    close: async () => undefined,
  }
}

type Asking = {
  readonly address: string
  readonly key: string
  readonly method: string
  readonly path: string
  readonly body: string | undefined
}

/**
 * Not `fetch`: the verification of a long ledger may take longer than it waits for an answer, and it would
 * make another path of one with `..` in it.
 */
async function send({
  address,
  key,
  method,
  path,
  body,
}: Asking): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((done, fail) => {
    const { hostname: host, port } = new URL(address)
    const headers = {
      [keyHeader]: key,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    }
    const asking = request({ host, port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', fail)
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
      )
    })
    asking.on('error', fail)
    asking.end(body)
  })
}

const problem = z.looseObject({ code: z.string() })

/** The refusal that a problem was made of: its sentence is made here, in the language asked for. */
function refusalOf(answer: Plain): Refusal {
  const {
    type: _type,
    title: _title,
    status: _status,
    detail: _detail,
    detailEn: _english,
    ...facts
  } = problem.parse(answer)
  const { code } = facts
  if (!isRefusalCode(code)) throw new Error(`an unknown refusal: ${code}`)
  return { ...plainFacts.parse(facts), code }
}

const plainFacts = z.record(z.string(), z.json())
