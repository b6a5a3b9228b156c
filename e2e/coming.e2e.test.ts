import { expect, test } from 'vitest'

import { setStage } from './stage.ts'
import { readable, settled, tabTo } from './visitor.ts'
import { setPages } from './visits.ts'

const stage = setStage()
const comeIn = setPages(stage)

test('from a set whose text is wanted: nothing can be told yet, and which documents would tell', async () => {
  const page = await comeIn('/bo-tieu-chi/commune-2026-2030')
  await page.getByRole('link', { name: 'Nếu áp dụng bộ này' }).click()
  await page.waitForURL(/\/commune-2026-2030\/sap-ap-dung$/)
  await settled(page)
  expect(await readable(page, 'h1')).toContain('chưa thể nói bộ Xã NTM 2026-2030 sẽ làm thay đổi gì')
  expect(await readable(page, 'main tbody')).toContain('chưa có việc tự làm được')

  await page.getByRole('link', { name: 'Văn bản còn thiếu' }).first().click()
  await page.waitForURL(/\/van-ban-con-thieu\?set=commune-2026-2030$/)
})

test('by keyboard alone: another day, one unit, its three things, and its page by the set that comes', async () => {
  const page = await comeIn('/bo-tieu-chi/commune-2021-2025/sap-ap-dung?on=2022-09-30&unit=kt-614')
  expect(await readable(page, 'h1')).toContain(
    'từ ngày 30/9/2022 thì giữ 70 tiêu chí, mất 35, được thêm 2; 4 xã đã công nhận không còn đạt cả bộ.',
  )
  expect(await readable(page, '#don-vi')).toContain('không theo tiền')

  await tabTo(page, '.ac-span button')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Bộ mới thay bộ cũ từ ngày nào' }).fill('1/1/2023')
  await page.keyboard.press('Enter')
  await page.waitForURL(/from=2023-01-01/)
  await settled(page)
  expect(await readable(page, 'h1')).toContain('từ ngày 1/1/2023')

  await tabTo(page, '.ac-filters input')
  await page.keyboard.type('dak ruong')
  await expect.poll(() => readable(page, '.ac-filters [role="status"]')).toBe('1/6 đơn vị')
  await tabTo(page, '#don-vi tbody button')
  await page.keyboard.press('Enter')
  await expect.poll(() => readable(page, '#don-vi tbody')).toContain('Xã Đắk Ruồng nên làm trước')
  expect(await readable(page, '#don-vi tbody')).toContain('Xã Đắk Ruồng không còn đạt')

  await page.getByRole('link', { name: 'Xã Đắk Ruồng', exact: true }).click()
  await page.waitForURL(/\/don-vi\/kt-23488\?.*set=commune-2021-2025/)
})

test('a day that is over is refused in a sentence, and the earliest day possible is one press away', async () => {
  const page = await comeIn('/bo-tieu-chi/commune-2026-2030/sap-ap-dung?from=2020-01-01')
  expect(await readable(page, '[role="alert"]')).toContain('1/1/2020')

  await page.getByRole('button', { name: 'Lấy ngày sớm nhất có thể' }).click()

  await expect.poll(() => readable(page, '.ac-span')).toContain('15/2/2026')
})
