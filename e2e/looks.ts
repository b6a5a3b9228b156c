import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import axe from 'axe-core'
import type { Page } from 'playwright-core'

import { layoutFaults } from './layout-faults.ts'
import { textKeys, type Screen } from './screens.ts'
import type { Stage } from './stage.ts'
import { newVisitor, settled, visit, type Sight } from './visitor.ts'

/** Where the pictures are left, if anybody wants them. */
export const picturesFolder = process.env['AN_CU_PICTURES']
if (picturesFolder !== undefined) mkdirSync(picturesFolder, { recursive: true })

const keys = textKeys()

/** The two sights in which all but the main screens are seen. */
export const twoSights = [
  { width: 1280, scheme: 'light', language: 'vi' },
  { width: 390, scheme: 'dark', language: 'en' },
] as const

/** Milliseconds for some dozens of screens on a busy machine. */
export const patience = 300_000

/** The screens of a sight: every screen is in both, but a refusal, which looks alike everywhere, in one of them. */
export function usualOf(screens: readonly Screen[], { width }: Pick<Sight, 'width'>): readonly Screen[] {
  return screens.filter(({ isRefused = false }, at) => !isRefused || (at % 2 === 0) === (width === 1280))
}

type Looks = Pick<Sight, 'width' | 'language'>

/** Looks at each screen in each scheme, and leaves its picture: what cannot be read, and what axe finds, in lines. */
export async function faultsOf(
  stage: Stage,
  screens: readonly Screen[],
  { width, language }: Looks,
  schemes: readonly Sight['scheme'][],
): Promise<string> {
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
      if (picturesFolder !== undefined)
        await page.screenshot({ path: join(picturesFolder, picture), fullPage: true })
      const found = [...(await layoutFaults(page, keys)), ...(await axeFindings(page))]
      faults.push(...found.map((fault) => `${picture}: ${fault}`))
    }
  }
  await context.close()
  return [...faults, ...complaints].join('\n')
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
