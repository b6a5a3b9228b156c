import { expect, test } from 'vitest'

import { setStage } from './stage.ts'
import { readable, settled, tabTo } from './visitor.ts'
import { setPages } from './visits.ts'

const stage = setStage()
const comeIn = setPages(stage)

test('by keyboard alone: from the navigation to what fell, to one loss, and to its criterion', async () => {
  const page = await comeIn('/')
  await tabTo(page, '.ac-nav a[href^="/giam-tieu-chi"]')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/giam-tieu-chi$/)
  await settled(page)
  expect(await readable(page, 'h1')).toBe(
    '12 tiêu chí của 11 đơn vị đạt ngày 31/3/2023 mà không còn đạt ngày 31/3/2024.',
  )
  expect(await readable(page, '.ac-nav [aria-current]')).toBe('Biến động')

  await tabTo(page, '.ac-filters input')
  await page.keyboard.type('dak to lung')
  await expect.poll(() => readable(page, '.ac-filters [role="status"]')).toBe('1/12 dòng')
  expect(await readable(page, '#danh-sach tbody')).toContain('Số liệu kém đi')
  expect(await readable(page, '#danh-sach tbody')).toContain('Nay 7,02 % (ngày 31/12/2023) so với mức 7 %')

  await tabTo(page, '#danh-sach tbody a')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/don-vi\/kt-\d+\?criterion=11$/)
  await settled(page)
  expect(await readable(page, 'h1')).toContain('Xã Đắk Tơ Lung')
  expect(await readable(page, 'main')).toContain('Nghèo đa chiều')
})

test('a cause and a department sift the losses, and the address keeps both', async () => {
  const page = await comeIn('/giam-tieu-chi')
  await page.getByRole('button', { name: 'số liệu kém đi' }).click()
  await expect.poll(() => readable(page, '.ac-filters [role="status"]')).toBe('2/12 dòng')
  await page.getByLabel('Cơ quan phụ trách').selectOption({ label: 'Sở Y tế' })
  await expect.poll(() => readable(page, '.ac-filters [role="status"]')).toBe('1/12 dòng')

  const again = await comeIn(new URL(page.url()).pathname + new URL(page.url()).search)

  expect(await readable(again, '#danh-sach tbody')).toContain('Xã Ngok Tem')
})

test('another first day and each year: the losses of the years add up to those told', async () => {
  const page = await comeIn('/giam-tieu-chi')
  await page.getByRole('button', { name: '31/3/2023' }).click()
  await page.getByRole('textbox', { name: 'Từ ngày nào' }).fill('31/5/2019')
  await page.keyboard.press('Enter')
  await page.waitForURL(/from=2019-05-31/)
  await settled(page)
  await page.getByRole('radio', { name: 'Từng năm' }).check({ force: true })
  await page.waitForURL(/step=year/)
  await page.getByRole('heading', { name: 'Từng năm: 6 khoảng' }).waitFor()
  const told = Number(/(\d+) lần/.exec(await readable(page, 'h1'))?.[1])

  const lost = await page
    .locator('section:has(> .ac-section-head) td[data-label="Không còn đạt"]')
    .allInnerTexts()

  expect(lost.reduce((sum, text) => sum + Number(text), 0)).toBe(told)
})

test('where nothing fell the page says that it is good, and leads to an earlier day', async () => {
  const page = await comeIn('/giam-tieu-chi?from=2022-06-30&on=2022-09-30')
  expect(await readable(page, '.ac-empty')).toContain('Đó là tin tốt')

  await page.getByRole('link', { name: 'Xem từ ngày 30/6/2021' }).click()

  await expect.poll(() => readable(page, 'h1')).toContain('30/6/2021')
})

test('from what fell to who is at risk: the rule, its check, and a unit by the set that judges it', async () => {
  const page = await comeIn('/giam-tieu-chi?on=2022-09-30')
  await page.getByRole('link', { name: 'Nguy cơ bị thu hồi' }).click()
  await page.waitForURL(/\/nguy-co-thu-hoi\?on=2022-09-30$/)
  await settled(page)
  expect(await readable(page, 'h1')).toBe('3 trong 35 đơn vị được công nhận đang ở mức bị xét thu hồi.')
  expect(await readable(page, 'main')).toContain('Chỉ quyết định của cơ quan có thẩm quyền mới thu hồi')
  expect(await readable(page, '.ac-risk-rule')).toContain('18/2022/QĐ-TTg')
  expect(await readable(page, '.ac-risk-rule')).toContain('chưa đối chiếu văn bản')

  await page.getByLabel('Nguy cơ').selectOption('risk')
  await expect.poll(() => page.locator('main tbody tr').count()).toBe(3)
  const name = await readable(page, 'main tbody a')
  await page.locator('main tbody a').first().click()
  await page.waitForURL(/\/don-vi\//)
  await settled(page)

  expect(await readable(page, 'h1')).toContain(name)
})

test('a rule is named by its document even where nobody is recognised', async () => {
  const page = await comeIn('/nguy-co-thu-hoi?unit=kt-23284')

  expect(await readable(page, '.ac-empty')).toContain('Chưa có công nhận nào còn hiệu lực')
  expect(await readable(page, '.ac-risk-rule')).toContain('18/2022/QĐ-TTg')
})
