import { join } from 'node:path'

import { expect, test } from 'vitest'

import { faultsOf, picturesFolder } from './looks.ts'
import { mainScreens } from './screens.ts'
import { setStage } from './stage.ts'
import { newVisitor, visit } from './visitor.ts'

const everyWidthAndLanguage = ([390, 1280] as const).flatMap((width) =>
  (['vi', 'en'] as const).map((language) => ({ width, language })),
)

const stage = setStage()

test.each(everyWidthAndLanguage)(
  'every main screen at $width px in $language can be read by everybody, light and dark',
  async (sight) => {
    expect(await faultsOf(stage, mainScreens, sight, ['light', 'dark'])).toBe('')
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
  if (picturesFolder !== undefined)
    await page.pdf({ path: join(picturesFolder, 'overview.pdf'), format: 'A4', preferCSSPageSize: true })
  await context.close()
})
