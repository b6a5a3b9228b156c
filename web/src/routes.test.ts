import { expect, test } from 'vitest'

import { screenPaths } from '@ancu/core/kernel'

import { router } from './routes.tsx'

test('every address that the server takes for a screen is one, and no other', () => {
  expect(Object.keys(router.routesByPath).toSorted()).toEqual(Object.values(screenPaths).toSorted())
})
