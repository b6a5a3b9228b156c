import {
  addApplications,
  addDecisions,
  addFigures,
  addLevels,
  addVerdicts,
  listDecisions,
  listFigures,
  listLevels,
  listVerdicts,
  withdrawVerdicts,
} from '@ancu/core/figures'

import { route, type Route } from '../http/route.ts'
import {
  findDecisions,
  findFigures,
  findLevels,
  findVerdicts,
  recordApplications,
  recordDecisions,
  recordFigures,
  recordLevels,
  recordVerdicts,
  recordWithdrawals,
} from './use-cases.ts'

export const figureRoutes: readonly Route[] = [
  route(addFigures, recordFigures),
  route(listFigures, findFigures),
  route(addVerdicts, recordVerdicts),
  route(listVerdicts, findVerdicts),
  route(withdrawVerdicts, recordWithdrawals),
  route(addDecisions, recordDecisions),
  route(listDecisions, findDecisions),
  route(addLevels, recordLevels),
  route(listLevels, findLevels),
  route(addApplications, recordApplications),
]
