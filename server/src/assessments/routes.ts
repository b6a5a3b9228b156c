import {
  addReconciliations,
  carryOver,
  comingDraft,
  comingSet,
  compareSets,
  listCarriable,
  listDisagreements,
  listReconciliations,
  listRegressions,
} from '@ancu/core/assessments'

import { sharedMeasures } from '../criteria/index.ts'
import { route, type Route } from '../http/route.ts'
import { carriableIn, recordCarriedOver } from './carry.ts'
import { comingOf, comingOfDraft } from './coming.ts'
import { comparisonOf } from './compare.ts'
import { disagreementsOf } from './disagreements.ts'
import { reconciliationsOf, recordReconciliations } from './reconciliations.ts'
import { regressionsOf } from './regressions.ts'

export function assessmentRoutes(packsFolder: string): readonly Route[] {
  return [
    route(compareSets, comparisonOf),
    route(comingSet, comingOf),
    // Drafts change without an entry in the ledger, so no answer about them is kept.
    route(
      comingDraft,
      async (program, caller, input) =>
        comingOfDraft(program, caller, input, await sharedMeasures(packsFolder)),
      { fresh: true },
    ),
    route(listCarriable, carriableIn),
    route(carryOver, recordCarriedOver),
    route(listRegressions, regressionsOf),
    route(listDisagreements, disagreementsOf),
    route(addReconciliations, recordReconciliations),
    route(listReconciliations, reconciliationsOf),
  ]
}
