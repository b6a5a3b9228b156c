import { expect, test } from 'vitest'

import { faultsOf, patience, twoSights, usualOf } from './looks.ts'
import { otherScreens } from './screens.ts'
import { setStage } from './stage.ts'

const stage = setStage()

test.each(twoSights)(
  'every other screen at $width px, $scheme, in $language can be read by everybody',
  async (sight) => {
    expect(await faultsOf(stage, usualOf(otherScreens, sight), sight, [sight.scheme])).toBe('')
  },
  patience,
)
