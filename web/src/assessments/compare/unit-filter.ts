import { searchKey } from '@ancu/core/text'

import { isRecognisedNoLonger, isUntold, type ComparedUnit } from './answers.ts'

export const onlyUnits = ['losing', 'gaining', 'recognised', 'untold'] as const

export type UnitFilter = { readonly text: string | undefined; readonly only: string | undefined }

const tests: Readonly<Record<(typeof onlyUnits)[number], (unit: ComparedUnit) => boolean>> = {
  losing: ({ lost }) => lost > 0,
  gaining: ({ gained }) => gained > 0,
  recognised: isRecognisedNoLonger,
  untold: isUntold,
}

/** Units whose name fits, accents forgiven, of those that are asked for; in the order given. */
export function filterUnits<Unit extends ComparedUnit>(
  units: readonly Unit[],
  { text, only }: UnitFilter,
): readonly Unit[] {
  const wanted = searchKey(text ?? '')
  const asked = onlyUnits.find((each) => each === only)
  return units.filter(
    (unit) => searchKey(unit.name).includes(wanted) && (asked === undefined || tests[asked](unit)),
  )
}
