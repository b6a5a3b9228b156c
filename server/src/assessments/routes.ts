import {
  addReconciliations,
  carryOver,
  comingSet,
  compareSets,
  listCarriable,
  listDisagreements,
  listReconciliations,
  listRegressions,
} from '@ancu/core/assessments'

import { route, type Route } from '../http/route.ts'
import { carriableIn, recordCarriedOver } from './carry.ts'
import { comingOf } from './coming.ts'
import { comparisonOf } from './compare.ts'
import { disagreementsOf } from './disagreements.ts'
import { reconciliationsOf, recordReconciliations } from './reconciliations.ts'
import { regressionsOf } from './regressions.ts'

export const assessmentRoutes: readonly Route[] = [
  route(compareSets, comparisonOf),
  route(comingSet, comingOf),
  route(listCarriable, carriableIn),
  route(carryOver, recordCarriedOver),
  route(listRegressions, regressionsOf),
  route(listDisagreements, disagreementsOf),
  route(addReconciliations, recordReconciliations),
  route(listReconciliations, reconciliationsOf),
]
