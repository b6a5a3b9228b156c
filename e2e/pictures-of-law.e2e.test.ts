import { expect, test } from 'vitest'

import { otherLawScreens } from './law-screens.ts'
import { faultsOf, patience, twoSights, usualOf } from './looks.ts'
import { setStage } from './stage.ts'

const stage = setStage()

test.each(twoSights)(
  'every other screen of the law and what it changes at $width px, $scheme, in $language can be read by everybody',
  async (sight) => {
    expect(await faultsOf(stage, usualOf(otherLawScreens, sight), sight, [sight.scheme])).toBe('')
  },
  patience,
)
