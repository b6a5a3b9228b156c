import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { openStorage } from './index.ts'
import { aPostgresDatabase, aServer, anOldServer, problemOf } from './testing/index.ts'

describe('a database URL', () => {
  test.each([
    '',
    'kontum',
    '/var/lib/data',
    'mysql://127.0.0.1/x',
    'postgres://127.0.0.1:abc/x',
    'postgres://127.0.0.1',
  ])('written as %j is invalid', async (databaseUrl) => {
    expect(await problemOf({ databaseUrl })).toEqual({ code: 'databaseUrlInvalid' })
  })

  test('where nobody listens is unreachable, and the password is not told', async () => {
    const databaseUrl = 'postgres://officer:secret@127.0.0.1:1/an_cu?password=secret'

    expect(await problemOf({ databaseUrl })).toEqual({
      code: 'databaseUnreachable',
      place: 'postgres://officer@127.0.0.1:1/an_cu',
      detail: expect.stringContaining('ECONNREFUSED'),
    })
  })

  test('of a host without an address is unreachable', async () => {
    const databaseUrl = 'postgres://officer@nowhere.invalid/an_cu'

    expect(await problemOf({ databaseUrl })).toMatchObject({
      code: 'databaseUnreachable',
      place: databaseUrl,
    })
  })

  test('where something else answers is unreachable', async () => {
    const web = await aServer((socket) => {
      socket.on('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    })
    try {
      expect(await problemOf({ databaseUrl: web.url })).toMatchObject({ code: 'databaseUnreachable' })
    } finally {
      await web.close()
    }
  })

  test('of a server older than 15 is refused', async () => {
    const old = await anOldServer(140_012, '14.12')
    try {
      expect(await problemOf({ databaseUrl: old.url })).toEqual({
        code: 'databaseTooOld',
        place: old.url,
        have: '14.12',
        need: '15',
      })
    } finally {
      await old.close()
    }
  })
})

const server = process.env['TEST_DATABASE_URL'] ?? ''

describe.runIf(server !== '')('a PostgreSQL server (when TEST_DATABASE_URL names one)', () => {
  /** The server's URL with these parts changed. */
  function changed(
    url: string,
    parts: Partial<Record<'username' | 'password' | 'pathname', string>>,
  ): string {
    return Object.assign(new URL(url), parts).href
  }

  test('without that database forbids', async () => {
    const databaseUrl = changed(server, { pathname: '/an_cu_that_is_not_there' })

    expect(await problemOf({ databaseUrl })).toMatchObject({
      code: 'databaseForbidden',
      detail: expect.stringContaining('an_cu_that_is_not_there'),
    })
  })

  test('without that user forbids', async () => {
    const databaseUrl = changed(server, { username: 'an_cu_nobody', password: 'wrong' })

    expect(await problemOf({ databaseUrl })).toMatchObject({
      code: 'databaseForbidden',
      place: changed(server, { username: 'an_cu_nobody', password: '' }),
    })
  })

  test('whose user may create nothing forbids, and nothing is changed', async () => {
    const own = await aPostgresDatabase(server)
    const admin = new pg.Client(own.place.databaseUrl)
    await admin.connect()
    const user = new URL(own.place.databaseUrl).pathname.slice(1)
    try {
      await admin.query(`create role ${user} login password 'right'`)
      const databaseUrl = changed(own.place.databaseUrl, { username: user, password: 'right' })

      expect(await problemOf({ databaseUrl })).toMatchObject({ code: 'databaseForbidden' })
      const { rows } = await admin.query("select to_regclass('public.migration') as found")
      expect(rows).toEqual([{ found: null }])
    } finally {
      await admin.query(`drop role if exists ${user}`)
      await admin.end()
      await own.remove()
    }
  })

  test('names its place without the password', async () => {
    const own = await aPostgresDatabase(server)
    try {
      const storage = await openStorage({
        databaseUrl: changed(own.place.databaseUrl, { password: 'secret' }),
      })
      await storage.close()

      expect(storage.place).toBe(changed(own.place.databaseUrl, { password: '' }))
    } finally {
      await own.remove()
    }
  })
})
