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

test.each(['/bo-tieu-chi', '/bo-tieu-chi?on=2024-03-31'])(
  'without a set the screen at %s says how to add one, and which are at hand',
  async (path) => {
    const { page, context, complaints } = await newVisitor(stage.browser(), stage.address())
    await visit(page, path)

    expect(await readable(page, 'h1')).toBe('Sổ chưa có bộ tiêu chí nào.')
    expect(await readable(page, 'main')).toContain('npx an-cu packs add')
    await page.getByRole('button', { name: 'Xem các bộ ấy' }).click()
    await page.getByText('npx an-cu packs add commune-2021-2025').waitFor()
    expect(complaints).toEqual([])
    await context.close()
  },
)
