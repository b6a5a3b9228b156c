import type { UseQueryResult } from '@tanstack/react-query'
import { useLocation, useRouter } from '@tanstack/react-router'
import { createContext, useContext, useMemo, type ReactNode } from 'react'

import { parseDay, type EndpointAnswer } from '@ancu/core/kernel'
import { meta } from '@ancu/core/standing'

import { Page } from '../ui/AppShell.tsx'
import { Loading } from '../ui/states.tsx'
import { useAnswer } from './answers.ts'
import { faultOf } from './fault.ts'
import { EmptyWorld, FaultPage } from './FaultPage.tsx'
import {
  changedHref,
  dayAsked,
  dayInAddress,
  hrefOf,
  readAddress,
  type Address,
  type Extra,
} from './moment.ts'
import { useScreenText } from './texts.ts'

export type World = EndpointAnswer<typeof meta>

/** What every question takes from the time bar. */
export type Asked = {
  readonly on?: string
  readonly known?: string
  readonly set?: string
  readonly basis?: 'official' | 'computed'
}

export type Moment = {
  readonly world: World
  readonly address: Address
  /** The day looked at, today's included, `YYYY-MM-DD`. */
  readonly day: string
  readonly isToday: boolean
  readonly asked: Asked
  /** The same without set and basis: for questions that judge nothing. */
  readonly askedWhen: Pick<Asked, 'on' | 'known'>
  /** The area of lists and totals; undefined is the province in force. */
  readonly area: string | undefined
  /** Address of a page, keeping the moment; `extra` may change it. */
  readonly href: (path: string, extra?: Extra) => string
  /** The word for a day in an address; undefined for the day that needs none. */
  readonly dayWord: (day: string | undefined) => string | undefined
}

type MomentState = {
  readonly moment: Moment | undefined
  readonly asking: Pick<UseQueryResult<World>, 'error' | 'isError' | 'refetch'>
}

const MomentContext = createContext<MomentState | undefined>(undefined)

/** Milliseconds between two tries while the server is still opening its data. */
const whileStarting = 1000

/** Reads the moment from the address, once the server has said how its world opens. */
export function MomentProvider({ children }: { readonly children: ReactNode }) {
  const world = useAnswer(meta, {}, { retryWhile: isStarting, every: whileStarting })
  const search = useLocation({ select: (location) => location.searchStr })
  const moment = useMemo(
    () => (world.data === undefined ? undefined : momentOf(world.data, readAddress(search))),
    [world.data, search],
  )
  const { error, isError, refetch } = world
  const state = useMemo(
    () => ({ moment, asking: { error, isError, refetch } }),
    [moment, error, isError, refetch],
  )
  return <MomentContext value={state}>{children}</MomentContext>
}

export type MomentGateProps = {
  readonly children: ReactNode
  /** False for what can be looked at before there is a province. */
  readonly needsProvince?: boolean
}

/** Shows the page once there is a moment to show it at; until then why there is none. */
export function MomentGate({ children, needsProvince = true }: MomentGateProps) {
  const t = useScreenText()
  const { moment, asking } = useMomentState()
  if (moment !== undefined) return needsProvince && moment.world.province === null ? <EmptyWorld /> : children
  if (asking.isError && !isStarting(asking.error)) {
    return <FaultPage error={asking.error} onAgain={() => void asking.refetch()} />
  }
  return (
    <Page title={t('loading')}>
      <Loading says={isStarting(asking.error) ? t('starting') : undefined} />
    </Page>
  )
}

export function useMoment(): Moment {
  const { moment } = useMomentState()
  if (moment === undefined) throw new Error('useMoment stands inside MomentGate')
  return moment
}

/** For the frame around the pages, which stands before there is a moment. */
export function useMaybeMoment(): Moment | undefined {
  const { moment } = useMomentState()
  return moment?.world.province === null ? undefined : moment
}

function useMomentState(): MomentState {
  const state = useContext(MomentContext)
  if (state === undefined) throw new Error('the moment stands inside MomentProvider')
  return state
}

function isStarting(error: unknown): boolean {
  const fault = error === null ? undefined : faultOf(error)
  return fault?.kind === 'refused' && fault.code === 'starting'
}

/** Changes parameters of the page in sight and leaves it where it is scrolled to. */
export function useChange(): (changes: Extra, options?: { readonly replace?: boolean }) => void {
  const router = useRouter()
  return (changes, { replace = false } = {}) => {
    const { pathname, searchStr } = router.state.location
    void router.navigate({ href: changedHref(pathname, searchStr, changes), resetScroll: false, replace })
  }
}

/** A parameter of this page that is no part of the moment. */
export function useExtra(name: string): string | undefined {
  return useLocation({ select: (location) => new URLSearchParams(location.searchStr).get(name) ?? undefined })
}

function momentOf(world: World, address: Address): Moment {
  const day = dayAsked(address, world.opensOn)
  const askedWhen = {
    ...(day === undefined || day === world.today ? {} : { on: day }),
    ...(address.known === undefined ? {} : { known: address.known }),
  }
  return {
    world,
    address,
    // What is no day is asked all the same, and refused in words.
    day: parseDay(day ?? '') ?? world.today,
    isToday: day === undefined || day === world.today,
    askedWhen,
    asked: {
      ...askedWhen,
      ...(address.set === undefined ? {} : { set: address.set }),
      ...(address.basis === 'computed' ? { basis: 'computed' as const } : {}),
    },
    area: address.unit,
    href: (path, extra) => hrefOf(path, address, extra),
    dayWord: (chosen) => dayInAddress(chosen, world.today, world.opensOn),
  }
}
