import { parentPort, workerData } from 'node:worker_threads'

import { z } from 'zod'

import { draftAnnex } from './annex.ts'

const given = z.object({
  annex: z.object({ file: z.instanceof(Uint8Array).optional(), pasted: z.string(), part: z.int() }),
  shared: z.object({ name: z.string(), raw: z.unknown() }),
})

const { annex, shared } = given.parse(workerData)
parentPort?.postMessage(draftAnnex({ ...annex, file: annex.file }, { ...shared }))
