import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

import type { Page } from 'playwright-core'

import { draftingScreens } from './drafting-screens.ts'
import { lawScreens } from './law-screens.ts'

export type Screen = {
  /** Part of the name of its picture. */
  readonly name: string
  readonly path: string
  /** Whether it is about something that was not answered. */
  readonly isRefused?: boolean
  /** What is done before it is looked at. */
  readonly prepare?: (page: Page) => Promise<void>
}

/** Seen in both widths, schemes and languages. */
export const mainScreens: readonly Screen[] = [
  { name: 'overview', path: '/' },
  { name: 'units', path: '/don-vi' },
  { name: 'unit', path: '/don-vi/kt-23488?criterion=17' },
  ...lawScreens,
  { name: 'error', path: '/?on=1980-01-01', isRefused: true },
]

/** Seen once on a wide light screen in Vietnamese and once on a narrow dark one in English. */
export const otherScreens: readonly Screen[] = [
  { name: 'overview-today', path: '/?on=today' },
  { name: 'overview-known', path: '/?known=2022-12-31' },
  { name: 'overview-computed', path: '/?basis=computed' },
  { name: 'overview-old-set', path: '/?on=2019-05-31' },
  { name: 'overview-before-figures', path: '/?on=2017-01-05' },
  { name: 'overview-district', path: '/?unit=kt-614' },
  {
    name: 'overview-opened',
    path: '/',
    prepare: async (page) => {
      await page.locator('h1 button').first().click()
    },
  },
  {
    name: 'overview-tables',
    path: '/',
    prepare: async (page) => {
      const buttons = page.locator('figure button[aria-expanded="false"]')
      await buttons.evaluateAll((all) =>
        all.forEach((button) => button.dispatchEvent(new MouseEvent('click', { bubbles: true }))),
      )
    },
  },
  { name: 'units-tree', path: '/don-vi?view=tree' },
  { name: 'units-none', path: '/don-vi?text=zzz' },
  { name: 'unit-border', path: '/don-vi/kt-23536' },
  { name: 'unit-new', path: '/don-vi/qn-23497?on=today&criterion=3' },
  { name: 'unit-district', path: '/don-vi/kt-614' },
  { name: 'unit-ward', path: '/don-vi/kt-23284' },
  { name: 'unit-village', path: '/don-vi/kt-23488-t03' },
  { name: 'unit-gone', path: '/don-vi/kt-23488?on=today' },
  { name: 'unit-unknown', path: '/don-vi/khong-co', isRefused: true },
  ...draftingScreens,
]

/** Every key of every text: none of them may be seen on a screen. */
export function textKeys(): readonly string[] {
  const folder = resolve(import.meta.dirname, '../core/locales/vi')
  return readdirSync(folder).flatMap((file) =>
    keysIn(JSON.parse(readFileSync(join(folder, file), 'utf8')), ''),
  )
}

function keysIn(texts: unknown, prefix: string): readonly string[] {
  if (typeof texts !== 'object' || texts === null) return []
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? (prefix + key).includes('.')
        ? [prefix + key]
        : []
      : keysIn(value, `${prefix}${key}.`),
  )
}
