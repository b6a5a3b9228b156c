import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { openStorage } from './database/index.ts'
import { aMigratedFolder, anOldServer, aPostgresDatabase } from './database/testing/index.ts'
import { freePort, serverMain, startChild, takenPort, type Child, type ChildEnd } from './testing/child.ts'

let parent: string
let folder: string
let port: number

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'an-cu-start-'))
  folder = join(parent, 'data')
  port = await freePort()
})
afterEach(() => rm(parent, { recursive: true, force: true }))

/** The data folder stands as after a start that was stopped before it wrote anything. */
async function makeFolder(): Promise<void> {
  const own = await aMigratedFolder()
  await rename(own.place.folder, folder)
  await own.remove()
}

function start(
  args: readonly string[] = [],
  environment: Record<string, string> = {},
  preload: readonly string[] = [],
): Child {
  return startChild(serverMain, {
    args,
    environment: { AN_CU_DATA: folder, PORT: String(port), ...environment },
    preload,
  })
}

/** What it ended with; lines about its progress end in an ellipsis and are left out. */
function told({ code, out, err }: ChildEnd) {
  const lines = err.trimEnd().split('\n')
  return { code, out, lines: lines.filter((line) => !line.includes('… /')) }
}

/** One sentence in Vietnamese, the same in English, and nothing else. */
function refusal(vietnamese: string, english: string, code = 1) {
  return {
    code,
    out: '',
    lines: [vietnamese, english].map((part) => expect.stringContaining(part) as unknown),
  }
}

describe('a start that cannot be says why in one sentence in each language, and changes nothing', () => {
  test('a word that is no option', async () => {
    expect(told(await start(['--emty']).ended)).toEqual(
      refusal('Không có lựa chọn “--emty”', 'no option “--emty”', 2),
    )
    expect(existsSync(folder)).toBe(false)
  })

  test.each(['abc', '0', '65536', '-1', '87 65'])('the port %s', async (given) => {
    expect(told(await start([], { PORT: given }).ended)).toEqual(
      refusal(`PORT=${given} không phải một cổng`, 'is not a port', 2),
    )
  })

  test('a port that is taken', async () => {
    const taken = await takenPort()
    try {
      const end = await start([], { PORT: String(taken.port) }).ended

      expect(told(end)).toEqual(
        refusal(
          `Cổng ${taken.port} đang có chương trình khác dùng. Đóng chương trình ấy, hoặc chạy với PORT=`,
          `Port ${taken.port} is in use`,
        ),
      )
      expect(existsSync(folder)).toBe(false)
    } finally {
      await taken.free()
    }
  })

  test('a folder that cannot be written', async () => {
    writeFileSync(folder, 'a file')

    expect(told(await start().ended)).toEqual(
      refusal(`Không ghi được vào thư mục dữ liệu ${folder}`, 'cannot be written'),
    )
    expect(readFileSync(folder, 'utf8')).toBe('a file')
  })

  test('a folder that holds something else', async () => {
    const own = join(folder, 'pg')
    cpSync(fileURLToPath(new URL('../migrations', import.meta.url)), own, { recursive: true })

    expect(told(await start().ended)).toEqual(
      refusal(`Thư mục ${folder} không chứa một kho An Cư`, 'holds no store of An Cư'),
    )
    expect(readdirSync(own).length).toBeGreaterThan(0)
  })

  test('a folder that another process holds, and which', async () => {
    await makeFolder()
    const holder = startChild(fileURLToPath(new URL('./database/testing/holder-child.ts', import.meta.url)), {
      args: [folder],
    })
    await holder.says(/open/)

    const end = await start().ended

    expect(told(end)).toEqual(
      refusal(`mở http://127.0.0.1:1 (tiến trình ${holder.pid})`, `(process ${holder.pid})`),
    )
    holder.signal('SIGKILL')
    await holder.ended
  })

  test('a disk that is full', async () => {
    const sign = join(parent, 'full')
    writeFileSync(sign, '')
    const preload = new URL('./database/testing/full-disk.ts', import.meta.url).href

    const end = await start([], { AN_CU_TEST_DISK_FULL: sign }, [preload]).ended

    expect(told(end)).toEqual(refusal(`Đĩa chứa ${folder} đã đầy`, 'is full'))
    expect(existsSync(folder)).toBe(false)
  })

  test.each(['mysql://127.0.0.1/an_cu', 'nothing', 'postgres://'])(
    'the database URL %s',
    async (databaseUrl) => {
      expect(told(await start([], { DATABASE_URL: databaseUrl }).ended)).toEqual(
        refusal('DATABASE_URL không đúng', 'DATABASE_URL is wrong'),
      )
    },
  )

  test('a database server that cannot be reached, its password untold', async () => {
    const databaseUrl = `postgres://officer:secret@127.0.0.1:${await freePort()}/an_cu`

    const end = await start([], { DATABASE_URL: databaseUrl }).ended

    expect(told(end)).toEqual(refusal('Không tới được PostgreSQL', 'cannot be reached'))
    expect(end.err).not.toContain('secret')
  })

  test('a database server that is too old', async () => {
    const old = await anOldServer(140_012, '14.12')
    try {
      const end = await start([], { DATABASE_URL: old.url }).ended

      expect(told(end)).toEqual(refusal('là bản 14.12; An Cư cần bản 15 trở lên', 'is version 14.12'))
    } finally {
      await old.close()
    }
  })

  test('data of a newer version', async () => {
    await makeFolder()
    const migrations = join(parent, 'migrations')
    cpSync(fileURLToPath(new URL('../migrations', import.meta.url)), migrations, { recursive: true })
    const known = readdirSync(migrations).filter(
      (name) => /^\d{4}-.*\.sql$/.test(name) && !name.includes('golden'),
    ).length
    const next = String(known + 1).padStart(4, '0')
    writeFileSync(join(migrations, `${next}-create-future.sql`), 'create table future (id text);')
    await (await openStorage({ folder }, { migrations })).close()

    const end = await start().ended

    expect(told(end)).toEqual(refusal(`phiên bản An Cư mới hơn ghi (bước ${known + 1}`, 'a later An Cư'))
    await (await openStorage({ folder }, { migrations })).close()
  })
})

describe('a running program', () => {
  test('without the demo is ready, keeps its key to itself, and stops cleanly on two signals', async () => {
    await makeFolder()
    const child = start(['start', '--empty'])
    const address = await child.says(/http:\/\/127\.0\.0\.1:\d+/)
    const meta: unknown = await (await fetch(`${address}/api/meta`)).json()
    const holder = statSync(join(folder, 'holder.json'))

    expect(meta).toMatchObject({ knownSeq: 0, demo: false })
    expect(holder.mode & 0o777).toBe(0o600)
    expect(await (await fetch(`${address}/api/ledger/verification`)).json()).toMatchObject({
      code: 'privateOnly',
    })

    child.signal('SIGINT')
    child.signal('SIGTERM')
    const end = await child.ended
    expect(end).toMatchObject({ code: 0, out: `An Cư: ${address}\n` })
    expect(existsSync(join(folder, 'holder.json'))).toBe(false)

    // What was declined at the very first start is not loaded at the second.
    const again = start()
    await again.says(/http:/)
    expect(await (await fetch(`${address}/api/meta`)).json()).toMatchObject({ knownSeq: 0, demo: false })
    const second = await start([], { PORT: String(await freePort()) }).ended
    expect(told(second)).toEqual(
      refusal(`mở ${address} (tiến trình ${again.pid})`, `open ${address} (process ${again.pid})`),
    )
    const samePort = await start().ended
    expect(told(samePort)).toEqual(refusal(`mở ${address} (tiến trình ${again.pid})`, `open ${address}`))
    again.signal('SIGTERM')
    expect((await again.ended).code).toBe(0)
  })

  test('loads the demo at the very first start, goes on after being cut off, and starts again in seconds', async () => {
    const stoppedEarly = start()
    await stoppedEarly.says(/Đang tạo kho/)
    stoppedEarly.signal('SIGTERM')
    expect((await stoppedEarly.ended).code).toBe(0)

    const cutOff = start()
    await cutOff.says(/Đang nạp tỉnh mẫu: \d+/)
    expect(await (await fetch(`http://127.0.0.1:${port}/api/meta`)).json()).toMatchObject({
      code: 'starting',
    })
    cutOff.signal('SIGKILL')
    await cutOff.ended

    const stopped = start()
    await stopped.says(/Đang nạp tỉnh mẫu: \d+/)
    stopped.signal('SIGTERM')
    expect((await stopped.ended).code).toBe(0)

    const whole = start()
    const address = await whole.says(/http:\/\/127\.0\.0\.1:\d+/)
    const status = async (): Promise<string> => (await fetch(`${address}/api/status?on=2024-03-31`)).text()
    const answer = await status()
    expect(JSON.parse(answer)).toMatchObject({ communes: { total: 85, meeting: 48, recognised: 42 } })
    whole.signal('SIGTERM')
    expect((await whole.ended).code).toBe(0)

    const started = performance.now()
    const second = start()
    await second.says(/http:/)
    expect(performance.now() - started).toBeLessThan(20_000)
    expect(await status()).toBe(answer)
    second.signal('SIGTERM')
    expect(await second.ended).toMatchObject({ code: 0 })
  }, 300_000)
})

describe.runIf(process.env['TEST_DATABASE_URL'] !== undefined)('on a PostgreSQL', () => {
  test('a database that is not there is told', async () => {
    const url = new URL(process.env['TEST_DATABASE_URL'] ?? '')
    url.pathname = '/an_cu_never_made'

    const end = await start([], { DATABASE_URL: url.href }).ended

    expect(told(end)).toEqual(refusal('không cho vào hoặc không cho tạo bảng', 'refuses to let us in'))
  })

  test('the program starts and stops', async () => {
    const own = await aPostgresDatabase(process.env['TEST_DATABASE_URL'] ?? '')
    try {
      const child = start(['--empty'], { DATABASE_URL: own.place.databaseUrl })
      const address = await child.says(/http:\/\/127\.0\.0\.1:\d+/)

      expect(await (await fetch(`${address}/api/meta`)).json()).toMatchObject({ knownSeq: 0 })
      child.signal('SIGTERM')
      expect((await child.ended).code).toBe(0)
    } finally {
      await own.remove()
    }
  })
})
