import { listSets, missingDocuments, previewLevels, readSet } from '@ancu/core/standing'

import { route, type Route } from '../http/route.ts'
import { previewOf } from './level-preview.ts'
import { missingOf } from './missing.ts'
import { readSetOf, setsOf } from './sets.ts'

/** Questions about the law by which units stand, rather than about units. */
export const lawRoutes: readonly Route[] = [
  route(listSets, setsOf),
  route(readSet, readSetOf),
  route(missingDocuments, missingOf),
  route(previewLevels, previewOf),
]
