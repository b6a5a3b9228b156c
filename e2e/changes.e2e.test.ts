import { expect, test } from 'vitest'

import { setStage } from './stage.ts'
import { optionsIn, readable, settled, tabTo } from './visitor.ts'
import { setPages } from './visits.ts'

const stage = setStage()
const comeIn = setPages(stage)

test('by keyboard alone: from the sets to what Kon Rẫy loses under the newer one, and why', async () => {
  const page = await comeIn('/bo-tieu-chi?on=2022-09-30')
  await tabTo(page, 'main .ac-lead a[href*="so-sanh"]')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/bo-tieu-chi\/so-sanh/)
  await settled(page)
  const chosen = (field: string) => page.getByLabel(field, { exact: true }).locator('option:checked')
  expect(await chosen('Bộ cũ').innerText()).toBe('Xã NTM 2016-2020')
  expect(await chosen('Bộ mới').innerText()).toBe('Xã NTM 2021-2025')
  await tabTo(page, `#${await page.getByLabel('Nơi', { exact: true }).getAttribute('id')}`)
  const place = async () => (await chosen('Nơi').innerText()).replaceAll('\u00a0', ' ')
  for (let press = 0; press < 12 && (await place()) !== 'Huyện Kon Rẫy'; press++) {
    await page.keyboard.press('ArrowDown')
    await settled(page)
  }
  expect(await readable(page, 'h1')).toBe(
    'Huyện Kon Rẫy ngày 30/9/2022: 105 → 72 trên 114 tiêu chí; mất 35, được thêm 2; 4 xã đã công nhận không còn đạt cả bộ.',
  )
  expect(await readable(page, '.ac-compare-sum')).toMatch(/^105 .* − 35 .* \+ 2 .* = 72 /)

  await tabTo(page, 'button[aria-label*="Ruồng không còn đạt"]')
  await page.keyboard.press('Enter')
  await page.locator('.ac-unit-changes').waitFor()
  expect(await readable(page, '.ac-unit-changes h3')).toBe('Xã Đắk Ruồng không còn đạt 5 tiêu chí')
  expect(await page.locator('.ac-change-reason').allInnerTexts()).toContain(
    'Nay chưa đạt; trước đây không có chỉ tiêu này.',
  )
  await page.reload()
  await settled(page)
  expect(await page.locator('.ac-change').count()).toBe(5)
})

test('a commune is found by a few letters without accents, and compared', async () => {
  const page = await comeIn('/bo-tieu-chi/so-sanh?on=2022-09-30')
  await tabTo(page, '.ac-compare-form button')
  await page.keyboard.press('Enter')
  await page.keyboard.type('dak ruong')
  await expect.poll(() => optionsIn(page)).toEqual(['Xã Đắk Ruồng, huyện Kon Rẫy, tỉnh Kon Tum'])
  await page.keyboard.press('Enter')
  await page.waitForURL(/unit=kt-23488/)
  await expect
    .poll(() => readable(page, 'h1'))
    .toMatch(/^Xã Đắk Ruồng ngày 30\/9\/2022: .* mất 5, được thêm 0;/)
  const place = page.getByLabel('Nơi', { exact: true }).locator('option:checked')
  expect((await place.innerText()).replaceAll('\u00a0', ' ')).toBe('Xã Đắk Ruồng')
})

test('the causes of a comparison add up to what is lost and gained', async () => {
  const page = await comeIn('/bo-tieu-chi/so-sanh?on=2024-03-31')
  const numbers = (selector: string) =>
    page
      .locator(selector)
      .allInnerTexts()
      .then((cells) => cells.map((cell) => Number(cell.trim().replaceAll('.', ''))))
  const sum = (all: readonly number[]) => all.reduce((before, each) => before + each, 0)
  for (const column of ['Thay đổi', 'Không còn đạt', 'Đạt thêm']) {
    const cells = await numbers(`#nguyen-nhan tbody [data-label="${column}"]`)
    expect(cells.length).toBeGreaterThan(1)
    expect([sum(cells)]).toEqual(await numbers(`#nguyen-nhan tfoot [data-label="${column}"]`))
  }
})

test('a set alone for its units leads to no comparison but to what can be chosen', async () => {
  const page = await comeIn('/bo-tieu-chi/so-sanh?old=city-completed-2021-2025')
  expect(await readable(page, '.ac-empty')).toContain(
    'Chưa chọn bộ để so với Thành phố hoàn thành 2021-2025.',
  )
  expect(await page.getByLabel('Bộ mới').locator('option').allInnerTexts()).toEqual(['chọn bộ'])
})
