import { fold } from '@ancu/core/text'

import type { SearchAnswer } from '../SearchBox.tsx'
import { communes, districts } from './communes.ts'

/** Finds among the units of the catalogue, accents forgiven; answers at once. */
export function findCommunes(text: string): Promise<SearchAnswer> {
  const wanted = fold(text)
  const options = communes
    .map(([name, kind, district], index) => ({ id: `mau-${index}`, name, kind, district }))
    .filter(({ name }) => fold(name).includes(wanted))
    .slice(0, 8)
    .map(({ id, name, kind, district }) => ({
      id,
      name: `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${name}`,
      place: districts.find((each) => each.id === district)?.fullName ?? '',
    }))
  return Promise.resolve({ options })
}
