import { atRisk } from '@ancu/core/recognition'

import { route, type Route } from '../http/route.ts'
import { atRiskOf } from './use-cases.ts'

/** The rules of revocation are read from the disk, so that no answer from before a change of them is kept. */
export function recognitionRoutes(packsFolder: string): readonly Route[] {
  return [
    route(atRisk, (program, caller, asked) => atRiskOf(program, caller, asked, packsFolder), { fresh: true }),
  ]
}
