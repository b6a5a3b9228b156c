import { useCallback } from 'react'

import { useUnitsText, type UnitsKey } from './texts.ts'

const words: Readonly<Record<string, UnitsKey>> = {
  'region-tn': 'group.regionTn',
  'region-dhntb': 'group.regionDhntb',
  'especially-difficult': 'group.especiallyDifficult',
  'safe-zone-poor-district': 'group.safeZone',
  border: 'group.border',
  'ethnic-minority': 'group.ethnicMinority',
  'especially-difficult-village': 'group.especiallyDifficultVillage',
  'village-pilot': 'group.villagePilot',
  'own-province': 'group.ownProvince',
}

/** A group of units in words; one that the screens do not know keeps its identity. */
export function useGroupWord(): (group: string) => string {
  const t = useUnitsText()
  return useCallback(
    (group) => {
      const key = words[group]
      return key === undefined ? group : t(key)
    },
    [t],
  )
}
