import { expect, test } from 'vitest'

import { flatten, languages } from '@ancu/core/text'

import en from '../../core/locales/en/cli.json' with { type: 'json' }
import vi from '../../core/locales/vi/cli.json' with { type: 'json' }
import { commands } from './app.ts'
import { run } from './run.ts'

async function told(...args: string[]) {
  let [out, err] = ['', '']
  const code = await run(commands, args, {
    environment: { AN_CU_DATA: '/no/such/folder/ever' },
    readStandardInput: async () => new Uint8Array(),
    write: (text) => (out += text),
    complain: (text) => (err += text),
  })
  return { code, out, err }
}

test.each([
  [['stauts'], 'Không có lệnh “stauts”. Xem an-cu --help.\n'],
  [['status', '--day', '2024-03-31'], 'Lệnh status không có lựa chọn “--day”. Xem an-cu status --help.\n'],
  [['status', '-x'], 'Lệnh status không có lựa chọn “-x”. Xem an-cu status --help.\n'],
  [['status', '--on'], 'Lựa chọn “--on” cần một giá trị. Xem an-cu status --help.\n'],
  [['status', '--on', '--json'], 'Lựa chọn “--on” cần một giá trị. Xem an-cu status --help.\n'],
  [['status', '--json=yes'], 'Lựa chọn “--json” không nhận giá trị. Xem an-cu status --help.\n'],
  [['status', '--on', '2024-03-31', '--on=2024-03-30'], 'Lựa chọn “--on” ghi hai lần.\n'],
  [['status', '--lang', 'fr'], '--lang là vi hoặc en, không phải “fr”.\n'],
  [['status', 'Kon Tum'], 'Lệnh status không nhận thêm “Kon Tum”. Xem an-cu status --help.\n'],
  [['explain'], 'Lệnh explain còn thiếu ĐƠN_VỊ. Xem an-cu explain --help.\n'],
  [['explain', ''], 'Lệnh explain còn thiếu ĐƠN_VỊ. Xem an-cu explain --help.\n'],
  [['explain', '--lang', 'en'], 'The command explain lacks UNIT. See an-cu explain --help --lang en.\n'],
  [['status', '--__proto__', 'x'], 'Lệnh status không có lựa chọn “--__proto__”. Xem an-cu status --help.\n'],
])('%j is no command line: code 2 and a sentence', async (args, err) => {
  expect(await told(...args)).toEqual({ code: 2, out: '', err })
})

test('a group of commands alone lists them', async () => {
  const { code, err } = await told('figures')

  expect(code).toBe(2)
  expect(err).toContain('figures add TỆP')
  expect(err).not.toContain('units find')
})

test.each(commands.map(({ words }) => words.join(' ')))('%s has help in both languages', async (words) => {
  const [vietnamese, english] = await Promise.all([
    told(...words.split(' '), '--help'),
    told(...words.split(' '), '--help', '--lang', 'en'),
  ])

  expect(vietnamese).toMatchObject({ code: 0, err: '' })
  expect(vietnamese.out).toContain(`Cách dùng: an-cu ${words}`)
  expect(english.out).toContain(`Usage: an-cu ${words}`)
  expect(english.out).not.toMatch(/[ăâđêôơưạảấầẩậắằẵặẹẻếềểệỉịọỏốồổỗộớờởợụủứừửữựỳỵỷỹ]{2,}\s/u)
})

test('everything is listed without a command', async () => {
  const { code, out } = await told()

  expect(code).toBe(0)
  for (const { words } of commands) expect(out).toContain(words.join(' '))
})

test('a seed that is none is refused, and no data are opened', async () => {
  expect(await told('world', 'check', '5x')).toEqual({
    code: 1,
    out: '',
    err: 'Mục “seed”: phải là số nguyên.\n',
  })
})

test('both languages say the same things with the same facts', () => {
  const [first, second] = [flatten(vi), flatten(en)]

  expect(languages).toEqual(['vi', 'en'])
  expect([...second.keys()]).toEqual([...first.keys()])
  for (const [key, text] of first) expect([key, factsOf(second.get(key) ?? '')]).toEqual([key, factsOf(text)])
})

function factsOf(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').toSorted()
}
