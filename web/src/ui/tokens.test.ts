import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')
const darkAt = css.indexOf("[data-mantine-color-scheme='dark']")
const light = tokensOf(css.slice(0, darkAt))
const dark = new Map([...light, ...tokensOf(css.slice(darkAt, css.indexOf('before the first script')))])

/** WCAG 2.2: 4.5 for text, 3 for edges and graphics. */
const pairs: readonly (readonly [upper: string, lower: string, least: number])[] = [
  ...['ground', 'surface', 'sunken', 'bazan-bg', 'quy-bg', 'suong-bg', 'cham-bg', 'b5', 'b0', 'na'].map(
    (lower) => ['ink', lower, 4.5] as const,
  ),
  ...['ground', 'surface', 'sunken', 'bazan-bg'].map((lower) => ['ink-2', lower, 4.5] as const),
  ...['ground', 'surface', 'sunken', 'bazan-bg'].map((lower) => ['ink-3', lower, 4.5] as const),
  ...['ground', 'surface'].map((lower) => ['line-strong', lower, 3] as const),
  ...['ground', 'surface', 'cham-bg', 'bazan-bg', 'quy-bg'].map((lower) => ['cham', lower, 4.5] as const),
  ['on-cham', 'cham', 4.5],
  ['on-fill', 'cham', 4.5],
  ...['ground', 'surface', 'thong-bg'].map((lower) => ['thong', lower, 4.5] as const),
  ['on-thong', 'thong', 4.5],
  ...['ground', 'surface', 'bazan-bg'].map((lower) => ['bazan', lower, 4.5] as const),
  ['on-bazan', 'bazan', 4.5],
  ...['ground', 'surface', 'quy-bg'].map((lower) => ['quy', lower, 4.5] as const),
  ...['ground', 'surface', 'suong-bg'].map((lower) => ['suong', lower, 4.5] as const),
  ['on19', 'b19', 4.5],
  ['on15', 'b15', 4.5],
  ['on10', 'b10', 4.5],
  ['bazan', 'b5', 3],
  ['bazan', 'b0', 3],
  ['b19', 'ground', 3],
  ['ink', 'quy-fill', 3],
]

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('in the %s scheme', (scheme, tokens) => {
  test('all pairs in use can be read', () => {
    const weak = pairs
      .filter(([upper, lower]) => scheme === 'light' || upper !== 'ink' || lower !== 'quy-fill')
      .map(([upper, lower, least]) => ({
        upper,
        lower,
        least,
        is: contrast(colour(tokens, upper), colour(tokens, lower)),
      }))
      .filter(({ is, least }) => is < least)
    expect(weak).toEqual([])
  })
})

test('the dark scheme redefines every colour of the light one', () => {
  const own = tokensOf(css.slice(darkAt, css.indexOf('before the first script')))
  expect([...light.keys()].filter((name) => !own.has(name))).toEqual([])
})

function tokensOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(/--ac-([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

function colour(tokens: ReadonlyMap<string, string>, name: string): string {
  const value = tokens.get(name)
  if (value === undefined) throw new Error(`tokens.css has no --ac-${name}`)
  return value
}

function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
