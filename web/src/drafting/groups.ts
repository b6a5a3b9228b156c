import { useQuery } from '@tanstack/react-query'

import { listGroups } from '@ancu/core/criteria'
import type { EndpointAnswer } from '@ancu/core/kernel'

import { ask } from '../api/ask.ts'
import { useLanguage } from '../ui/language.tsx'
import type { Head } from './draft.ts'
import { useDraftingText } from './texts.ts'

export type Groups = EndpointAnswer<typeof listGroups>
export type Group = Groups['groups'][number]

/** Groups that a column may name, with how many units are in each today; undefined until they are known. */
export function useGroups(): Groups | undefined {
  return useQuery({
    queryKey: ['groups'],
    queryFn: ({ signal }) => ask(listGroups, {}, signal),
    staleTime: 60_000,
    networkMode: 'always',
  }).data
}

/** Units of a group that a set for these kinds would judge. */
export function unitsIn(group: Group | undefined, { forKinds }: Pick<Head, 'forKinds'>): number {
  return group?.[levelOf(forKinds)] ?? 0
}

/** "49 xã", "12 thôn": units of the level that the set is for. */
export function useUnitWords(): (count: number, head: Pick<Head, 'forKinds'>) => string {
  const t = useDraftingText()
  return (count, { forKinds }) => t(`group.${levelOf(forKinds)}`, { n: count })
}

/** Name of a group, or its code where no list names it. */
export function useGroupName(groups: Groups | undefined): (id: string) => string {
  const { language } = useLanguage()
  return (id) => groups?.groups.find((one) => one.id === id)?.name?.[language] ?? id
}

function levelOf(kinds: Head['forKinds']): 'communes' | 'villages' | 'others' {
  if (kinds.some((kind) => kind === 'village' || kind === 'urbanGroup')) return 'villages'
  return kinds.includes('ruralDistrict') ? 'others' : 'communes'
}
