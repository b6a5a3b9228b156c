import {
  beginDraft,
  changeDraftRows,
  listDrafts,
  mostAnnexBytes,
  packDraft,
  publishDraft,
  showDraft,
  type RawFile,
} from '@ancu/core/criteria'

import { sharedMeasures } from '../criteria/index.ts'
import { route, type Route } from '../http/route.ts'
import { publish } from './publish.ts'
import { begin, change, list, pack, show } from './use-cases.ts'

/** A file in base64 is a third larger; the rest of the body is small. */
const room = {
  bytes: Math.ceil((mostAnnexBytes * 4) / 3) + 64 * 1024,
  refusal: { code: 'officeTooLarge', mostMegabytes: mostAnnexBytes / 1024 / 1024 },
} as const

/** Drafts change without an entry in the ledger, so no answer about them is kept. */
const fresh = { fresh: true }

export function draftRoutes(packsFolder: string): readonly Route[] {
  const shared = (): Promise<RawFile> => sharedMeasures(packsFolder)
  return [
    route(beginDraft, async (program, caller, input) => begin(program, caller, input, await shared()), {
      room,
    }),
    route(listDrafts, list, fresh),
    route(showDraft, async (program, caller, input) => show(program, caller, input, await shared()), fresh),
    route(changeDraftRows, async (program, caller, input) => change(program, caller, input, await shared())),
    route(packDraft, async (program, caller, input) => pack(program, caller, input, await shared()), fresh),
    route(publishDraft, async (program, caller, input) => publish(program, caller, input, await shared())),
  ]
}
