import { meta } from '@ancu/core/standing'

import { route, type Route } from '../http/route.ts'
import { metaOf } from './use-cases.ts'

export const worldRoutes: readonly Route[] = [route(meta, metaOf)]
