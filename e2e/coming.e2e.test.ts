import { expect, test } from 'vitest'

import { bringAnnex, communesAnnexText } from './drafting-screens.ts'
import { setStage } from './stage.ts'
import { readable, settled, tabTo } from './visitor.ts'
import { setVisits } from './visits.ts'

const stage = setStage()
const visits = setVisits(stage)

async function comeIn(path: string, width: 390 | 1280 = 1280) {
  return (await visits.comeIn(path, { width })).page
}

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

test('the units are drawn by what they would lose, and read out by keyboard', async () => {
  const page = await comeIn('/bo-tieu-chi/commune-2021-2025/sap-ap-dung?on=2022-09-30')
  expect(await readable(page, '#so-do h2')).toBe('85 trong 85 xã mất ít nhất một tiêu chí')
  expect(await readable(page, '#so-do figcaption')).toContain('Sơ đồ, không phải bản đồ')
  expect(await page.locator('#so-do [role="option"]').count()).toBe(85)

  await page.locator('#so-do [role="listbox"]').focus()
  await page.keyboard.type('dak ruong')
  await expect
    .poll(() => readable(page, '#so-do .ac-diagram-says'))
    .toMatch(/^Xã Đắk Ruồng, Kon Rẫy · giữ \d+, mất 5, được thêm 0; còn 0 trên 19 tiêu chí chưa rõ/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/don-vi\/kt-23488\?.*set=commune-2021-2025/)
})

test('on a phone the units lie folded by district, open where one is looked for, and all of them on paper', async () => {
  const page = await comeIn('/bo-tieu-chi/commune-2021-2025/sap-ap-dung?on=2022-09-30', 390)
  const folds = page.locator('#don-vi details')
  const rows = page.locator('#don-vi tbody > tr')
  expect(await folds.count()).toBe(10)
  expect(await rows.filter({ visible: true }).count()).toBe(0)
  expect((await folds.locator('summary').allInnerTexts()).join('\n').replaceAll('\u00a0', ' ')).toContain(
    'Huyện Kon Rẫy\n6 xã; giữ 70, mất 35, chưa rõ 0',
  )

  await folds.filter({ hasText: 'Huyện Kon Rẫy' }).locator('summary').click()
  expect(await rows.filter({ visible: true }).count()).toBe(6)
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await expect.poll(() => rows.filter({ visible: true }).count()).toBe(85)
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await expect.poll(() => folds.count()).toBe(10)

  await page.getByLabel('Tìm tên, không cần dấu').fill('dak ruong')
  await expect.poll(() => folds.count()).toBe(0)
  expect(await rows.filter({ visible: true }).count()).toBe(1)
})

test('a draft tells what it lacks, and once it is right what it would change for each commune', async () => {
  const page = await comeIn('/bo-tieu-chi/soan')
  await bringAnnex(page, communesAnnexText)
  await settled(page)
  expect(await readable(page, 'main')).toContain(
    'Chưa xem được ảnh hưởng tới các xã: bản soạn còn 1 chỗ chưa đúng.',
  )
  await page.goto(`${page.url()}/sap-ap-dung`)
  await settled(page)
  expect(await readable(page, '[role="alert"]')).toContain(
    'Chưa xem trước được: bản soạn còn 1 chỗ chưa đúng.',
  )

  await page.getByRole('link', { name: 'Chỉ số đo Tỷ lệ nghèo đa chiều' }).click()
  await page.waitForURL(/\/soan\/d[0-9a-f]+#dong-measure-/)
  await page.getByLabel('Đơn vị, hoặc thứ được đếm').fill('hộ')
  await page.locator('[id^="dong-measure"] button[type="submit"]').click()
  await page.getByRole('link', { name: 'Xem ảnh hưởng tới các xã' }).click()
  await page.waitForURL(/\/sap-ap-dung$/)
  await settled(page)

  expect(await readable(page, '.ac-note')).toMatch(
    /^Bản soạn, chưa công bố\. Còn 3 chỉ tiêu chưa đối chiếu, \d+ chỗ nghi vấn;/,
  )
  expect(await readable(page, '#so-do figcaption')).toContain('Sơ đồ, không phải bản đồ')
  expect(await page.locator('#don-vi tbody > tr').count()).toBe(85)
  await page.getByRole('link', { name: 'Xã Đắk Ruồng', exact: true }).click()
  await page.waitForURL(/\/don-vi\/kt-23488$/)

  await page.goBack()
  await page.getByRole('link', { name: 'Trở lại bản soạn' }).click()
  await page.getByRole('button', { name: 'Cất bản soạn này' }).click()
  await page.getByText('đã cất bản soạn này ngày').waitFor()
  await page.getByRole('link', { name: 'Xem ảnh hưởng tới các xã' }).click()
  await page.waitForURL(/\/sap-ap-dung$/)
  await expect.poll(() => readable(page, '.ac-note')).toMatch(/^Bản soạn này đã cất, không dùng nữa;/)
})
