import { expect, test } from 'vitest'

import { groupsAnnex } from '@ancu/core/testing'

import { wordFile, wordOf } from '../office/testing/files.ts'
import { beginFrom } from './begin.ts'

const shared = { name: '../measures.yaml', raw: [] }
const usual = { seconds: 60, megabytes: 512 }

function annexOf(file: Uint8Array) {
  return { file, pasted: '', part: 0 }
}

test('a file is read beside the program, and refused there', async () => {
  const begun = await beginFrom(annexOf(wordFile([], [groupsAnnex])), shared, usual)

  expect(begun.ok && begun.value.draft.indicators).toHaveLength(4)
  expect(await beginFrom(annexOf(Buffer.from('x')), shared, usual)).toEqual({
    ok: false,
    refusal: { code: 'officeNotDocument' },
  })
})

test('one that is too large is not even looked at', async () => {
  expect(await beginFrom(annexOf(Buffer.alloc(20 * 1024 * 1024 + 1)), shared, usual)).toMatchObject({
    refusal: { code: 'officeTooLarge', mostMegabytes: 20 },
  })
})

test('one that takes too long, or too much memory, is given up', async () => {
  const letters = Array.from({ length: 300_000 }, (_, at) => `<w:p><w:r><w:t>${at * 7919}</w:t></w:r></w:p>`)
  const large = annexOf(wordOf(`<w:document>${letters.join('')}</w:document>`))

  expect(await beginFrom(large, shared, { seconds: 0.01, megabytes: 512 })).toMatchObject({
    refusal: { code: 'officeTooSlow' },
  })
  expect(await beginFrom(large, shared, { seconds: 60, megabytes: 8 })).toMatchObject({
    refusal: { code: 'officeTooLong' },
  })
})
