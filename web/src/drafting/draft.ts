import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'

import { changeDraftRows, showDraft, type DraftChange } from '@ancu/core/criteria'
import type { EndpointAnswer } from '@ancu/core/kernel'

import { ask } from '../api/ask.ts'
import { faultOf } from '../api/fault.ts'
import { send } from '../api/send.ts'

export type ShownDraft = EndpointAnswer<typeof showDraft>
type Draft = ShownDraft['work']['draft']
export type Indicator = Draft['indicators'][number]
export type Criterion = Draft['criteria'][number]
export type Column = Draft['columns'][number]
export type Doubt = Draft['doubts'][number]
export type Head = Draft['head']
export type Rule = Indicator['rule']
export type SimpleRule = Exclude<Rule, { readonly kind: 'allOf' | 'anyOf' }>
export type Level = Extract<SimpleRule, { readonly kind: 'atLeast' }>['levels'][string]
export type Place = Doubt['from'][number]

/** Kinds of unit that a draft may judge. */
export const draftedKinds = ['commune', 'ward', 'village', 'urbanGroup', 'ruralDistrict'] as const

/** Address of a screen of a draft. */
export function draftPath(screen: string, id: string): string {
  return screen.replace('$draftId', encodeURIComponent(id))
}

/** A draft on the screen, and the way to change it. */
export type DraftInHand = {
  readonly shown: ShownDraft
  /** Neither published nor laid aside. */
  readonly canChange: boolean
  /** Writes changes under the name of who works; throws `AskError` where they are refused. */
  readonly write: (changes: readonly DraftChange[]) => Promise<void>
}

/** The draft, asked anew when somebody comes back to the page: another may have worked on it. */
export function useDraft(id: string): UseQueryResult<ShownDraft> {
  return useQuery<ShownDraft>({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => ask(showDraft, { draft: id }, signal),
    staleTime: 15_000,
    refetchOnWindowFocus: true,
    networkMode: 'always',
  })
}

export function useWriteDraft(id: string, who: string): DraftInHand['write'] {
  const queries = useQueryClient()
  return useCallback(
    async (changes) => {
      const shown = queries.getQueryData<ShownDraft>(keyOf(id))
      if (shown === undefined) throw new Error('a draft is changed where it is shown')
      const sent = {
        draft: id,
        commandId: crypto.randomUUID(),
        seen: shown.version,
        by: who,
        changes: [...changes],
      }
      try {
        const state = await send(changeDraftRows, sent)
        queries.setQueryData<ShownDraft>(keyOf(id), (before) => before && { ...before, ...state })
      } catch (error) {
        const fault = faultOf(error)
        if (fault.kind === 'refused') await queries.invalidateQueries({ queryKey: keyOf(id) })
        throw error
      }
    },
    [id, who, queries],
  )
}

export function useRefreshDraft(id: string): () => Promise<void> {
  const queries = useQueryClient()
  return useCallback(() => queries.invalidateQueries({ queryKey: keyOf(id) }), [id, queries])
}

function keyOf(id: string): readonly unknown[] {
  return ['drafts', id]
}

/** Something under way that may fail: what it failed with, and whether it is still going. */
export function useAct(): {
  readonly error: unknown
  readonly isBusy: boolean
  readonly act: (work: () => Promise<void>) => void
} {
  const [state, setState] = useState<{ readonly error: unknown; readonly isBusy: boolean }>({
    error: undefined,
    isBusy: false,
  })
  const act = useCallback((work: () => Promise<void>) => {
    setState({ error: undefined, isBusy: true })
    work().then(
      () => setState({ error: undefined, isBusy: false }),
      (error: unknown) => setState({ error, isBusy: false }),
    )
  }, [])
  return useMemo(() => ({ ...state, act }), [state, act])
}

const whoKey = 'an-cu-person'

/** Name of who works at this machine, until people sign in. */
export function useWho(): readonly [who: string, setWho: (name: string) => void] {
  const [who, setWho] = useState(() => {
    try {
      return localStorage.getItem(whoKey) ?? ''
    } catch {
      return '' // storage forbidden by the browser: the name lasts as long as the page
    }
  })
  const keep = useCallback((name: string) => {
    setWho(name)
    try {
      localStorage.setItem(whoKey, name)
    } catch {
      // storage forbidden by the browser: nothing is lost but the habit
    }
  }, [])
  return [who, keep]
}
