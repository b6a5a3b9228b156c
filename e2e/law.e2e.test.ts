import { expect, test } from 'vitest'

import { setStage } from './stage.ts'
import { readable, settled, tabTo } from './visitor.ts'
import { setPages } from './visits.ts'

const stage = setStage()
const comeIn = setPages(stage)

test('by keyboard alone: a level that the province decided is found, filled, and seen in the set', async () => {
  const page = await comeIn('/bo-tieu-chi')
  const typed = async (selector: string, text: string) => {
    await tabTo(page, selector)
    await page.keyboard.press('Control+A')
    await page.keyboard.type(text)
  }
  await tabTo(page, 'main h1 a')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/bo-tieu-chi\/commune-2021-2025$/)
  await settled(page)
  expect(await readable(page, 'h1')).toContain('19 tiêu chí, 57 chỉ tiêu')

  await typed('input[type="text"]', 'duong xa duoc nhua')
  await expect.poll(() => readable(page, '.ac-filters [role="status"]')).toBe('1/57 chỉ tiêu')
  await tabTo(page, '.ac-annex-level button')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('region', { name: 'Chỉ tiêu 2.1, mọi cột: tỉnh chưa quy định' })
  expect(await panel.innerText()).toContain('chưa đối chiếu văn bản')
  await tabTo(page, '.ac-level-source a[href*="ghi-muc"]')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/ghi-muc\?key=2\.1/)
  await settled(page)

  await typed('#muc-number', '29/2022/QĐ-UBND')
  await typed('#muc-day', '15/8/2022')
  await typed('#muc-issuer', 'UBND tỉnh Kon Tum')
  await typed('.ac-fill-level input[inputmode="decimal"]', '70,5551')
  await page.keyboard.press('Enter')
  expect(await page.getByRole('alert').innerText()).toContain('1 chỗ cần sửa')
  await typed('.ac-fill-level input[inputmode="decimal"]', '70,5')
  await page.keyboard.press('Enter')
  await page.locator('.ac-preview').waitFor()
  expect(await readable(page, '.ac-preview h2')).toMatch(/^Nếu ghi: \d+ kết luận tính từ số liệu đổi$/)

  await tabTo(page, '.ac-preview button')
  await page.keyboard.press('Enter')
  await page.locator('.ac-done-links').waitFor()
  expect(await readable(page, 'h1')).toMatch(/^Đã ghi 1 mức, mục \d+ của sổ\.$/)

  await tabTo(page, '.ac-done-links a')
  await page.keyboard.press('Enter')
  await page.locator('.ac-annex-decided').waitFor()
  expect(await readable(page, '.ac-annex-level')).toBe('≥ 70,5 % tỉnh quy định')
})

test('a level is undone by an entry more, and the set is as it was', async () => {
  const page = await comeIn('/bo-tieu-chi/commune-2021-2025/ghi-muc?key=2.2')
  const before = await readable(await comeIn('/bo-tieu-chi/commune-2021-2025?text=2.2'), '.ac-annex-level')
  await page.locator('#muc-number').fill('29/2022/QĐ-UBND')
  await page.locator('#muc-day').fill('15/8/2022')
  await page.locator('#muc-issuer').fill('UBND tỉnh Kon Tum')
  await page.locator('.ac-fill-level input[inputmode="decimal"]').fill('60')
  await page.getByRole('button', { name: 'Xem trước thay đổi' }).click()
  await page.getByRole('button', { name: 'Ghi 1 mức' }).click()
  await page.getByRole('button', { name: 'Hoàn tác' }).click()
  await expect.poll(() => readable(page, 'h1')).toMatch(/^Đã rút 1 mức vừa ghi, mục \d+ của sổ\./)
  expect(await readable(await comeIn('/bo-tieu-chi/commune-2021-2025?text=2.2'), '.ac-annex-level')).toBe(
    before,
  )
})

test('the wanted documents lead from the most awaited to the form that fills it', async () => {
  const page = await comeIn('/van-ban-con-thieu')
  expect(await readable(page, 'h1')).toMatch(/^[\d.]+ trong [\d.]+ kết luận chưa rõ chỉ còn chờ văn bản\.$/)
  await page.getByRole('link', { name: 'Ghi mức' }).first().click()
  await settled(page)
  expect(await readable(page, 'h1')).toContain('Ghi mức do tỉnh quy định')
})

test('on paper a set is whole, on wide sheets, without what can only be pressed', async () => {
  const page = await comeIn('/bo-tieu-chi/commune-2021-2025')
  await page.emulateMedia({ media: 'print' })

  expect(await page.locator('.ac-filters').isVisible()).toBe(false)
  expect(await page.locator('.ac-annex tbody th[scope="row"]').count()).toBeGreaterThan(57)
  expect(
    await page.evaluate(() => getComputedStyle(document.querySelector('.ac-annex') as Element).page),
  ).toBe('annex')
})

test('the list of units is sifted with every letter that is typed, and the field keeps the focus', async () => {
  const page = await comeIn('/don-vi')
  await tabTo(page, '.ac-filters input')
  await page.keyboard.type('ngoc lay')
  await expect.poll(() => page.locator('tbody tr').count()).toBe(1)

  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
  expect(await page.locator('.ac-filters input').inputValue()).toBe('ngoc lay')

  await page.getByRole('button', { name: 'Bỏ lọc' }).click()

  await expect.poll(() => page.locator('.ac-filters input').inputValue()).toBe('')
})

test('by keyboard alone: from which day the province applies a set is recorded', async () => {
  const page = await comeIn('/bo-tieu-chi/commune-2026-2030')
  await tabTo(page, '.ac-apply-open')
  await page.keyboard.press('Enter')
  await page.keyboard.type('32/1/2026')
  await page.keyboard.press('Enter')
  expect(await readable(page, '.ac-field-error')).toContain('không phải một ngày')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('1/7/2026')
  await expect
    .poll(() => readable(page, '.ac-apply [role="status"]'))
    .toMatch(/^Từ ngày 1\/7\/2026, xã được xét/)
  await expect.poll(() => readable(page, '.ac-apply [role="status"]')).toContain('thay cho bộ')
  await page.keyboard.press('Tab')
  await page.keyboard.type('12/2026/QĐ-UBND')
  await page.keyboard.press('Enter')
  await page.locator('.ac-apply-done').waitFor()
  expect(await readable(page, '.ac-apply-done')).toMatch(/từ ngày 1\/7\/2026, mục \d+ của sổ\.$/)
  expect(await page.locator('.ac-apply-done').evaluate((one) => one === document.activeElement)).toBe(true)
  await expect.poll(() => readable(page, '.ac-lead')).toContain('Tỉnh áp dụng từ ngày 1/7/2026')
})
