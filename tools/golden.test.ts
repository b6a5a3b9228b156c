import { expect, test } from 'vitest'
import { outOfDate } from './golden.ts'
import { aTree } from './testing/trees.ts'

const made = (file: string, text: string): { file: string; make: () => Promise<string> } => ({
  file,
  make: () => Promise.resolve(text),
})

test('a golden file that differs is named with its first difference, one in date is not', async () => {
  const folder = aTree({
    'a.golden.json': 'same\n',
    'b.golden.json': 'one\ntwo\n',
    'c.golden.json': 'one\nmore\n',
  })

  const stale = await outOfDate(
    [
      made('a.golden.json', 'same\n'),
      made('b.golden.json', 'one\n2\n'),
      made('c.golden.json', 'one'),
      made('d.golden.json', 'new'),
    ],
    folder,
  )

  expect(stale.map(({ file, difference }) => [file, difference])).toEqual([
    ['b.golden.json', 'line 2:\n- two\n+ 2'],
    ['c.golden.json', 'line 2:\n- more\n+ (end)'],
    ['d.golden.json', 'line 1:\n- \n+ new'],
  ])
})
