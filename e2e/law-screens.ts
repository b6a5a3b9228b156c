import type { Page } from 'playwright-core'

const set = '/bo-tieu-chi/commune-2021-2025'
const compare = '/bo-tieu-chi/so-sanh'
const carry =
  '/bo-tieu-chi/chuyen-ket-luan?old=commune-2016-2020&new=commune-2021-2025&on=2022-09-30&unit=kt-618'
const konRay = 'old=commune-2016-2020&new=commune-2021-2025&on=2022-09-30&unit=kt-614'

/** As screens are named: what a reader of the law sees first. */
export const lawScreens = [{ name: 'set', path: set }] as const

/** A set of another kind, what opens, what is refused, and the form that fills a level. */
export const otherLawScreens = [
  { name: 'sets', path: '/bo-tieu-chi' },
  { name: 'missing', path: '/van-ban-con-thieu' },
  { name: 'set-villages', path: '/bo-tieu-chi/village-kontum-2022-2025' },
  { name: 'set-coming', path: '/bo-tieu-chi/commune-2026-2030' },
  { name: 'set-apply', path: '/bo-tieu-chi/commune-2026-2030', prepare: typeDay },
  { name: 'set-missing', path: `${set}?only=missing` },
  { name: 'set-none', path: `${set}?text=zzz` },
  { name: 'set-unknown', path: '/bo-tieu-chi/khong-co', isRefused: true },
  {
    name: 'set-level',
    path: `${set}?text=thu+nhap`,
    prepare: pressing('.ac-annex-level button'),
  },
  { name: 'set-more', path: `${set}?text=17`, prepare: pressing('.ac-annex-name button') },
  { name: 'compare', path: compare },
  { name: 'compare-district', path: `${compare}?${konRay}&open=kt-23488&show=criteria,departments` },
  { name: 'compare-open', path: `${compare}?old=city-completed-2021-2025` },
  { name: 'compare-refused', path: `${compare}?old=khong-co&new=commune-2021-2025`, isRefused: true },
  { name: 'carry', path: carry, prepare: pressing('.ac-carry-unit-tick input') },
  { name: 'carry-not', path: `${carry}&show=not` },
  { name: 'carry-none', path: carry.replace('kt-618', 'kt-614') },
  { name: 'carry-confirm', path: carry, prepare: openConfirmation },
  { name: 'coming-untold', path: '/bo-tieu-chi/commune-2026-2030/sap-ap-dung?on=today' },
  { name: 'coming-district', path: `${set}/sap-ap-dung?on=2022-09-30&unit=kt-614&open=kt-23488` },
  { name: 'coming-same', path: `${set}/sap-ap-dung` },
  {
    name: 'coming-refused',
    path: '/bo-tieu-chi/commune-2026-2030/sap-ap-dung?from=2020-01-01',
    isRefused: true,
  },
  { name: 'missing-set', path: '/van-ban-con-thieu?set=commune-advanced-2021-2025' },
  { name: 'fill', path: `${set}/ghi-muc?key=2.1` },
  {
    name: 'fill-faults',
    path: `${set}/ghi-muc?key=2.1`,
    isRefused: true,
    prepare: pressing('.ac-fill [type="submit"]'),
  },
  { name: 'fill-preview', path: `${set}/ghi-muc?key=2.1`, prepare: fillIn },
  { name: 'unit-prerequisite', path: '/don-vi/kt-23488?set=commune-model-2021-2025' },
  { name: 'unit-incomplete', path: '/don-vi/kt-23488?set=commune-2026-2030&criterion=3' },
  { name: 'unit-village-set', path: '/don-vi/kt-23488-t03?set=village-kontum-2022-2025' },
  { name: 'unit-district-set', path: '/don-vi/kt-614?set=district-2021-2025' },
  { name: 'disagreements', path: '/so-lieu-lech' },
  {
    name: 'disagreements-form',
    path: '/so-lieu-lech?kind=villageSum',
    prepare: pressing('.ac-differ tbody button'),
  },
  { name: 'disagreements-none', path: '/so-lieu-lech?on=2017-01-05' },
  { name: 'disagreements-past', path: '/so-lieu-lech?known=2024-06-30' },
  { name: 'fallen', path: '/giam-tieu-chi' },
  { name: 'fallen-years', path: '/giam-tieu-chi?from=2019-05-31&step=year' },
  { name: 'fallen-sifted', path: '/giam-tieu-chi?from=2019-05-31&cause=figureFell%2BlevelRose' },
  { name: 'fallen-none', path: '/giam-tieu-chi?from=2022-06-30&on=2022-09-30' },
  { name: 'fallen-backwards', path: '/giam-tieu-chi?from=2025-01-01', isRefused: true },
  { name: 'fallen-refused', path: '/giam-tieu-chi?from=2010-01-01', isRefused: true },
  { name: 'risk', path: '/nguy-co-thu-hoi?on=2022-09-30' },
  { name: 'risk-possible', path: '/nguy-co-thu-hoi?status=possible' },
  { name: 'risk-no-rule', path: '/nguy-co-thu-hoi?on=2017-01-05' },
  { name: 'risk-nobody', path: '/nguy-co-thu-hoi?unit=kt-23284' },
  { name: 'risk-refused', path: '/nguy-co-thu-hoi?unit=khong-co', isRefused: true },
] as const

function pressing(selector: string): (page: Page) => Promise<void> {
  return (page) => page.locator(selector).first().click()
}

/** One level by its decision, as far as what it would change. */
async function fillIn(page: Page): Promise<void> {
  for (const [field, text] of [
    ['muc-number', '29/2022/QĐ-UBND'],
    ['muc-day', '15/8/2022'],
    ['muc-issuer', 'UBND tỉnh Kon Tum'],
  ] as const) {
    await page.locator(`#${field}`).fill(text)
  }
  await page.locator('.ac-fill-level input[inputmode="decimal"]').fill('70,5')
  await page.locator('.ac-fill [type="submit"]').click()
  await page.locator('.ac-preview').waitFor()
}

/** The day from which a set is applied, as far as what it means. */
async function typeDay(page: Page): Promise<void> {
  await page.locator('.ac-apply-open').click()
  await page.locator('#ap-dung-from').fill('1/7/2026')
  await page.locator('.ac-apply [role="status"] b').waitFor()
}

/** One unit ticked, and what would be recorded of it. */
async function openConfirmation(page: Page): Promise<void> {
  await page.locator('.ac-carry-unit-tick input').first().click()
  await page.locator('.ac-carry-bar [aria-haspopup]').click()
}
