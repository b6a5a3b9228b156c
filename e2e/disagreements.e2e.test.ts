import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'

import { setStage } from './stage.ts'
import { readable, settled, tabTo } from './visitor.ts'
import { setPages } from './visits.ts'

const stage = setStage()
const comeIn = setPages(stage)

async function openCount(page: Page): Promise<number> {
  return Number(/^\d+/.exec(await readable(page, 'h1'))?.[0])
}

test('by keyboard alone: a disagreement is found, reconciled, seen reconciled, and opened again', async () => {
  const page = await comeIn('/so-lieu-lech')
  const before = await openCount(page)
  await tabTo(page, '.ac-filters input')
  await page.keyboard.type('kroong')
  await expect.poll(() => page.locator('.ac-differ tbody tr').count()).toBe(1)

  await tabTo(page, '.ac-differ tbody button')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  expect(await readable(page, '.ac-differ-form')).toContain('Còn trống.')
  await page.keyboard.type('Thôn 3 đếm sót 3 hộ mới tách; số thẩm tra là đúng.')
  await page.keyboard.press('Tab')
  await page.keyboard.type('12/BB-UBND')
  await page.keyboard.press('Tab')
  await page.keyboard.type('15/3/2024')
  await page.keyboard.press('Enter')
  await page.locator('.ac-differ-done').waitFor()
  expect(await readable(page, '.ac-differ-done')).toMatch(/^Đã ghi chú làm rõ, mục \d+ của sổ: xã Kroong/)
  await settled(page)
  expect(await openCount(page)).toBe(before - 1)

  const later = await comeIn('/so-lieu-lech?state=reconciled')
  expect(await readable(later, '.ac-table-reason')).toMatch(/Thôn 3 đếm sót .*12\/BB-UBND ngày 15\/3\/2024/)

  await tabTo(page, '.ac-differ-done button')
  await page.keyboard.press('Enter')
  await expect.poll(() => readable(page, '.ac-differ-done')).toMatch(/^Đã rút ghi chú làm rõ/)
  await expect.poll(() => openCount(page)).toBe(before)
})

test('what was typed stays while the server cannot be reached, and is recorded once it can', async () => {
  const page = await comeIn('/so-lieu-lech?kind=villageSum')
  await page.locator('.ac-differ tbody button').first().click()
  await page.locator('.ac-differ-form input').first().fill('Đã kiểm tra lại tại thôn.')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Ghi chú làm rõ', exact: true }).click()
  expect(await page.getByRole('alert').innerText()).toContain('Chưa hỏi được máy chủ')
  expect(await page.locator('.ac-differ-form input').first().inputValue()).toBe('Đã kiểm tra lại tại thôn.')

  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Ghi chú làm rõ', exact: true }).click()
  await page.getByRole('button', { name: 'Hoàn tác' }).click()
  await expect.poll(() => readable(page, '.ac-differ-done')).toMatch(/^Đã rút ghi chú làm rõ/)
})

test('a note is not recorded on what somebody else has settled meanwhile; the words are kept in sight', async () => {
  const [mine, theirs] = [
    await comeIn('/so-lieu-lech?kind=villageSum'),
    await comeIn('/so-lieu-lech?kind=villageSum'),
  ]
  for (const [page, words] of [
    [mine, 'Điều tôi biết.'],
    [theirs, 'Điều họ biết.'],
  ] as const) {
    await page.locator('.ac-differ tbody button').last().click()
    await page.locator('.ac-differ-form input').first().fill(words)
  }
  await theirs.locator('.ac-differ-form [type="submit"]').click()
  await theirs.locator('.ac-differ-done').waitFor()

  await mine.locator('.ac-differ-form [type="submit"]').click()

  await expect.poll(() => readable(mine, '.ac-note')).toContain('“Điều tôi biết.”')
  expect(await mine.locator('.ac-differ-done').count()).toBe(0)
})

test('where nothing contradicts itself the page says so, and a row leads to the criterion of its unit', async () => {
  const none = await comeIn('/so-lieu-lech?on=2017-01-05')
  expect(await readable(none, 'h1')).toBe('Không có gì mâu thuẫn với nhau.')

  const page = await comeIn('/so-lieu-lech?kind=computedAttested')
  await page.locator('.ac-differ tbody th a').first().click()
  await settled(page)
  expect(page.url()).toMatch(/\/don-vi\/kt-\d+\?.*criterion=\d+/)
})
