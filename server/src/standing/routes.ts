import { listStandings, overview, status, unitStanding } from '@ancu/core/standing'

import { route, type Route } from '../http/route.ts'
import { overviewOf, standingsOf, statusOf, unitStandingOf } from './use-cases.ts'

export const standingRoutes: readonly Route[] = [
  route(status, statusOf),
  route(overview, overviewOf),
  route(listStandings, standingsOf),
  route(unitStanding, unitStandingOf),
]
