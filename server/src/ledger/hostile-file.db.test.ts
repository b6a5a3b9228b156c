import { gunzipSync, gzipSync } from 'node:zlib'

import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { withStorages } from '../database/testing/index.ts'
import { withManifest } from './testing/rewrite.ts'
import { tarOf, type Part } from './testing/tar.ts'
import { aVictim, type Victim } from './testing/victim.ts'

withStorages('an archive that is not as it was written', (given) => {
  let victim: Victim
  beforeAll(async () => {
    victim = await aVictim(given.storage, await given.another())
  })
  afterAll(() => victim.remove())

  const replace = (name: string, change: (part: Part) => readonly Part[]) =>
    victim.parts.flatMap((part) => (part.name === name ? change(part) : [part]))

  test('but was only packed again restores', async () => {
    expect(tarOf(victim.parts)).toEqual(gunzipSync(victim.good))
  })

  describe('as a file', () => {
    test('is refused when it is not there, or not a file', async () => {
      expect(await victim.tryFile(victim.at('absent'))).toMatch(/^fileNotFound/)
      expect(await victim.tryFile(victim.at('.'))).toBe('fileNotReadable not a file')
    })

    test('is refused when it is something else', async () => {
      expect(await victim.tryBytes(Buffer.alloc(0))).toBe('archiveTruncated')
      expect(await victim.tryBytes(Buffer.from('PK\x03\x04 not ours'))).toBe('notAnArchive Z_DATA_ERROR')
      expect(await victim.tryBytes(gzipSync('hello'))).toBe('archiveTruncated')
      expect(await victim.tryBytes(gzipSync('hello'.repeat(1_000)))).toBe('notAnArchive header')
      expect(await victim.tryParts([])).toBe('partMissing manifest.json')
    })

    test('is refused wherever it is cut', async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: victim.good.length - 1 }), async (length) => {
          expect(await victim.tryBytes(victim.good.subarray(0, length))).toMatch(
            /^archiveTruncated|^notAnArchive/,
          )
        }),
        { numRuns: 30 },
      )
    })

    test('is refused whatever byte of its contents is another', async () => {
      const tar = gunzipSync(victim.good)
      const place = fc.integer({ min: 0, max: tar.length - 1 })
      await fc.assert(
        fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), async (at, difference) => {
          const damaged = Buffer.from(tar)
          damaged[at] = ((damaged[at] ?? 0) + difference) % 256
          expect(await victim.tryBytes(gzipSync(damaged, { level: 1 }))).not.toBe('restored')
        }),
        { numRuns: 60 },
      )
    })

    test('is refused when something follows', async () => {
      for (const more of [Buffer.from('more'), Buffer.alloc(700), victim.good])
        expect(await victim.tryBytes(Buffer.concat([victim.good, more]))).toMatch(/^notAnArchive/)
      const longer = Buffer.concat([tarOf(victim.parts), Buffer.alloc(512)])
      expect(await victim.tryBytes(gzipSync(longer))).toBe('notAnArchive trailing bytes')
    })

    test('is refused when it unpacks to too much, or says so', async () => {
      const [header = { name: '', text: '' }] = victim.parts
      expect(await victim.tryParts(victim.parts, { largest: 4_000 })).toBe('archiveTooLarge 4000')
      const huge = { name: 'figure/000001.ndjson', text: '', declared: 8 * 1024 ** 3 - 1 }
      expect(await victim.tryParts([header, huge])).toBe(`archiveTooLarge ${64 * 1024 ** 2}`)
      const spaces = { name: 'entry/000001.ndjson', text: ' '.repeat(60 * 1024 ** 2) }
      expect(await victim.tryParts([header, spaces])).toBe('rowInvalid entry/000001.ndjson 1 no end')
      expect(await victim.tryBytes(gzipSync(Buffer.alloc(200 * 1024 ** 2)))).toBe(
        'notAnArchive trailing bytes',
      )
    })
  })

  describe('in its parts', () => {
    test.each([
      '../../etc/passwd',
      '/etc/passwd',
      'figure/../entry/000001.ndjson',
      'FIGURE/000001.ndjson',
      'figure\\000001.ndjson',
    ])('is refused for the name %s', async (name) => {
      const changed = replace('unit/000001.ndjson', (part) => [{ ...part, name }])
      expect(await victim.tryParts(changed)).toMatch(/^partUnexpected/)
    })

    test.each(['1', '2', '5', 'x', 'L', '\0'])('is refused for what is not a file (%s)', async (type) => {
      expect(await victim.tryParts(replace('unit/000001.ndjson', (part) => [{ ...part, type }]))).toBe(
        'notAnArchive header',
      )
    })

    test('is refused when tables or parts are unknown, missing, twice or in another order', async () => {
      const unit = 'unit/000001.ndjson'
      expect(
        await victim.tryParts(replace(unit, (part) => [{ ...part, name: 'secret/000001.ndjson' }])),
      ).toBe('unknownTable secret')
      expect(
        await victim.tryParts(replace(unit, (part) => [{ ...part, name: 'standing/000001.ndjson' }])),
      ).toBe('unknownTable standing')
      expect(await victim.tryParts(replace(unit, () => []))).toBe('partUnexpected unit_name/000001.ndjson')
      expect(await victim.tryParts(replace(unit, (part) => [part, part]))).toBe(`partUnexpected ${unit}`)
      expect(await victim.tryParts(replace(unit, (part) => [{ ...part, name: 'unit/000002.ndjson' }]))).toBe(
        'partUnexpected unit/000002.ndjson',
      )
      expect(
        await victim.tryParts([
          ...victim.parts.slice(0, 1),
          ...victim.parts.slice(1, -1).toReversed(),
          ...victim.parts.slice(-1),
        ]),
      ).toMatch(/^partUnexpected/)
      expect(await victim.tryParts(replace('decision/000001.ndjson', () => []))).toBe(
        'partUnexpected reconciliation/000001.ndjson',
      )
      expect(await victim.tryParts(replace('reconciliation/000001.ndjson', () => []))).toBe(
        'partMissing reconciliation/000001.ndjson',
      )
    })

    test('is refused when the first or the last is not what it should be', async () => {
      const header = (text: string) => replace('an-cu.json', (part) => [{ ...part, text }])
      expect(await victim.tryParts(header('{"format":2,"province":"kon-tum","new":[1]}'))).toBe(
        'newerFormat 2 1',
      )
      expect(await victim.tryParts(header('{"format":1}'))).toBe('notAnArchive an-cu.json')
      expect(await victim.tryParts(header('{'))).toBe('notAnArchive an-cu.json')
      expect(await victim.tryParts(header('{"format":1,"province":"ha-noi"}'))).toBe(
        'manifestInvalid province',
      )
      expect(await victim.tryParts(victim.parts.slice(1))).toBe(
        'notAnArchive begins with entry/000001.ndjson',
      )
      expect(await victim.tryParts(victim.parts.slice(0, -1))).toBe('partMissing manifest.json')
      expect(await victim.tryParts([...victim.parts, ...victim.parts.slice(-1)])).toBe(
        'partUnexpected manifest.json',
      )
      expect(await victim.tryParts(replace('manifest.json', (part) => [{ ...part, text: '[]' }]))).toMatch(
        /^manifestInvalid/,
      )
    })

    test('is refused when the manifest tells of something else', async () => {
      const told = (change: Parameters<typeof withManifest>[1]) =>
        victim.tryParts(withManifest(victim.parts, change))
      expect(await told((manifest) => ({ ...manifest, more: 1 }))).toMatch(/^manifestInvalid/)
      expect(await told((manifest) => ({ ...manifest, format: 2 }))).toMatch(/^manifestInvalid format/)
      expect(await told((manifest) => ({ ...manifest, parts: manifest.parts.slice(1) }))).toMatch(
        /^partUnexpected/,
      )
      expect(await told((manifest) => ({ ...manifest, rows: { ...manifest.rows, unit: 4 } }))).toBe(
        'manifestInvalid rows.unit',
      )
      expect(await told((manifest) => ({ ...manifest, head: { ...manifest.head, seq: 7 } }))).toBe(
        'manifestInvalid head.seq',
      )
      expect(
        await told((manifest) => ({ ...manifest, head: { ...manifest.head, hash: '0'.repeat(64) } })),
      ).toBe('chainBroken headDiffers')
      expect(
        await told((manifest) => ({ ...manifest, head: { ...manifest.head, knownOn: '2025-08-03' } })),
      ).toBe('chainBroken headDiffers')
      const other = replace('unit/000001.ndjson', (part) => [
        { ...part, text: part.text.replace('"b"', '"c"') },
      ])
      expect(await victim.tryParts(other)).toBe('partDamaged unit/000001.ndjson')
    })
  })

  test('has left the database as it was: the good one still goes in', async () => {
    expect(await victim.isEmpty()).toBe(true)
    expect(await victim.tryFile(victim.at('good'))).toBe('restored')
  })
})
