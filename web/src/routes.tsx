import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  useLocation,
} from '@tanstack/react-router'

import { screenPaths } from '@ancu/core/kernel'

import { MomentGate, MomentProvider, useMaybeMoment } from './api/Moment.tsx'
import { useScreenText } from './api/texts.ts'
import { Failed, NotFound } from './no-page.tsx'
import { Overview } from './overview/Overview.tsx'
import { AppShell } from './ui/AppShell.tsx'
import { Go } from './ui/Go.tsx'
import { useUiText } from './ui/language.tsx'
import { textsArrived } from './ui/messages.ts'
import { Loading } from './ui/states.tsx'
import { MomentBar } from './units/MomentBar.tsx'
import { useUnitSearch } from './units/search.ts'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound })

/** Screens that look at the province at a moment, which stands in their address. */
const screens = createRoute({ getParentRoute: () => root, id: 'screens', component: Screens })

const overview = createRoute({
  getParentRoute: () => screens,
  path: screenPaths.overview,
  component: Overview,
})

const units = createRoute({
  getParentRoute: () => screens,
  path: screenPaths.units,
  component: later(() => import('./standing/list/UnitsPage.tsx'), 'UnitsPage'),
})

const unit = createRoute({
  getParentRoute: () => screens,
  path: screenPaths.unit,
  component: later(() => import('./standing/unit/UnitPage.tsx'), 'UnitPage'),
})

/** Screens about the law, which there may be before there is a province. */
const law = createRoute({ getParentRoute: () => root, id: 'law', component: Law })

const sets = createRoute({
  getParentRoute: () => law,
  path: screenPaths.sets,
  component: later(() => import('./standing/law/SetsPage.tsx'), 'SetsPage'),
})

const set = createRoute({
  getParentRoute: () => law,
  path: screenPaths.set,
  component: later(() => import('./standing/law/SetPage.tsx'), 'SetPage'),
})

const fillLevels = createRoute({
  getParentRoute: () => screens,
  path: screenPaths.fillLevels,
  component: later(() => import('./standing/law/fill/FillPage.tsx'), 'FillPage'),
})

const missing = createRoute({
  getParentRoute: () => screens,
  path: screenPaths.missing,
  component: later(() => import('./standing/law/MissingPage.tsx'), 'MissingPage'),
})

const disagreements = createRoute({
  getParentRoute: () => screens,
  path: screenPaths.disagreements,
  component: later(() => import('./assessments/DisagreementsPage.tsx'), 'DisagreementsPage'),
})

const regressions = createRoute({
  getParentRoute: () => screens,
  path: screenPaths.regressions,
  component: later(() => import('./assessments/RegressionsPage.tsx'), 'RegressionsPage'),
})

const compare = createRoute({
  getParentRoute: () => screens,
  path: screenPaths.compare,
  component: later(() => import('./assessments/ComparePage.tsx'), 'ComparePage'),
})

const carry = createRoute({
  getParentRoute: () => screens,
  path: screenPaths.carryOver,
  component: later(() => import('./assessments/carry/CarryPage.tsx'), 'CarryPage'),
})

const coming = createRoute({
  getParentRoute: () => screens,
  path: screenPaths.coming,
  component: later(() => import('./assessments/ComingPage.tsx'), 'ComingPage'),
})

const comingDraft = createRoute({
  getParentRoute: () => screens,
  path: screenPaths.comingDraft,
  component: later(() => import('./assessments/ComingDraftPage.tsx'), 'ComingDraftPage'),
})

const atRisk = createRoute({
  getParentRoute: () => screens,
  path: screenPaths.atRisk,
  component: later(() => import('./recognition/AtRiskPage.tsx'), 'AtRiskPage'),
})

const drafting = createRoute({
  getParentRoute: () => root,
  path: screenPaths.drafting,
  component: later(() => import('./drafting/BeginPage.tsx'), 'BeginPage'),
})

const draft = createRoute({
  getParentRoute: () => root,
  path: screenPaths.draft,
  component: later(() => import('./drafting/DraftPage.tsx'), 'DraftPage'),
})

const catalogue = createRoute({
  getParentRoute: () => root,
  path: screenPaths.catalogue,
  component: later(() => import('./ui/catalogue/Catalogue.tsx'), 'Catalogue'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    screens.addChildren([
      overview,
      units,
      unit,
      missing,
      fillLevels,
      compare,
      carry,
      coming,
      comingDraft,
      disagreements,
      regressions,
      atRisk,
    ]),
    law.addChildren([sets, set]),
    drafting,
    draft,
    catalogue,
  ]),
  // Every parameter is a plain text, written as it is read: `unit=23488` stays what it is.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const text = new URLSearchParams(search).toString()
    return text === '' ? '' : `?${text}`
  },
  defaultErrorComponent: Failed,
  defaultPendingComponent: Loading,
  // `Loading` itself waits before it shows anything, and goes as soon as there is something to show.
  defaultPendingMs: 0,
  defaultPendingMinMs: 0,
  defaultPreload: false,
  scrollRestoration: true,
})

// A reader that follows the focus is taken to the new page, not left on a link that is gone.
router.subscribe('onResolved', ({ pathChanged, fromLocation }) => {
  if (pathChanged && fromLocation !== undefined)
    document.getElementById('noi-dung')?.focus({ preventScroll: true })
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

/** A screen whose program, and whose texts, are fetched when somebody goes there. */
function later<Module extends Readonly<Record<string, unknown>>, Name extends keyof Module & string>(
  fetchModule: () => Promise<Module>,
  name: Name,
) {
  const fetchWithTexts = async (): Promise<Module> => {
    const module = await fetchModule()
    await textsArrived()
    return module
  }
  return lazyRouteComponent(fetchWithTexts, name)
}

function Shell() {
  return (
    <MomentProvider>
      <Frame />
    </MomentProvider>
  )
}

function Frame() {
  const t = useUiText()
  const screen = useScreenText()
  const moment = useMaybeMoment()
  const search = useUnitSearch()
  const pathname = useLocation({ select: (location) => location.pathname })
  const href = useLocation({ select: (location) => location.href })
  const { origin } = window.location
  const hrefOf = (path: string) => moment?.href(path) ?? path
  return (
    <AppShell
      nav={[
        { href: hrefOf('/'), label: screen('nav.overview'), isCurrent: pathname === '/' },
        { href: hrefOf('/don-vi'), label: screen('nav.units'), isCurrent: pathname.startsWith('/don-vi') },
        { href: hrefOf('/bo-tieu-chi'), label: screen('nav.sets'), isCurrent: isAboutLaw(pathname) },
        {
          href: hrefOf(screenPaths.regressions),
          label: screen('nav.changes'),
          isCurrent: isAboutChanges(pathname),
        },
      ]}
      {...(search === undefined ? {} : { search })}
      footer={
        <>
          <p className="ac-noprint">
            <Go href="/bang-mau">{t('catalogue.title')}</Go>
          </p>
          <p className="ac-print-only">{origin + href}</p>
        </>
      }
    >
      <Outlet />
    </AppShell>
  )
}

function isAboutLaw(pathname: string): boolean {
  return (pathname.startsWith('/bo-tieu-chi') && !isAboutChanges(pathname)) || pathname.startsWith('/van-ban')
}

function isAboutChanges(pathname: string): boolean {
  const { regressions: fallen, atRisk: risk, disagreements: differing, carryOver } = screenPaths
  return [fallen, risk, differing, carryOver].some((path) => pathname.startsWith(path))
}

function Law() {
  const moment = useMaybeMoment()
  return (
    <>
      {moment !== undefined && <MomentBar />}
      <MomentGate needsProvince={false}>
        <Outlet />
      </MomentGate>
    </>
  )
}

function Screens() {
  const moment = useMaybeMoment()
  return (
    <>
      {moment !== undefined && <MomentBar />}
      <MomentGate>
        <Outlet />
      </MomentGate>
    </>
  )
}
