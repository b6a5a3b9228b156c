import { expect, test } from 'vitest'

import { faultsOf } from './looks.ts'
import { otherScreens } from './screens.ts'
import { setStage } from './stage.ts'

const stage = setStage()

test.each([
  { width: 1280, scheme: 'light', language: 'vi' },
  { width: 390, scheme: 'dark', language: 'en' },
] as const)(
  'every other screen at $width px, $scheme, in $language can be read by everybody',
  async (sight) => {
    expect(await faultsOf(stage, otherScreens, sight, [sight.scheme])).toBe('')
  },
)
