import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'

import { regionalAnnex } from '@ancu/core/testing'

import { buildApp } from '../app.ts'
import { aProgram } from '../commands/testing/index.ts'
import type { Program } from '../commands/index.ts'
import { checkPack } from '../criteria/packs.ts'
import { withStorages } from '../database/testing/index.ts'
import { wordFile } from '../office/testing/files.ts'
import { openZip } from '../office/zip.ts'
import { lines, small, workOnDrafts } from './testing/work-on-drafts.ts'

withStorages('the files of a draft', (given) => {
  let program: Program
  let app: FastifyInstance

  beforeAll(async () => {
    program = await aProgram(given.storage)
    app = await buildApp({ program, start: 'test', log: () => undefined })
  })
  afterAll(() => app.close())

  const { post, get, shown, change, settle, confirmAll, begun: begin } = workOnDrafts(() => app)
  const begun = (file = wordFile(lines, [small]), more = {}) => begin(file, more)

  test('is given as the folder of a pack, which says the same as what is published', async () => {
    const id = await begun(wordFile([...lines, ''], [small]))
    await settle(id)
    const { version } = await shown(id)
    await change(id, 'Y Lan', version, [{ kind: 'head', patch: { set: 'another-set' } }])
    const seen = await confirmAll(id, 'A Thuận')
    const { zip } = z.object({ zip: z.string() }).parse((await get(`/drafts/${id}/files`)).answer)
    const folder = await mkdtemp(join(tmpdir(), 'an-cu-draft-'))
    const files = openZip(Buffer.from(zip, 'base64'))
    for (const name of files.ok ? files.value.names : []) {
      const content = files.ok ? files.value.read(name) : files
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), (content.ok ? content.value : undefined) ?? '')
    }

    const checked = await checkPack(join(folder, 'another-set'))
    const published = await post(`/drafts/${id}/publish`, { by: 'A Thuận', seen })

    expect(checked.ok ? checked.value.digest : checked.refusal).toBe(published.answer['digest'])
    await rm(folder, { recursive: true })
  })

  test('whose set has no proper id yet is given as a folder that leads nowhere else', async () => {
    const id = await begun()
    await change(id, 'Y Lan', 1, [{ kind: 'head', patch: { set: '../../elsewhere' } }])
    const { name, zip } = z
      .object({ name: z.string(), zip: z.string() })
      .parse((await get(`/drafts/${id}/files`)).answer)
    const files = openZip(Buffer.from(zip, 'base64'))

    expect(name).toBe(`${id}.zip`)
    expect(files.ok && files.value.names.filter((one) => one.includes('..'))).toEqual([])
  })

  test('of a national annex has a doubt beside each guess, in the files too', async () => {
    const id = await begun(wordFile([], regionalAnnex))
    const { work } = await shown(id)
    const { zip } = z.object({ zip: z.string() }).parse((await get(`/drafts/${id}/files`)).answer)

    expect(work.draft.doubts.length).toBeGreaterThan(10)
    expect(Buffer.from(zip, 'base64').includes('DOUBTS.md')).toBe(true)
  })
})
