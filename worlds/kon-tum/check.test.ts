import { expect, test } from 'vitest'

import { checkWorld, renderExpected } from './check.ts'
import { makeWorld } from './world.ts'

test('a seed is checked as a table and as JSON, from the record of what was planted', () => {
  const { table, json } = checkWorld(5)
  const { expected } = makeWorld(5)
  expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(expected)))
  const line = table.split('\n').find((one) => one.startsWith('2024-03-31  commune-2021-2025'))
  expect(line?.split(/\s+/).slice(2, 5)).toEqual(['85', '48', '42'])
  expect(line).toContain('16,04')
  expect(renderExpected(expected, 'en')).toContain('16.04')
  expect(table).toContain('Kon Rẫy')
})
