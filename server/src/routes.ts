import { fileURLToPath } from 'node:url'

import { assessmentRoutes } from './assessments/routes.ts'
import type { Program } from './commands/index.ts'
import { criteriaRoutes } from './criteria/routes.ts'
import { draftRoutes } from './drafting/index.ts'
import { figureRoutes } from './figures/routes.ts'
import type { Route } from './http/route.ts'
import type { LedgerCheck } from './ledger/index.ts'
import { ledgerRoutes } from './ledger/routes.ts'
import { lawRoutes } from './standing/law-routes.ts'
import { recognitionRoutes } from './recognition/routes.ts'
import { projectStanding, refreshStanding } from './standing/projection.ts'
import { standingRoutes } from './standing/routes.ts'
import { verifyStanding } from './standing/verify.ts'
import { projectUnits, rebuildUnits, verifyUnits } from './units/index.ts'
import { unitRoutes } from './units/routes.ts'
import { worldRoutes } from './worlds/index.ts'

/** The packs that the program comes with. */
export const packsFolder = fileURLToPath(new URL('../../packs/', import.meta.url))

/** What is kept right in the transaction of every command; a slice after those it looks down on. */
export const project: Program['project'] = async (writer, written, storage) => {
  await projectUnits(writer, written)
  await projectStanding(writer, written, storage)
}

/** What stands beside the ledger is worked out once more from the facts. */
const checks: readonly LedgerCheck[] = [
  {
    name: 'units',
    find: async (program) =>
      (await verifyUnits(program)).map(({ table, why, row }) => ({ code: `${why}Row`, table, detail: row })),
  },
  {
    name: 'standing',
    find: async (program) =>
      (await verifyStanding(program))?.map(({ why, unit, basis }) => ({
        code: `${why}Row`,
        table: 'standing',
        detail: `${unit} ${basis}`,
      })),
  },
]

/** Everything that can be asked of the program, through whichever door. */
export const routes: readonly Route[] = [
  ...unitRoutes,
  ...criteriaRoutes(packsFolder),
  ...draftRoutes(packsFolder),
  ...figureRoutes,
  ...standingRoutes,
  ...assessmentRoutes(packsFolder),
  ...recognitionRoutes(packsFolder),
  ...lawRoutes,
  ...worldRoutes(packsFolder),
  ...ledgerRoutes({ checks, rebuild: rebuildUnits, refresh: refreshStanding }),
]
