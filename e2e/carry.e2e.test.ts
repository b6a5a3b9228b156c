import { expect, test } from 'vitest'

import { setStage } from './stage.ts'
import { readable, settled, tabTo } from './visitor.ts'
import { setPages } from './visits.ts'

const stage = setStage()
const comeIn = setPages(stage)

const sets = 'old=commune-2016-2020&new=commune-2021-2025&on=2022-09-30'
const carry = `/bo-tieu-chi/chuyen-ket-luan?${sets}`
const bar = '.ac-carry-bar'
const done = '.ac-carry-done'

test('by keyboard alone: from two sets compared to one commune carried over, seen there, and taken back', async () => {
  const page = await comeIn(`/bo-tieu-chi/so-sanh?${sets}`)
  await tabTo(page, '.ac-compare-form a[href*="chuyen-ket-luan"]')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/chuyen-ket-luan\?/)
  await settled(page)
  const before = await readable(page, 'h1')
  expect(before).toMatch(
    /^\d+ kết luận theo Xã NTM 2016-2020 chuyển được sang Xã NTM 2021-2025; 1\.\d+ kết luận chưa chuyển được\.$/,
  )
  const all = Number.parseInt(before, 10)
  expect(await page.locator('main :checked[type="checkbox"]').count()).toBe(0)

  await tabTo(page, '.ac-carry-filters input')
  await page.keyboard.type('ia dom')
  const found = () => readable(page, '.ac-filters [role="status"]')
  await expect.poll(found).toMatch(new RegExp(`^[1-9]/${all} kết luận$`))
  const n = Number.parseInt(await found(), 10)
  await tabTo(page, '.ac-carry-unit-tick input')
  await page.keyboard.press('Space')
  expect(await readable(page, bar)).toContain(`Đã chọn ${n} kết luận của 1 đơn vị.`)

  await tabTo(page, `${bar} [aria-haspopup]`)
  await page.keyboard.press('Enter')
  expect(await readable(page, 'dialog')).toContain('kết luận phải có người đọc lại')
  await tabTo(page, 'dialog input')
  await page.keyboard.type('Đã đối chiếu hai bộ.')
  await tabTo(page, 'dialog [type="submit"]')
  await page.keyboard.press('Enter')
  await page.locator(done).waitFor()
  expect(await readable(page, done)).toMatch(
    new RegExp(`^Đã chuyển ${n} kết luận của 1 đơn vị sang Xã NTM 2021-2025, mục \\d+ của sổ\\.`),
  )
  await settled(page)
  expect(await readable(page, 'h1')).toMatch(new RegExp(`^${all - n} kết luận`))

  const address = await page.locator(`${done} a`).getAttribute('href')
  const unit = await comeIn(`${address}&criterion=3`)
  const said = () => readable(unit, 'main')
  expect(await said()).toMatch(/Chuyển từ Xã NTM 2016-2020, tiêu chí 3 · mục sổ \d+/)

  await tabTo(page, `${done} button`)
  await page.keyboard.press('Enter')
  await expect.poll(() => readable(page, done)).toContain(`Đã rút lại ${n} kết luận`)
  await expect.poll(() => readable(page, 'h1')).toBe(before)
  await unit.reload()
  await settled(unit)
  expect(await readable(unit, 'main')).not.toContain('Chuyển từ')
})

test('a conclusion that was carried over is taken back on the page of its unit, long after', async () => {
  const page = await comeIn(`${carry}&unit=kt-618`)
  const box = page.getByRole('checkbox', { name: /^chọn cả xã Ia / }).first()
  expect(await box.count()).toBe(1)
  await page.locator('.ac-carry-unit .ac-table input').first().check()
  await page.locator(`${bar} [aria-haspopup]`).click()
  await page.locator('dialog [type="submit"]').click()
  const address = await page.locator(`${done} a`).getAttribute('href')
  await page.close()

  const unit = await comeIn(`${address}&criterion=3`)
  const back = unit.locator('main button').filter({ hasText: /^Rút lại$/ })
  await back.focus()
  await unit.keyboard.press('Enter')
  expect(await readable(unit, 'dialog')).toContain('Rút lại kết luận chuyển từ Xã NTM 2016-2020?')
  await unit.getByRole('button', { name: 'Giữ lại' }).click()
  expect(await back.evaluate((button) => button === document.activeElement)).toBe(true)
  await back.click()
  await unit.getByRole('button', { name: 'Rút lại kết luận này' }).click()
  await expect.poll(() => readable(unit, 'dialog')).toMatch(/^Đã rút lại, mục \d+ của sổ\./)
  expect(await unit.locator('dialog h2:focus').count()).toBe(1)
  await unit.locator('dialog').getByRole('button', { name: 'Đóng' }).click()
  await settled(unit)
  await expect.poll(() => readable(unit, 'main')).not.toContain('Chuyển từ Xã')
  expect(await unit.locator('main:focus').count()).toBe(1)
})

test('ticks and words stay while the server is away, and are recorded once it answers', async () => {
  const page = await comeIn(`${carry}&unit=kt-618`)
  await page.locator('.ac-carry-unit .ac-table input').first().check()
  await page.locator(`${bar} [aria-haspopup]`).click()
  await page.locator('dialog input').fill('Đã họp.')
  await page.context().setOffline(true)
  await page.locator('dialog [type="submit"]').click()
  expect(await page.getByRole('alert').innerText()).toContain('Chưa hỏi được máy chủ')
  expect(await page.locator('dialog input').inputValue()).toBe('Đã họp.')
  await page.getByRole('button', { name: 'Chưa chuyển', exact: true }).click()
  expect(await readable(page, bar)).toContain('Đã chọn 1 kết luận')

  await page.context().setOffline(false)
  await page.locator(`${bar} [aria-haspopup]`).click()
  expect(await page.locator('dialog input').inputValue()).toBe('Đã họp.')
  await page.locator('dialog [type="submit"]').click()
  await page.getByRole('button', { name: 'Rút lại' }).click()
  await expect.poll(() => readable(page, done)).toMatch(/^Đã rút lại 1 kết luận/)
})

test('what somebody else carried over meanwhile is named, nothing is written, and the rest may go on', async () => {
  const [mine, theirs] = [await comeIn(`${carry}&unit=kt-618`), await comeIn(`${carry}&unit=kt-618`)]
  await mine.locator('.ac-carry-unit-tick input').first().check()
  const ticked = Number((await readable(mine, bar)).match(/Đã chọn (\d+)/)?.[1])
  await theirs.locator('.ac-carry-unit .ac-table input').first().check()
  for (const page of [theirs, mine]) {
    await page.locator(`${bar} [aria-haspopup]`).click()
    await page.locator('dialog [type="submit"]').click()
    await page.locator(page === theirs ? done : 'dialog [role="alert"]').waitFor()
  }
  expect(await readable(mine, 'dialog [role="alert"]')).toContain('Xã Ia Đal: 3 Thủy lợi')

  await mine.getByRole('button', { name: 'Bỏ 1 kết luận này ra' }).click()
  await expect.poll(() => readable(mine, bar)).toContain(`Đã chọn ${ticked - 1} kết luận`)
  expect(await mine.locator(`${bar} [aria-haspopup]:focus`).count()).toBe(1)
  await mine.getByRole('button', { name: 'Bỏ chọn hết' }).click()
  await expect.poll(() => mine.locator(`${bar} :focus`).innerText()).toContain('Chưa chọn kết luận nào.')
  await theirs.getByRole('button', { name: 'Rút lại' }).click()
  await expect.poll(() => readable(theirs, done)).toMatch(/^Đã rút lại 1 kết luận/)
})

test('what may not be carried over says what would settle it, and where', async () => {
  const page = await comeIn(carry)
  await page.getByRole('radio', { name: /^Chưa chuyển được \(1\.\d+\)$/ }).check()
  await page.waitForURL(/show=not/)
  await settled(page)
  expect(await readable(page, 'main')).toMatch(/Chưa biết mức của bộ mới: \d+ kết luận/)

  const rows = page.locator('.ac-carry-not tbody > tr')
  expect(await rows.count()).toBeLessThan(60)
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await expect.poll(() => rows.count()).toBeGreaterThan(1000)
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))

  await page.getByRole('link', { name: 'Văn bản còn thiếu' }).click()
  await page.waitForURL(/\/van-ban-con-thieu\?.*set=commune-2021-2025/)
})

test('where there is nothing to carry over, or nothing is chosen, the page says why', async () => {
  const page = await comeIn(`${carry}&unit=kt-614`)
  expect(await readable(page, 'main')).toContain('Có thể đã chuyển hết, hoặc bộ mới yêu cầu khác đi.')
  await page.getByRole('button', { name: 'Xem những kết luận chưa chuyển được' }).click()
  await expect.poll(() => readable(page, 'main')).toContain('Đã có kết luận theo bộ mới: 114 kết luận')

  const before = await comeIn(
    '/bo-tieu-chi/chuyen-ket-luan?old=commune-2021-2025&new=commune-2026-2030&on=2017-01-05',
  )
  expect(await readable(before, 'main')).toContain('Chỉ chuyển được điều một cơ quan đã kết luận')
})
