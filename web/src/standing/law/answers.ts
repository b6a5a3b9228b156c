import type { EndpointAnswer } from '@ancu/core/kernel'
import type { listSets, missingDocuments, previewLevels, readSet } from '@ancu/core/standing'

export type Sets = EndpointAnswer<typeof listSets>
export type SetRow = Sets['sets'][number]
export type Reading = EndpointAnswer<typeof readSet>
export type ReadCriterion = Reading['criteria'][number]
export type ReadIndicator = ReadCriterion['indicators'][number]
export type ReadTerm = ReadIndicator['provisions'][number]['terms'][number]
export type ReadLevel = ReadTerm['levels'][number]
export type LegalSource = Reading['legalBasis'][number]
export type Missing = EndpointAnswer<typeof missingDocuments>
export type Wanted = Missing['wanted'][number]
export type WantedPart = Wanted['parts'][number]
export type Preview = EndpointAnswer<typeof previewLevels>

/** Column that stands for every column. */
export const everyColumn = '*'

/** The lines of the wording that is read: of the day, else of the nearest one. */
export function termsRead({ provisions }: ReadIndicator): readonly ReadTerm[] {
  return (provisions.find(({ inForce }) => inForce) ?? provisions[0])?.terms ?? []
}
