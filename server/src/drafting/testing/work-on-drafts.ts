import type { FastifyInstance } from 'fastify'
import { z } from 'zod'

import { changeDraftRows, showDraft } from '@ancu/core/criteria'
import type { EndpointAnswer } from '@ancu/core/kernel'
import { annex } from '@ancu/core/testing'

/** What stands above the table of `small`. */
export const lines = [
  'BỘ TIÊU CHÍ VỀ THÔN NÔNG THÔN MỚI GIAI ĐOẠN 2026-2030',
  '(Kèm theo Quyết định số 12/2026/QĐ-UBND ngày 05 tháng 01 năm 2026 của UBND tỉnh Quảng Ngãi)',
]

/** The annex of a decision: three indicators, one of them judged in words. */
export const small = annex(`
  | TT | Tiêu chí | Nội dung | Mức đạt |
  | 1 v2 | Điện v2 | 1.1. Tỷ lệ hộ sử dụng điện thường xuyên, an toàn | ≥ 98,5% |
  | 1.2. Có quy ước về điện | Đạt |
  | 2 | Thu nhập | Thu nhập bình quân đầu người | từ 47,5 triệu đồng/người trở lên |
`)

type Answered = { readonly status: number; readonly answer: Readonly<Record<string, unknown>> }
type Body = Readonly<Record<string, unknown>>

/** Work on drafts through the interface, as the screen does it. */
export type WorkOnDrafts = {
  /** With a command id of its own, unless the body has one. */
  readonly post: (path: string, body: Body) => Promise<Answered>
  readonly get: (path: string) => Promise<Answered>
  /** Begins a draft by a file of Y Lan's; its id. */
  readonly begun: (file: Buffer, more?: Body) => Promise<string>
  readonly shown: (id: string) => Promise<EndpointAnswer<typeof showDraft>>
  readonly change: (
    id: string,
    by: string,
    seen: number,
    changes: readonly unknown[],
    more?: Body,
  ) => Promise<Answered>
  /** Settles every doubt; the version after it. */
  readonly settle: (id: string) => Promise<number>
  readonly confirmAll: (id: string, by: string) => Promise<number>
}

export function workOnDrafts(app: () => FastifyInstance): WorkOnDrafts {
  let commands = 0
  const read = (statusCode: number, body: string): Answered => ({
    status: statusCode,
    answer: z.record(z.string(), z.unknown()).parse(JSON.parse(body)),
  })
  const post: WorkOnDrafts['post'] = async (path, given) => {
    commands += 1
    const payload = { commandId: `c-${commands}`, ...given }
    const { statusCode, body } = await app().inject({ method: 'POST', url: `/api${path}`, payload })
    return read(statusCode, body)
  }
  const get: WorkOnDrafts['get'] = async (path) => {
    const { statusCode, body } = await app().inject({ url: `/api${path}` })
    return read(statusCode, body)
  }
  const shown: WorkOnDrafts['shown'] = async (id) =>
    showDraft.answer.parse((await get(`/drafts/${id}`)).answer)
  const change: WorkOnDrafts['change'] = (id, by, seen, changes, more = {}) =>
    post(`/drafts/${id}/changes`, { by, seen, changes, ...more })
  const changed = async (id: string, by: string, changeOf: (work: Work) => unknown): Promise<number> => {
    const { work, version } = await shown(id)
    const { answer } = await change(id, by, version, [changeOf(work)])
    return changeDraftRows.answer.parse(answer).version
  }
  return {
    post,
    get,
    begun: async (file, more = {}) => {
      const encoded = file.toString('base64')
      const body = { by: 'Y Lan', fileName: 'phụ lục.docx', file: encoded, ...more }
      return String((await post('/drafts', body)).answer['id'])
    },
    shown,
    change,
    settle: (id) =>
      changed(id, 'Y Lan', ({ draft }) => ({
        kind: 'settle',
        doubts: draft.doubts.map((doubt) => doubt.id),
      })),
    confirmAll: (id, by) =>
      changed(id, by, ({ draft }) => ({
        kind: 'confirm',
        indicators: draft.indicators.map(({ key }) => key),
      })),
  }
}

type Work = EndpointAnswer<typeof showDraft>['work']
