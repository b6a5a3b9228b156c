import type { Browser, BrowserContext, Page } from 'playwright-core'

export type Language = 'vi' | 'en'

export type Sight = {
  readonly width: 390 | 1280
  readonly scheme: 'light' | 'dark'
  readonly language: Language
}

export type Visitor = {
  readonly page: Page
  readonly context: BrowserContext
  /** Every address that was asked for, by the page or by anything in it. */
  readonly asked: readonly string[]
  /** What the page threw or complained of. */
  readonly complaints: readonly string[]
}

const usual: Sight = { width: 1280, scheme: 'light', language: 'vi' }

/** A browser that has never been here. */
export async function newVisitor(
  browser: Browser,
  address: string,
  given: Partial<Sight> = {},
): Promise<Visitor> {
  const { width, scheme, language } = { ...usual, ...given }
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width, height: width === 390 ? 844 : 800 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    hasTouch: width === 390,
  })
  await context.addInitScript((chosen) => {
    const key = 'an-cu-language'
    if (localStorage.getItem(key) === null) localStorage.setItem(key, chosen)
  }, language)
  const asked: string[] = []
  const complaints: string[] = []
  context.on('request', (request) => asked.push(request.url()))
  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  return { page, context, asked, complaints }
}

/** Goes to an address and waits until the screen stands: its heading is there and nothing is under way. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await settled(page)
}

export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor({ state: 'attached' })
  await page.waitForFunction(
    () =>
      document.querySelector('.ac-loading, [aria-busy="true"], [data-loading="true"]') === null &&
      !document.getAnimations().some((one) => one instanceof CSSTransition && one.playState === 'running'),
  )
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  // What is drawn to the width of its place is measured in one frame and drawn in the next.
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise((drawn) => requestAnimationFrame(drawn))
  })
}

/** Text as it is read: no-break spaces are spaces. */
export async function readable(page: Page, selector: string): Promise<string> {
  const text = await page.locator(selector).first().innerText()
  return text.replaceAll('\u00a0', ' ').replaceAll(/\s+/g, ' ').trim()
}

/** Presses Tab until what has the focus fits; throws after so many presses. */
export async function tabTo(page: Page, selector: string, mostPresses = 120): Promise<void> {
  for (let press = 0; press < mostPresses; press++) {
    await page.keyboard.press('Tab')
    const isThere = await page.evaluate(
      (wanted) => document.activeElement?.matches(wanted) === true,
      selector,
    )
    if (isThere) return
  }
  throw new Error(`Tab never reached ${selector}`)
}

/** What the search has found, best first: "Xã Đắk Hà, huyện Tu Mơ Rông, tỉnh Kon Tum". */
export async function optionsIn(page: Page): Promise<readonly string[]> {
  const found = await page.locator('dialog [role="option"]').allInnerTexts()
  return found.map((text) => text.replaceAll('\u00a0', ' ').split('\n').slice(0, 2).join(', '))
}
