export { assert } from './assert.ts'
export type { Brand } from './brand.ts'
export { canonicalJson, type Plain } from './canonical.ts'
export {
  addDays,
  addMonths,
  covers,
  day,
  dayInVietNam,
  isoDate,
  parseDay,
  yearOf,
  type IsoDate,
  type Period,
} from './day.ts'
export { accepted, refused, type Result } from './result.ts'
export type { Endpoint, EndpointAnswer, EndpointInput, EndpointSent } from './endpoint.ts'
export { isScreenPath, screenPaths } from './screens.ts'
