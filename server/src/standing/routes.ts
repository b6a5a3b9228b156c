import { overview, status, unitStanding } from '@ancu/core/standing'

import { route, type Route } from '../http/route.ts'
import { overviewOf, statusOf, unitStandingOf } from './use-cases.ts'

export const standingRoutes: readonly Route[] = [
  route(status, statusOf),
  route(overview, overviewOf),
  route(unitStanding, unitStandingOf),
]
