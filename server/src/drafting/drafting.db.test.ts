import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { buildApp } from '../app.ts'
import { aProgram } from '../commands/testing/index.ts'
import type { Program } from '../commands/index.ts'
import { withStorages } from '../database/testing/index.ts'
import { wordFile } from '../office/testing/files.ts'
import { lines, small, workOnDrafts } from './testing/work-on-drafts.ts'

withStorages('a draft', (given) => {
  let program: Program
  let app: FastifyInstance

  beforeAll(async () => {
    program = await aProgram(given.storage)
    app = await buildApp({ program, start: 'test', log: () => undefined })
  })
  afterAll(() => app.close())

  const { post, get, shown, change, settle, confirmAll, begun: begin } = workOnDrafts(() => app)
  const begun = (file = wordFile(lines, [small]), more = {}) => begin(file, more)

  test('is made of a Word file and shown beside it', async () => {
    const id = await begun()
    const draft = await shown(id)

    expect(draft).toMatchObject({
      version: 1,
      fileName: 'phụ lục.docx',
      published: null,
      parts: 1,
      issues: [],
    })
    expect(draft.work.draft.head).toMatchObject({
      set: 'village-2026-2030',
      forKinds: ['village'],
      from: '2026-01-05',
    })
    expect(draft.work.draft.indicators.map(({ code, rule }) => [code, rule.kind])).toEqual([
      ['1.1', 'atLeast'],
      ['1.2', 'pass'],
      ['2', 'atLeast'],
    ])
    expect(draft.work.draft.indicators[0]?.rule).toMatchObject({
      measure: 'm-power-households',
      levels: { all: 98.5 },
    })
    expect(draft.tables[0]?.rows).toHaveLength(4)
    expect(draft.measures.length).toBeGreaterThan(50)
  })

  test('is made once, however often the command comes', async () => {
    const one = await begun(undefined, { commandId: 'again' })
    const other = await begun(undefined, { commandId: 'again' })

    expect(other).toBe(one)
  })

  test('refuses another file or other changes under the id of a command', async () => {
    const used = { status: 409, answer: { code: 'commandIdUsedForAnother' } }
    const commandId = 'used'
    const id = await begun(undefined, { commandId })
    const changes = [{ kind: 'indicator', key: 'i2', patch: { nameEn: 'Rules' } }]
    await change(id, 'Y Lan', 1, changes, { commandId })

    expect(
      await post('/drafts', { commandId, by: 'Y Lan', fileName: 'khác.docx', file: 'UEs' }),
    ).toMatchObject(used)
    expect(await change(id, 'A Thuận', 1, changes, { commandId })).toMatchObject(used)
    expect(
      await change(id, 'Y Lan', 1, [{ kind: 'indicator', key: 'i2', patch: { nameEn: 'x' } }], { commandId }),
    ).toMatchObject(used)
    expect((await shown(id)).version).toBe(2)
  })

  test('is refused for what is no annex', async () => {
    expect(await post('/drafts', { by: 'Y Lan', pasted: 'một dòng chữ' })).toMatchObject({
      answer: { code: 'officeNoTable' },
    })
    expect(await post('/drafts', { by: 'Y Lan', file: Buffer.from('x').toString('base64') })).toMatchObject({
      status: 415,
      answer: { code: 'officeNotDocument' },
    })
    expect(await post('/drafts', { by: 'Y Lan', file: 'A'.repeat(29_000_000) })).toMatchObject({
      status: 413,
      answer: { code: 'officeTooLarge', mostMegabytes: 20 },
    })
  })

  test('keeps what each person changed, and refuses to write over the other', async () => {
    const id = await begun()
    const mine = [{ kind: 'indicator', key: 'i2', patch: { name: 'Có quy ước dùng điện' } }]
    const first = await change(id, 'Y Lan', 1, mine, { commandId: `first-${id}` })
    const again = await change(id, 'Y Lan', 1, mine, { commandId: `first-${id}` })
    const theirs = await change(id, 'A Thuận', 1, [{ kind: 'indicator', key: 'i2', patch: { name: 'Khác' } }])
    const beside = await change(id, 'A Thuận', 1, [{ kind: 'indicator', key: 'i3', patch: { points: 10 } }])
    const ahead = await change(id, 'A Thuận', 9, [{ kind: 'indicator', key: 'i2', patch: { name: 'x' } }])

    expect([first, again, beside].map(({ status }) => status)).toEqual([200, 200, 200])
    expect(theirs).toMatchObject({ status: 409, answer: { code: 'draftOvertaken', row: '1.2', by: 'Y Lan' } })
    expect(ahead).toMatchObject({ status: 400, answer: { field: 'seen', problem: 'tooBig', most: 3 } })
    const { work, version } = await shown(id)
    expect(version).toBe(3)
    expect(work.draft.indicators.map(({ name, points }) => [name, points])).toEqual([
      ['Tỷ lệ hộ sử dụng điện thường xuyên, an toàn', undefined],
      ['Có quy ước dùng điện', undefined],
      ['Thu nhập bình quân đầu người', 10],
    ])
  })

  test('two who change it at once are both kept or one is told', async () => {
    const id = await begun()
    const all = await Promise.all(
      ['i1', 'i2', 'i3'].flatMap((key) =>
        ['Y Lan', 'A Thuận'].map((by) =>
          change(id, by, 1, [{ kind: 'indicator', key, patch: { nameEn: `${by} ${key}` } }]),
        ),
      ),
    )

    expect(all.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      200, 200, 200, 409, 409, 409,
    ])
    const { work, version } = await shown(id)
    expect(version).toBe(4)
    expect(new Set(work.draft.indicators.map(({ nameEn }) => nameEn)).size).toBe(3)
  })

  test('becomes an edition when a second person has held every row against the source', async () => {
    const id = await begun()
    const unfinished = await post(`/drafts/${id}/publish`, { by: 'A Thuận', seen: 1 })
    expect(unfinished).toMatchObject({
      status: 409,
      answer: { code: 'draftUnfinished', unconfirmed: 3, issues: 0 },
    })
    await settle(id)
    expect(await change(id, 'y lan', 2, [{ kind: 'confirm', indicators: ['i1'] }])).toMatchObject({
      answer: { code: 'draftOwnWork', row: '1.1' },
    })
    const seen = await confirmAll(id, 'A Thuận')
    expect(await post(`/drafts/${id}/publish`, { by: 'Y Lan', seen })).toMatchObject({
      answer: { code: 'draftOwnWork' },
    })

    const published = await post(`/drafts/${id}/publish`, { by: 'A Thuận', seen, commandId: 'publish-it' })

    expect(published).toMatchObject({
      status: 200,
      answer: { set: 'village-2026-2030', edition: 1, repeated: false },
    })
    expect(
      await post(`/drafts/${id}/publish`, { by: 'A Thuận', seen, commandId: 'publish-it' }),
    ).toMatchObject({
      answer: { ...published.answer, repeated: true },
    })
    expect(await change(id, 'Y Lan', seen, [{ kind: 'addCriterion' }])).toMatchObject({
      answer: { code: 'draftPublished' },
    })
    expect(await get('/packs/village-2026-2030')).toMatchObject({
      answer: {
        edition: 1,
        digest: published.answer['digest'],
      },
    })
    expect(await get(`/entries/${String(published.answer['seq'])}`)).toMatchObject({
      answer: {
        entry: {
          kind: 'packs.draft',
          reason: 'Soạn từ phụ lục phụ lục.docx. Người soạn: Y Lan. Người đối chiếu: A Thuận.',
        },
      },
    })
    expect(await get('/drafts')).toMatchObject({
      answer: {
        drafts: expect.arrayContaining([expect.objectContaining({ id, confirmed: 3 })]),
      },
    })
  })

  test('laid aside is not published, and goes on where it was once it is taken up again', async () => {
    const id = await begun()
    await settle(id)
    const seen = await confirmAll(id, 'A Thuận')
    await change(id, 'Y Lan', seen, [{ kind: 'head', patch: { set: 'laid-aside' } }, { kind: 'discard' }])
    const publish = { by: 'A Thuận', seen: seen + 1 }

    expect(await post(`/drafts/${id}/publish`, publish)).toMatchObject({
      status: 409,
      answer: { code: 'draftDiscarded', by: 'Y Lan' },
    })
    expect(await get('/drafts')).toMatchObject({
      answer: {
        drafts: expect.arrayContaining([expect.objectContaining({ id, discarded: true })]),
      },
    })
    await change(id, 'Y Lan', seen + 1, [{ kind: 'restore' }])
    expect(await post(`/drafts/${id}/publish`, { ...publish, seen: seen + 2 })).toMatchObject({ status: 200 })
  })

  test('gets a code that no published set has, and is told where it is taken', async () => {
    const [first, second] = [await begun(), await begun()]
    await settle(first)
    const set = `taken-${first}`
    await change(first, 'Y Lan', 2, [{ kind: 'head', patch: { set } }])
    const seen = await confirmAll(first, 'A Thuận')
    await post(`/drafts/${first}/publish`, { by: 'A Thuận', seen })
    await change(second, 'Y Lan', 1, [{ kind: 'head', patch: { set } }])

    expect(await shown(first)).toMatchObject({ taken: false, published: { set } })
    expect(await shown(second)).toMatchObject({ taken: true })
    expect(await get(`/drafts/${second}/coming`)).toMatchObject({
      status: 409,
      answer: { code: 'editionPublished', set },
    })
    await change(second, 'Y Lan', 2, [{ kind: 'head', patch: { edition: 2 } }])
    expect(await shown(second)).toMatchObject({ taken: false })
    const codes = [await begun(), await begun()].map(async (id) => (await shown(id)).work.draft.head.set)
    expect(await Promise.all(codes)).not.toContain('village-2026-2030')
  })

  test('is not published by who wrote last whom its columns are for', async () => {
    const id = await begun(wordFile([...lines, '', ''], [small]))
    const { version } = await shown(id)
    await change(id, 'Y Lan', version, [
      { kind: 'head', patch: { set: 'with-columns' } },
      { kind: 'addColumn', name: 'Vùng khó khăn' },
    ])
    await settle(id)
    const { columns } = (await shown(id)).work.draft
    const seen = await confirmAll(id, 'A Thuận')
    const patch = { groups: ['border'] }
    await change(id, 'A Thuận', seen, [{ kind: 'column', id: columns[0]?.id, patch }])
    const publish = { seen: seen + 1 }
    expect(await post(`/drafts/${id}/publish`, { ...publish, by: 'a thuận' })).toMatchObject({
      status: 409,
      answer: { code: 'draftOwnWork' },
    })
    expect(await post(`/drafts/${id}/publish`, { ...publish, by: 'Y Bình' })).toMatchObject({ status: 200 })
  })
})
