import { useMemo } from 'react'

import { noBreak } from '@ancu/core/text'
import { namedUnit, type UnitKind } from '@ancu/core/units'

import { useLanguage } from '../ui/language.tsx'

type Named = { readonly kind: UnitKind; readonly name: string }

export type Naming = {
  /** "xã Đắk Hà", in one piece. */
  readonly named: (unit: Named) => string
  /** The same at the beginning of a sentence: "Xã Đắk Hà". */
  readonly title: (unit: Named) => string
}

/** Units as the language in use calls them; a unit's name never breaks. */
export function useNaming(): Naming {
  const { language } = useLanguage()
  return useMemo(() => {
    const named = (unit: Named) => noBreak(namedUnit(unit.kind, unit.name, language))
    return { named, title: (unit) => capitalised(named(unit)) }
  }, [language])
}

export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

/** Where a unit lies, without the unit itself: "huyện Tu Mơ Rông, tỉnh Kon Tum". */
export function withoutFirst(place: string): string {
  const at = place.indexOf(', ')
  return at === -1 ? '' : place.slice(at + 2)
}

/** The unit right above, of the place of a unit: "huyện Tu Mơ Rông". */
export function withinWhat(place: string): string {
  return noBreak(withoutFirst(place).split(', ', 1).join(''))
}
