import { expect, test } from 'vitest'

import { groupsAnnex } from '@ancu/core/testing'

import { wordFile } from '../server/src/office/testing/files.ts'
import { bringAnnex } from './drafting-screens.ts'
import { setStage } from './stage.ts'
import { readable, settled } from './visitor.ts'
import { setVisits } from './visits.ts'

const stage = setStage(['--empty'])
const { comeIn } = setVisits(stage)
const begin = '/bo-tieu-chi/soan'

test('a Word annex becomes a published set: drafted by one person, checked by another', async () => {
  const { page } = await comeIn(begin)
  const lines = [
    'BỘ TIÊU CHÍ VỀ THÔN NÔNG THÔN MỚI GIAI ĐOẠN 2026-2030',
    '(Kèm theo Quyết định số 12/2026/QĐ-UBND ngày 05/01/2026 của UBND tỉnh Quảng Ngãi)',
  ]
  await page.getByLabel('Người soạn').fill('Y Lan')
  await page.locator('input[type="file"]').setInputFiles({
    name: 'phu-luc.docx',
    mimeType: 'application/octet-stream',
    buffer: wordFile(lines, [groupsAnnex]),
  })
  await page.getByRole('button', { name: 'Đọc phụ lục' }).click()
  await page.waitForURL(/\/soan\/d[0-9a-f]+$/)
  await settled(page)

  expect(await readable(page, 'h1')).toMatch(/^Đã đối chiếu 0\/4 chỉ tiêu; còn \d+ chỗ nghi vấn\.$/)
  const poor = page.getByRole('article', { name: 'Chỉ tiêu 1' })
  expect(await poor.getByRole('row', { name: /Nhóm 2/ }).innerText()).toMatch(/không quá 5%[\s\S]*5/)

  // A number of two meanings and a range are typed by the person.
  const labour = page.getByRole('article', { name: 'Chỉ tiêu 4' })
  await labour.getByRole('button', { name: 'Sửa' }).click()
  await labour.getByLabel('Nhóm 2', { exact: true }).fill('1.234')
  expect(await labour.locator('.ac-field-error').innerText()).toContain('Chưa hiểu “1.234”')
  await labour.getByLabel('Nhóm 2', { exact: true }).fill('30,5')
  await labour.getByLabel('Nhóm 3', { exact: true }).fill('tỉnh quy định')
  await labour.getByRole('button', { name: 'Ghi dòng này' }).click()
  await expect.poll(() => labour.getByRole('row', { name: /Nhóm 2/ }).innerText()).toMatch(/30,5/)

  for (const [nth, group] of ['nhom-mot', 'nhom-hai', 'nhom-ba'].entries()) {
    const groups = page.getByRole('group', { name: /^Nhóm đơn vị xét theo cột/ }).nth(nth)
    await groups.getByText('Nhóm không có trong danh sách').click()
    await groups.getByLabel('Mã nhóm mới').fill(group)
    expect(await groups.innerText()).toContain(`Chưa đơn vị nào thuộc nhóm “${group}”`)
    await groups.getByRole('button', { name: 'Thêm mã này' }).click()
    await page.getByRole('button', { name: 'Ghi cột này' }).click()
    await expect.poll(() => page.getByRole('button', { name: 'Ghi cột này' }).count()).toBe(0)
  }

  // F8 goes on, Enter says that it is right: no mouse is needed for the rest.
  await page.keyboard.press('F8')
  const walker = page.getByRole('region', { name: 'Đi qua từng chỗ nghi vấn' })
  for (let left = await doubtsLeft(); left > 0; left = await doubtsLeft()) {
    await page.keyboard.press('Enter')
    await expect.poll(doubtsLeft, { timeout: 10_000 }).toBe(left - 1)
  }
  async function doubtsLeft(): Promise<number> {
    const said = await readable(page, 'h1')
    return Number(/còn (\d+) chỗ/.exec(said)?.[1] ?? 0)
  }
  expect(await walker.count()).toBe(0)

  const first = page.getByRole('article', { name: 'Chỉ tiêu 1' })
  await first.getByRole('button', { name: 'Đã đối chiếu, đúng' }).click()
  expect(await first.getByRole('alert').innerText()).toContain('Người đối chiếu phải là người khác')
  expect(await first.getByRole('alert').innerText()).not.toContain('Ghi tên người đang làm')

  await page.getByLabel('Người đang làm').fill('A Thuận')
  for (let confirm = page.getByRole('button', { name: 'Đã đối chiếu, đúng' }); (await confirm.count()) > 0;) {
    const before = await confirm.count()
    await confirm.first().click()
    await expect.poll(() => confirm.count()).toBe(before - 1)
  }
  expect(await readable(page, 'h1')).toBe('Đã đối chiếu đủ 4 chỉ tiêu, không còn nghi vấn.')
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: /Tải thư mục YAML/ }).click()
  expect((await saved).suggestedFilename()).toBe('village-2026-2030.zip')
  await page.getByRole('button', { name: 'Công bố bản 1' }).click()
  const asked = page.getByRole('dialog', { name: 'Công bố bản 1 của bộ village-2026-2030?' })
  expect(await asked.innerText()).toContain('4 chỉ tiêu')
  await asked.getByRole('button', { name: 'Công bố', exact: true }).click()
  await page.getByText('Đã công bố thành bản 1 của bộ village-2026-2030').first().waitFor()

  const packs = await page.evaluate(async () => (await fetch('/api/packs/village-2026-2030')).text())
  expect(packs).toContain('"edition":1')

  await page.goto(begin)
  await page.locator('summary').getByText('1 bản đã công bố hoặc đã cất').click()
  await page.getByRole('cell', { name: 'đã công bố', exact: true }).waitFor()
})

test('by keyboard: the groups of a column are found without accents, and each says how many units it has', async () => {
  const { page } = await comeIn(begin)
  await bringAnnex(page)
  await settled(page)
  const groups = page.getByRole('group', { name: 'Nhóm đơn vị xét theo cột “Nhóm 1”' })
  await groups.getByLabel('Tìm nhóm, không cần dấu').focus()
  await page.keyboard.type('tay nguyen')
  await expect.poll(() => groups.getByRole('checkbox').count()).toBe(1)
  expect(await groups.getByRole('listitem').innerText()).toContain('vùng Tây Nguyên · 0 thôn')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.getByRole('button', { name: 'Ghi cột này' }).count()).toBe(0)
  await page.reload()
  await settled(page)
  expect(await groups.getByRole('checkbox', { name: /vùng Tây Nguyên/ }).isChecked()).toBe(true)
})

test('the focus goes into what opens, and back to the row that was written', async () => {
  const { page } = await comeIn(begin)
  await bringAnnex(page)
  await settled(page)
  const row = page.getByRole('article', { name: 'Chỉ tiêu 1.1' })
  const isFocused = async (label: string) =>
    row
      .getByRole('textbox', { name: label })
      .or(row.getByRole('combobox', { name: label }))
      .evaluate((one) => one === document.activeElement)
  await row.getByRole('button', { name: 'Sửa' }).press('Enter')
  expect(await isFocused('Số hiệu')).toBe(true)
  await row.getByRole('button', { name: 'Tìm chỉ số đo khác' }).press('Enter')
  expect(await isFocused('Tìm chỉ số đo khác')).toBe(true)
  await row.getByRole('button', { name: 'Ghi dòng này' }).press('Enter')
  await row.locator('.draft-editor').waitFor({ state: 'detached' })
  await expect
    .poll(() => row.getByRole('button', { name: 'Sửa' }).evaluate((one) => one === document.activeElement))
    .toBe(true)
  expect(await row.getByRole('button', { name: 'Sửa' }).isVisible()).toBe(true)
})

test('only where the name is missing is the name asked for', async () => {
  const { page } = await comeIn(begin)
  await bringAnnex(page)
  await settled(page)
  await page.getByLabel('Người đang làm').fill('')
  await page.getByRole('button', { name: 'Thêm tiêu chí' }).click()
  expect(await page.getByRole('alert').innerText()).toBe(
    'Chưa ghi tên người đang làm.\n\nGhi tên người đang làm ở đầu trang trước.',
  )
})

test('what another person has just changed is told, and what was typed stays', async () => {
  const { page } = await comeIn(begin)
  await bringAnnex(page)
  await settled(page)
  const row = page.getByRole('article', { name: 'Chỉ tiêu 1.2' })
  await row.getByRole('button', { name: 'Sửa' }).click()
  await row.getByLabel('Tên đúng như trong phụ lục').fill('Của tôi')
  const id = new URL(page.url()).pathname.split('/').at(-1)
  await page.evaluate(async (draft) => {
    const body = {
      commandId: crypto.randomUUID(),
      seen: 1,
      by: 'A Thuận',
      changes: [{ kind: 'indicator', key: 'i2', patch: { name: 'Của người khác' } }],
    }
    const headers = { 'content-type': 'application/json' }
    await fetch(`/api/drafts/${draft}/changes`, { method: 'POST', headers, body: JSON.stringify(body) })
  }, id)
  await row.getByRole('button', { name: 'Ghi dòng này' }).click()

  expect(await row.getByRole('alert').innerText()).toMatch(/A Thuận vừa sửa “1\.2” lúc \d\d:\d\d/)
  expect(await row.getByRole('row', { name: /Tên đúng/ }).innerText()).toContain('Của người khác')
  expect(await row.getByLabel('Tên đúng như trong phụ lục').inputValue()).toBe('Của tôi')

  await row.getByRole('button', { name: 'Ghi dòng này' }).click()
  await expect.poll(() => row.getByRole('row', { name: /Tên đúng/ }).innerText()).toContain('Của tôi')
})

test('a draft that is not wanted is laid aside, and taken up again', async () => {
  const { page } = await comeIn(begin)
  await bringAnnex(page)
  await settled(page)
  await page.getByRole('button', { name: 'Cất bản soạn này' }).click()
  await page.getByText('đã cất bản soạn này ngày').waitFor()
  expect(await page.locator('main form').count()).toBe(0)
  expect(await page.locator('main button').allInnerTexts()).toEqual([
    'Lấy lại bản soạn',
    'Tải thư mục YAML (.zip)',
  ])
  const colleague = await comeIn(new URL(page.url()).pathname)

  await page.getByRole('button', { name: 'Lấy lại bản soạn' }).click()
  await page.getByRole('button', { name: 'Cất bản soạn này' }).waitFor()
  await page.getByRole('article', { name: 'Chỉ tiêu 1.2' }).getByRole('button', { name: 'Sửa' }).click()
  await page.getByLabel('Tên đúng như trong phụ lục').fill('Sửa sau khi cất')
  await colleague.page.reload()
  await colleague.page.getByLabel('Người đang làm').fill('A Thut')
  await colleague.page.getByRole('button', { name: 'Cất bản soạn này' }).click()
  await colleague.page.getByText('đã cất bản soạn này ngày').waitFor()
  await page.getByRole('button', { name: 'Ghi dòng này' }).click()
  await page.getByText('A Thut đã cất bản soạn này ngày').waitFor()

  await page.getByRole('button', { name: 'Lấy lại bản soạn' }).click()
  await page.getByRole('button', { name: 'Cất bản soạn này' }).waitFor()
  await page.getByRole('button', { name: 'Ghi dòng này' }).click()
  const row = page.getByRole('article', { name: 'Chỉ tiêu 1.2' })
  await expect.poll(() => row.getByRole('row', { name: /Tên đúng/ }).innerText()).toContain('Sửa sau khi cất')
})

test('a file that is no annex is told with what to do', async () => {
  const { page } = await comeIn(begin)
  await page.getByLabel('Người soạn').fill('Y Lan')
  const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'cu.doc', mimeType: 'application/msword', buffer: old })
  await page.getByRole('button', { name: 'Đọc phụ lục' }).click()
  await page.getByRole('alert').waitFor()

  expect(await page.getByRole('alert').innerText()).toContain('chọn Lưu thành .docx')
})
