import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { buildApp } from './app.ts'
import { withStorages } from './database/testing/index.ts'
import { project } from './routes.ts'
import { openFixture } from './testing/index.ts'

/** Every address that is asked from a day and a knowledge. */
const addresses = [
  '/units?',
  '/units/search?query=dak&',
  '/units/c-dak-ha?',
  '/status?',
  '/overview?',
  '/standings?',
  '/units/c-dak-ha/standing?',
  '/figures?',
  '/verdicts?',
  '/decisions?',
  '/levels?',
  '/sets?',
  '/missing-documents?',
] as const

/** Every address that is asked about an area, and the field that names it. */
const areas = [
  ['/units', 'area'],
  ['/status', 'unit'],
  ['/overview', 'unit'],
  ['/standings', 'unit'],
  ['/figures', 'unit'],
  ['/verdicts', 'unit'],
  ['/decisions', 'unit'],
  ['/missing-documents', 'unit'],
] as const

withStorages('a question', (given) => {
  let app: FastifyInstance

  beforeAll(async () => {
    const program = await openFixture(given.storage, project)
    app = await buildApp({ program, start: 'test', log: () => undefined })
  })
  afterAll(() => app.close())

  const ask = async (path: string, asked: Readonly<Record<string, string>> = {}): Promise<unknown> => {
    const address = new URL(`/api${path}`, 'http://127.0.0.1')
    for (const [field, value] of Object.entries(asked)) address.searchParams.set(field, value)
    const { body } = await app.inject({ url: `${address.pathname}${address.search}` })
    return JSON.parse(body)
  }

  describe.each(addresses)('to %s', (address) => {
    test('is asked of no future day, no future knowledge, no number that is not there', async () => {
      expect(await ask(address, { on: '2099-01-01' })).toMatchObject({ code: 'futureDay', on: '2099-01-01' })
      expect(await ask(address, { known: '2099-01-02' })).toMatchObject({
        code: 'futureDay',
        on: '2099-01-02',
      })
      expect(await ask(address, { knownSeq: '99' })).toMatchObject({ code: 'knownSeqAhead', head: 4 })
    })

    test('is answered with what was known then, the earlier of day and number', async () => {
      const on = '2024-03-31'
      const of = async (asked: Record<string, string>) => ask(address, { on, ...asked })
      expect(await of({})).toMatchObject({ knownSeq: 4 })
      expect(await of({ known: '2022-10-01' })).toMatchObject({ knownSeq: 2 })
      expect(await of({ known: '2022-10-01', knownSeq: '1' })).toMatchObject({ knownSeq: 1 })
      expect(await of({ known: '2022-10-01', knownSeq: '3' })).toMatchObject({ knownSeq: 2 })
    })
  })

  describe.each(areas)('to %s about an area', (path, field) => {
    test('may name a former one in every way', async () => {
      const of = (reference: string) => ask(path, { [field]: reference })
      const former = await of('former:p-old')
      expect(former).not.toHaveProperty('code')
      for (const reference of ['former:Kon Tum', 'former Kon Tum', 'cũ:kon tum', 'tỉnh Kon Tum cũ']) {
        expect(await of(reference)).toEqual(former)
      }
      expect(await of('Hà Nội cũ')).toMatchObject({ code: 'unitUnknown' })
    })

    test('is told that there was no province yet', async () => {
      const early = { code: 'dayBeforeProvince', from: '1991-10-01' }
      const of = (reference: string) => ask(path, { [field]: reference, on: '1950-01-01' })
      expect(await of('c-dak-ha')).toMatchObject(early)
      expect(await of('nowhere')).toMatchObject(early)
    })
  })

  test('about one unit may name a former one', async () => {
    const asked = { on: '2025-07-01' }
    expect(await ask(`/units/${encodeURIComponent('phường Duy Tân cũ')}`, asked)).toEqual(
      await ask('/units/c-duy-tan', asked),
    )
    expect(await ask('/units/former:c-duy-tan/standing', asked)).toMatchObject({ code: 'unitNotThen' })
    expect(await ask('/units/former:c-dak-ha/standing', asked)).toEqual(
      await ask('/units/c-dak-ha/standing', asked),
    )
  })
})
