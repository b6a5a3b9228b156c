import type { Measure } from '../criteria.ts'
import { buildMeasure } from '../pack/build.ts'
import { fileForms } from '../pack/form.ts'
import type { RawFile } from '../pack/read.ts'

/** The measures of a file that is right; one that is not has none. */
export function measuresIn({ raw }: RawFile): readonly Measure[] {
  const read = fileForms.measures.safeParse(raw)
  return read.success ? read.data.map(buildMeasure) : []
}
