import type { Page } from 'playwright-core'

/** An annex with most of what an annex has: groups of units, years, a condition in a cell, an empty cell. */
export const annexText = [
  'PHỤ LỤC',
  'BỘ TIÊU CHÍ VỀ THÔN NÔNG THÔN MỚI GIAI ĐOẠN 2026-2030',
  '(Kèm theo Quyết định số 12/2026/QĐ-UBND ngày 05 tháng 01 năm 2026 của UBND tỉnh Quảng Ngãi)',
  'TT\tTên tiêu chí\tNội dung tiêu chí\tĐơn vị tính\tNhóm 1\tNhóm 2',
  'I. HẠ TẦNG\t\t\t\t\t',
  '1\tĐiện\t1.1. Tỷ lệ hộ sử dụng điện thường xuyên, an toàn\t%\t≥ 99\t≥ 98,5',
  '\t\t1.2. Có quy ước về sử dụng điện\t\tĐạt\tĐạt',
  '2\tTrường học\tTỷ lệ trường học đạt chuẩn\t%\t100% (≥70% đạt mức độ 1)\t100% (≥50% đạt mức độ 1)',
  '3\tHộ nghèo\tTỷ lệ hộ nghèo\t%\tdưới 5\tkhông quá 7,5',
  '4\tThu nhập\tThu nhập bình quân đầu người\ttriệu đồng/người/năm\tNăm 2026: 47; Năm 2027: 50,5\t',
].join('\n')

/** An annex for communes that lacks one thing only: what its own measure counts. */
export const communesAnnexText = [
  'PHỤ LỤC',
  'BỘ TIÊU CHÍ VỀ XÃ NÔNG THÔN MỚI GIAI ĐOẠN 2022-2025',
  '(Kèm theo Quyết định số 12/2022/QĐ-UBND ngày 05 tháng 10 năm 2022 của UBND tỉnh Kon Tum)',
  'TT\tTên tiêu chí\tNội dung tiêu chí\tĐơn vị tính\tMức',
  '1\tQuy hoạch\t1.1. Có quy hoạch chung xây dựng xã được phê duyệt\t\tĐạt',
  '2\tGiao thông\t2.1. Tỷ lệ đường xã được nhựa hóa hoặc bê tông hóa\t%\t≥ 70',
  '3\tHộ nghèo\tTỷ lệ nghèo đa chiều\t%\t≤ 13',
].join('\n')

/** From the page that takes annexes to the draft of one. */
export async function bringAnnex(page: Page, text = annexText): Promise<void> {
  await page.locator('form.draft-form input').first().fill('Y Lan')
  await page.locator('textarea').fill(text)
  await page.locator('form.draft-form button[type="submit"]').click()
  await page.waitForURL(/\/soan\/d[0-9a-f]+$/)
}

/** To what the draft of communes would change, still wrong or mended. */
async function lookAhead(page: Page, isMended: boolean): Promise<void> {
  await bringAnnex(page, communesAnnexText)
  const ahead = `${new URL(page.url()).pathname}/sap-ap-dung`
  if (isMended) {
    await page.locator('[id^="dong-measure"] input').last().fill('hộ')
    await page.locator('[id^="dong-measure"] button[type="submit"]').click()
    await page.locator(`a[href="${ahead}"]`).waitFor()
  }
  await page.goto(ahead)
  await page.locator('.ac-note').first().waitFor()
}

/** The draft laid aside, and what it would change all the same. */
async function layAside(page: Page): Promise<void> {
  await bringAnnex(page)
  await page.locator('#cat-ban-soan button').click()
  await page.locator('#cat-ban-soan').waitFor({ state: 'detached' })
}

async function lookAheadAside(page: Page): Promise<void> {
  await lookAhead(page, true)
  await page.goBack()
  await page.locator('#cat-ban-soan button').click()
  await page.locator('#cat-ban-soan').waitFor({ state: 'detached' })
  await page.goForward()
  await page.locator('.ac-coming-mark').waitFor()
}

async function openRow(page: Page): Promise<void> {
  await bringAnnex(page)
  await page.locator('article .draft-row-acts button[aria-expanded]').nth(2).click()
  await page.locator('.draft-editor').waitFor()
}

/** A code of a group that no list has. */
async function addGroup(page: Page): Promise<void> {
  await bringAnnex(page)
  await page.locator('.draft-groups summary').first().click()
  await page.locator('.draft-groups details input').first().fill('nhom-4')
}

/** As screens are named: the page that takes annexes, a draft, and a row of it being changed. */
export const draftingScreens = [
  { name: 'draft-begin', path: '/bo-tieu-chi/soan' },
  { name: 'draft', path: '/bo-tieu-chi/soan', prepare: bringAnnex },
  { name: 'draft-editing', path: '/bo-tieu-chi/soan', prepare: openRow },
  { name: 'draft-groups', path: '/bo-tieu-chi/soan', prepare: addGroup },
  { name: 'draft-aside', path: '/bo-tieu-chi/soan', prepare: layAside },
  { name: 'draft-ahead-aside', path: '/bo-tieu-chi/soan', prepare: lookAheadAside },
  { name: 'draft-ahead', path: '/bo-tieu-chi/soan', prepare: (page: Page) => lookAhead(page, true) },
  {
    name: 'draft-ahead-wrong',
    path: '/bo-tieu-chi/soan',
    isRefused: true,
    prepare: (page: Page) => lookAhead(page, false),
  },
] as const
