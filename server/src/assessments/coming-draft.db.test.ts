import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { comingDraft, comingSet } from '@ancu/core/assessments'
import { annex } from '@ancu/core/testing'

import { buildApp } from '../app.ts'
import type { Program } from '../commands/index.ts'
import { withStorages } from '../database/testing/index.ts'
import { packsFolder, project } from '../routes.ts'
import { workOnDrafts } from '../drafting/testing/work-on-drafts.ts'
import { wordFile } from '../office/testing/files.ts'
import { aSmallProvince, facts } from './testing/small-province.ts'

const lines = [
  'BỘ TIÊU CHÍ VỀ XÃ NÔNG THÔN MỚI GIAI ĐOẠN 2026-2030',
  '(Kèm theo Quyết định số 12/2026/QĐ-UBND ngày 05 tháng 01 năm 2026 của UBND tỉnh Quảng Ngãi)',
]
const table = annex(`
  | TT | Tiêu chí | Nội dung | Mức đạt |
  | 1 | Nhà ở | Tỷ lệ hộ có nhà ở kiên cố hoặc bán kiên cố | ≥ 85% |
  | 2 | Y tế | Tỷ lệ người dân tham gia bảo hiểm y tế | ≥ 95% |
`)

withStorages('a draft that nobody has published', (given) => {
  let program: Program
  let app: FastifyInstance
  const asked = 'on=2024-03-31&from=2026-02-01&unit=c-1'

  beforeAll(async () => {
    program = await aSmallProvince({ storage: given.storage, packsFolder, project }, facts)
    app = await buildApp({ program, start: 'test', log: () => undefined })
  })
  afterAll(() => app.close())

  const work = workOnDrafts(() => app)
  const { get, shown } = work
  const begun = () => work.begun(wordFile(lines, [table]))
  const looked = async (id: string) => get(`/drafts/${id}/coming?${asked}`)

  test('is looked ahead to, each time as it stands then', async () => {
    const id = await begun()
    const before = comingDraft.answer.parse((await looked(id)).answer)
    expect(before).toMatchObject({
      oldSide: { set: 'commune-2021-2025', on: '2024-03-31' },
      newSide: { on: '2026-02-01' },
      draft: { id, version: 1, unconfirmed: 2 },
    })
    const [unit] = before.units
    expect(unit).toMatchObject({ id: 'c-1', new: { met: 1, of: 2 } })
    expect(unit?.nearest).toMatchObject([{ code: '2', lacks: [{ kind: 'shortfall' }] }])

    const { draft } = (await shown(id)).work
    const levelled = draft.indicators.find(({ code }) => code.startsWith('2'))
    const rule = { ...levelled?.rule, levels: { all: 50 } }
    const changed = await work.change(id, 'Y Lan', 1, [
      { kind: 'indicator', key: levelled?.key, patch: { rule } },
    ])
    expect(changed).toMatchObject({ status: 200 })
    const after = comingDraft.answer.parse((await looked(id)).answer)
    expect(after.draft.version).toBe(2)
    expect(after.units[0]?.new).toMatchObject({ met: 2, of: 2 })
  })

  test('says what it says once it is published', async () => {
    const id = await begun()
    await work.settle(id)
    const seen = await work.confirmAll(id, 'A Thuận')
    const { draft, ...looking } = comingDraft.answer.parse((await looked(id)).answer)
    expect(draft).toMatchObject({ unconfirmed: 0, doubts: 0 })
    const published = await work.post(`/drafts/${id}/publish`, { by: 'A Thuận', seen })
    expect(published).toMatchObject({ status: 200 })

    const { set } = (await shown(id)).work.draft.head
    const { answer } = await get(`/coming?set=${set}&${asked}`)
    const { knownSeq, ...coming } = comingSet.answer.parse(answer)
    expect({ ...coming, knownSeq: knownSeq - 1 }).toEqual(looking)
  })

  test('is refused while it is not right, or not there', async () => {
    const id = await begun()
    await work.change(id, 'Y Lan', 1, [{ kind: 'head', patch: { set: 'Không phải mã' } }])

    expect(await looked(id)).toMatchObject({ status: 409, answer: { code: 'draftIncomplete', issues: 1 } })
    expect(await looked('nowhere')).toMatchObject({ status: 404, answer: { code: 'draftUnknown' } })
    expect(await get(`/drafts/${id}/coming?from=hôm qua`)).toMatchObject({ status: 400 })
  })
})
