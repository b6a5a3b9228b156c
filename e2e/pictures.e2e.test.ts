import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'

import { layoutFaults } from './layout-faults.ts'
import { mainScreens, otherScreens, textKeys, type Screen } from './screens.ts'
import { setStage } from './stage.ts'
import { newVisitor, settled, visit, type Sight } from './visitor.ts'

const folder = process.env['AN_CU_PICTURES']
const keys = textKeys()
const everyWidthAndLanguage = ([390, 1280] as const).flatMap((width) =>
  (['vi', 'en'] as const).map((language) => ({ width, language })),
)

const stage = setStage()

if (folder !== undefined) mkdirSync(folder, { recursive: true })

test.each(everyWidthAndLanguage)(
  'every main screen at $width px in $language can be read by everybody, light and dark',
  async (sight) => {
    expect(await faultsOf(mainScreens, sight, ['light', 'dark'])).toEqual([])
  },
)

test.each([
  { width: 1280, scheme: 'light', language: 'vi' },
  { width: 390, scheme: 'dark', language: 'en' },
] as const)(
  'every other screen at $width px, $scheme, in $language can be read by everybody',
  async (sight) => {
    expect(await faultsOf(otherScreens, sight, [sight.scheme])).toEqual([])
  },
)

test('on paper the overview is light, whole and without what can only be pressed', async () => {
  const { page, context } = await newVisitor(stage.browser(), stage.address(), { scheme: 'dark' })
  await visit(page, '/')
  await page.emulateMedia({ media: 'print' })
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(ground).toBe('rgb(255, 255, 255)')
  await expect(page.locator('.ac-nav').isVisible()).resolves.toBe(false)
  await expect(page.locator('h1').isVisible()).resolves.toBe(true)
  if (folder !== undefined)
    await page.pdf({ path: join(folder, 'overview.pdf'), format: 'A4', preferCSSPageSize: true })
  await context.close()
})

type Looks = Pick<Sight, 'width' | 'language'>

/** Looks at each screen in each scheme, and leaves its picture: what cannot be read, and what axe finds. */
async function faultsOf(
  screens: readonly Screen[],
  { width, language }: Looks,
  schemes: readonly Sight['scheme'][],
): Promise<readonly string[]> {
  const { page, context, complaints } = await newVisitor(stage.browser(), stage.address(), {
    width,
    language,
  })
  const faults: string[] = []
  for (const { name, path, prepare, isRefused = false } of screens) {
    await visit(page, path)
    await prepare?.(page)
    await settled(page)
    const isShown = ((await page.getByRole('alert').count()) === 1) === isRefused
    if (!isShown) faults.push(`${name}: ${isRefused ? 'nothing' : 'something'} was refused`)
    for (const scheme of schemes) {
      await page.emulateMedia({ colorScheme: scheme })
      const picture = `${name}-${width}-${scheme}-${language}.png`
      if (folder !== undefined) await page.screenshot({ path: join(folder, picture), fullPage: true })
      const found = [...(await layoutFaults(page, keys)), ...(await axeFindings(page))]
      faults.push(...found.map((fault) => `${picture}: ${fault}`))
    }
  }
  await context.close()
  return [...faults, ...complaints]
}

async function axeFindings(page: Page): Promise<readonly string[]> {
  // As an expression of the debugger: the content security policy would not let it in as a script.
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    return await window.axe.run(document, { runOnly: tags, resultTypes: ['violations'] })
  })
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
}

declare global {
  interface Window {
    axe: typeof axe
  }
}
