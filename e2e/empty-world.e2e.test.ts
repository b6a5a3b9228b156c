import { expect, test } from 'vitest'

import { setStage } from './stage.ts'
import { newVisitor, readable, visit } from './visitor.ts'

const stage = setStage(['--empty'])

test.each(['/', '/don-vi', '/don-vi/kt-23488'])('an empty world teaches at %s what to do', async (path) => {
  const { page, context, complaints } = await newVisitor(stage.browser(), stage.address())
  await visit(page, path)

  expect(await readable(page, 'h1')).toBe('Kho này còn trống')
  expect(await readable(page, 'main')).toContain('npx an-cu restore')
  expect(complaints).toEqual([])
  await context.close()
})
