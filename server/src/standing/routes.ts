import { listStandings, overview, status, unitStanding } from '@ancu/core/standing'

import { route, type Route } from '../http/route.ts'
import { unitStandingOf } from './unit-standing.ts'
import { overviewOf, standingsOf, statusOf } from './use-cases.ts'

export const standingRoutes: readonly Route[] = [
  route(status, statusOf),
  route(overview, overviewOf),
  route(listStandings, standingsOf),
  route(unitStanding, unitStandingOf),
]
