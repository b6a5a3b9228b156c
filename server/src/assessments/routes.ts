import {
  addReconciliations,
  comingSet,
  compareSets,
  listDisagreements,
  listReconciliations,
  listRegressions,
} from '@ancu/core/assessments'

import { route, type Route } from '../http/route.ts'
import { comingOf } from './coming.ts'
import { comparisonOf } from './compare.ts'
import { disagreementsOf } from './disagreements.ts'
import { reconciliationsOf, recordReconciliations } from './reconciliations.ts'
import { regressionsOf } from './regressions.ts'

export const assessmentRoutes: readonly Route[] = [
  route(compareSets, comparisonOf),
  route(comingSet, comingOf),
  route(listRegressions, regressionsOf),
  route(listDisagreements, disagreementsOf),
  route(addReconciliations, recordReconciliations),
  route(listReconciliations, reconciliationsOf),
]
