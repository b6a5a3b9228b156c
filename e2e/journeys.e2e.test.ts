import { describe, expect, test } from 'vitest'

import { setStage } from './stage.ts'
import { optionsIn, readable, settled, tabTo, visit } from './visitor.ts'
import { setVisits } from './visits.ts'

const mostBytes = 320_000

const stage = setStage()
const { meet, comeIn } = setVisits(stage)

describe('the overview', () => {
  test('opens on 31/3/2024 and says what is true of it', async () => {
    const { page } = await comeIn('/')

    expect(await readable(page, 'h1')).toBe(
      '48/85 xã đạt đủ 19/19 tiêu chí; 42 xã có quyết định công nhận. Bình quân mỗi xã đạt 16 tiêu chí.',
    )
    expect(await readable(page, '.ac-time')).toContain('Đang xem ngày 31/3/2024 về hôm nay')
    expect(await readable(page, '.ac-lead')).toContain(
      'Trong 42 xã được công nhận có 4 xã nâng cao và 1 xã kiểu mẫu. 10 xã đạt đủ còn chờ quyết định.',
    )
  })

  test('every number of the sentence opens to its rows, and the same rows stand in the list', async () => {
    const { page } = await comeIn('/')
    await page.getByRole('button', { name: /^48\/85 xã đạt đủ/ }).click()
    await page.getByRole('button', { name: 'Xem 48 dòng' }).click()
    const panel = page.getByRole('region', { name: '48/85 xã đạt đủ 19/19 tiêu chí' })

    expect(await panel.getByRole('listitem').count()).toBe(48)

    await panel.getByRole('link', { name: 'Mở trong danh sách' }).click()
    await settled(page)

    expect(new URL(page.url()).searchParams.get('meets')).toBe('met')
    expect(await page.locator('tbody tr').count()).toBe(48)
    expect(await readable(page, 'tfoot')).toContain('Cộng 48 xã trong chương trình')
  })

  test('today says how little is known yet, and what the new units take over', async () => {
    const { page } = await comeIn('/')
    await page.getByRole('button', { name: 'về hôm nay' }).click()
    await page.waitForURL(/on=today/)
    await settled(page)

    expect(await readable(page, 'h1')).toMatch(/^Mới rõ \d+\/\d+ xã: /)
    expect(await readable(page, 'main')).toMatch(/\d+ đơn vị mới nhận lại \d+ xã cũ/)
    expect(await page.locator('.ac-diagram').innerText()).toContain('2/3')

    await page.goBack()
    await settled(page)

    expect(await readable(page, 'h1')).toContain('48/85')
  })
})

test('an area counts its own communes only, whatever the day', async () => {
  const { page } = await comeIn('/?unit=former:kt-62&on=today')
  const [, unknown = '', all = ''] =
    /([\d.]+) trên ([\d.]+) kết luận/.exec(await readable(page, '#tam-det')) ?? []

  expect(Number(all.replace('.', ''))).toBeGreaterThan(0)
  expect(Number(unknown.replace('.', ''))).toBeLessThanOrEqual(Number(all.replace('.', '')))
})

test('by keyboard alone: from the overview to a commune, to criterion 17, to the entry of the ledger', async () => {
  const { page } = await comeIn('/')
  await tabTo(page, '[role="grid"]')
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Home')
  for (let row = 0; row < 19; row++) await page.keyboard.press('ArrowUp')
  for (let row = 1; row < 17; row++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/don-vi\/kt-\d+\?criterion=17$/)
  await settled(page)

  expect(await readable(page, '.ac-criterion h3')).toMatch(/^17\. Môi trường và an toàn thực phẩm: /)

  await tabTo(page, '.ac-criterion-said .ac-open')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('region', { name: /^Mục \d+ của sổ$/ })
  const said = (await panel.innerText()).replaceAll('\u00a0', ' ')

  expect(said).toMatch(/Biết từ ngày\s+\d+\/\d+\/\d{4}/)
  expect(said).toMatch(/Người ghi\s+Người vận hành máy này/)
  expect(said).toMatch(/Mã băm\s+[0-9a-f]{64}/)

  await page.keyboard.press('Escape')

  expect(await panel.count()).toBe(0)
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('ac-open')
})

describe('the search', () => {
  test.each([
    ['ngoc lay', 'Xã Ngọc Lây', 'huyện Tu Mơ Rông, tỉnh Kon Tum'],
    ['Pờ Y', 'Xã Bờ Y', 'huyện Ngọc Hồi, tỉnh Kon Tum'],
    ['ia hdrai', "Huyện Ia H' Drai", 'tỉnh Kon Tum'],
    ['23488', 'Xã Đắk Ruồng', 'huyện Kon Rẫy, tỉnh Kon Tum'],
  ])('finds “%s”', async (text, name, place) => {
    const { page } = await comeIn('/')
    await page.keyboard.press('/')
    await page.keyboard.type(text)
    await expect.poll(async () => (await optionsIn(page))[0]).toBe(`${name}, ${place}`)

    await page.keyboard.press('Enter')
    await settled(page)

    expect(await readable(page, 'h1')).toContain(name)
  })

  test('tells the three Đắk Hà apart by their place', async () => {
    const { page } = await comeIn('/don-vi')
    await page.keyboard.press('/')
    await page.keyboard.type('dak ha')
    await expect
      .poll(async () => (await optionsIn(page)).slice(0, 3).toSorted())
      .toEqual([
        'Huyện Đắk Hà, tỉnh Kon Tum',
        'Thị trấn Đắk Hà, huyện Đắk Hà, tỉnh Kon Tum',
        'Xã Đắk Hà, huyện Tu Mơ Rông, tỉnh Kon Tum',
      ])
  })
})

describe('the time bar', () => {
  test('a day typed the way it is written changes every figure and stands in the address', async () => {
    const { page } = await comeIn('/')
    await page.getByRole('button', { name: '31/3/2024' }).click()
    await page.getByLabel('Số liệu tính đến ngày').last().fill('31/5/2019')
    await page.keyboard.press('Enter')
    await page.waitForURL(/on=2019-05-31/)
    await settled(page)

    expect(await readable(page, 'h1')).toContain(
      '18/86 xã đạt đủ 19/19 tiêu chí; 17 xã có quyết định công nhận',
    )
  })

  test('a day of knowledge turns the bar and gives what could be said then', async () => {
    const { page } = await comeIn('/')
    await page.getByRole('button', { name: 'hôm nay', exact: true }).click()
    await page.getByLabel('Theo những gì đã biết ngày').last().fill('31/12/2022')
    await page.keyboard.press('Enter')
    await page.waitForURL(/known=2022-12-31/)
    await settled(page)

    expect(await page.locator('.ac-time[data-known-past]').count()).toBe(1)
    expect(await readable(page, 'h1')).toContain('38/85 xã')

    await page.locator('.ac-time').getByRole('button', { name: 'về hôm nay' }).last().click()
    await page.waitForURL((address) => !address.searchParams.has('known'))
    await settled(page)

    expect(await readable(page, 'h1')).toContain('48/85 xã')
  })

  test('a day before the province and a unit that nobody knows are told, with a way out', async () => {
    const { page } = await comeIn('/?on=1980-01-01')
    await page.getByRole('alert').getByRole('link').click()
    await page.waitForURL(/on=1991-10-01/)

    await visit(page, '/don-vi/khong-co')

    expect(await readable(page, '[role="alert"]')).toContain('Không có đơn vị “khong-co”')
  })
})

describe('a unit', () => {
  test('says in three lines what is missing, what is in danger and what comes next', async () => {
    const { page } = await comeIn('/don-vi/kt-23488')
    const lines = await readable(page, '.ac-three')

    expect(await readable(page, 'h1')).toMatch(/^Xã Đắk Ruồng đạt \d+\/19 tiêu chí; \d+ chưa đạt\.$/)
    expect(lines).toMatch(/Còn thiếu .+ Nguy cơ .+ Việc tiếp theo .+/)
    expect(lines).toContain('Có quyết định công nhận (đạt chuẩn năm 2016), nay không đạt đủ.')
  })

  test('that is gone says when it was and leads there', async () => {
    const { page } = await comeIn('/don-vi/kt-23488?on=today')

    expect(await readable(page, 'h1')).toMatch(/^Xã Đắk Ruồng không có vào ngày /)

    await page.getByRole('link', { name: /Xem ngày cuối cùng/ }).click()
    await page.waitForURL(/on=2025-06-30/)
    await settled(page)

    expect(await readable(page, 'h1')).toMatch(/^Xã Đắk Ruồng đạt /)
    await page
      .getByRole('link', { name: /Kon Braih/ })
      .first()
      .click()
    await page.waitForURL(/qn-23497.*on=2025-07-01/)
  })
})

test('the list sifts by name without accents, sorts, and its foot adds up what is shown', async () => {
  const { page } = await comeIn('/don-vi')
  await page.getByLabel('Tên hoặc mã').fill('dak ru')
  await page.waitForURL(/text=dak/)

  expect(await page.locator('tbody tr').count()).toBe(1)

  await page.getByRole('button', { name: 'Bỏ lọc' }).click()
  await page.getByLabel('Huyện, thành phố').selectOption({ label: 'Huyện Kon Rẫy' })
  await page.getByRole('button', { name: 'Đạt, trên 19' }).click()
  const met = await page
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.flatMap((row) => /(\d+)\/19/.exec(row.textContent ?? '')?.[1] ?? []).map(Number),
    )

  expect(met).toHaveLength(6)
  expect(met).toEqual(met.toSorted((one, other) => one - other))
  expect(await readable(page, 'tfoot')).toContain(`${met.reduce((sum, each) => sum + each, 0)}/114`)
})

test('language and colours are chosen once and kept', async () => {
  const visitor = await meet()
  const { page } = visitor
  await page.goto('/')
  await settled(page)
  await page.getByRole('button', { name: 'English' }).click()
  await page.locator('html[lang="en"]').waitFor()

  expect(await readable(page, 'h1')).toContain('48/85 communes meet all 19 criteria; 42 hold a recognition.')
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')

  await page.getByRole('button', { name: 'Automatic' }).click()
  await page.getByText('Dark', { exact: true }).click()

  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(16, 21, 19)')

  await page.reload()
  await settled(page)

  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(16, 21, 19)')
})

test('a server that is gone is told, and the page goes on when it is back', async () => {
  const { page, context } = await comeIn('/')
  await context.setOffline(true)
  await page.getByRole('button', { name: 'về hôm nay' }).click()
  await page.getByRole('alert').waitFor()

  expect(await readable(page, '[role="alert"]')).toContain(
    'Chưa hỏi được máy chủ An Cư. Số liệu không bị ảnh hưởng.',
  )

  await context.setOffline(false)
  await page.getByRole('button', { name: 'Hỏi lại' }).click()
  await settled(page)

  expect(await readable(page, 'h1')).toContain('Mới rõ')
})

test('a first visit takes at most 320 kB over the line', async () => {
  const visitor = await meet()
  const line = await visitor.context.newCDPSession(visitor.page)
  let bytes = 0
  line.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await line.send('Network.enable')
  await visit(visitor.page, '/')
  await visitor.page.waitForLoadState('networkidle')

  process.stdout.write(`first visit: ${Math.round(bytes / 1000)} kB\n`)
  expect(bytes).toBeGreaterThan(100_000)
  expect(bytes).toBeLessThanOrEqual(mostBytes)
})
