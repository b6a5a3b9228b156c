import { meta } from '@ancu/core/standing'
import { loadWorld } from '@ancu/core/worlds'

import { route, type Route } from '../http/route.ts'
import { loadInto } from './loading.ts'
import { metaOf } from './use-cases.ts'

export function worldRoutes(packsFolder: string): readonly Route[] {
  return [
    route(meta, metaOf),
    route(loadWorld, (program, _caller, asked) => loadInto(program, asked, packsFolder), { private: true }),
  ]
}
