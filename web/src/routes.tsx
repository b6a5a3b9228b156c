import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  useLocation,
  type ErrorComponentProps,
} from '@tanstack/react-router'

import { MomentGate, MomentProvider, useMaybeMoment } from './api/Moment.tsx'
import { useScreenText } from './api/texts.ts'
import { Overview } from './overview/Overview.tsx'
import { AppShell, Page } from './ui/AppShell.tsx'
import { FigureSentence } from './ui/FigureSentence.tsx'
import { Go } from './ui/Go.tsx'
import { useUiText } from './ui/language.tsx'
import { EmptyState, ErrorNote, Loading } from './ui/states.tsx'
import { MomentBar } from './units/MomentBar.tsx'
import { useUnitSearch } from './units/search.ts'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound })

/** Screens that look at the province at a moment, which stands in their address. */
const screens = createRoute({ getParentRoute: () => root, id: 'screens', component: Screens })

const overview = createRoute({ getParentRoute: () => screens, path: '/', component: Overview })

const units = createRoute({
  getParentRoute: () => screens,
  path: '/don-vi',
  component: lazyRouteComponent(() => import('./standing/list/UnitsPage.tsx'), 'UnitsPage'),
})

const unit = createRoute({
  getParentRoute: () => screens,
  path: '/don-vi/$unitId',
  component: lazyRouteComponent(() => import('./standing/unit/UnitPage.tsx'), 'UnitPage'),
})

const catalogue = createRoute({
  getParentRoute: () => root,
  path: '/bang-mau',
  component: lazyRouteComponent(() => import('./ui/catalogue/Catalogue.tsx'), 'Catalogue'),
})

export const router = createRouter({
  routeTree: root.addChildren([screens.addChildren([overview, units, unit]), catalogue]),
  // Every parameter is a plain text, written as it is read: `unit=23488` stays what it is.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const text = new URLSearchParams(search).toString()
    return text === '' ? '' : `?${text}`
  },
  defaultErrorComponent: Failed,
  defaultPendingComponent: Loading,
  // `Loading` itself waits before it shows anything.
  defaultPendingMs: 0,
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

function NotFound() {
  const t = useUiText()
  return (
    <Page title={t('notFound.title')}>
      <FigureSentence size="work">{t('notFound.title')}</FigureSentence>
      <EmptyState
        what={t('notFound.what')}
        why={t('notFound.todo')}
        action={<Go href="/">{t('notFound.home')}</Go>}
      />
    </Page>
  )
}

function Failed({ error }: ErrorComponentProps) {
  const t = useUiText()
  return (
    <Page title={t('failed.title')}>
      <FigureSentence size="work">{t('failed.title')}</FigureSentence>
      <ErrorNote
        what={t('failed.what')}
        safe={t('failed.safe')}
        todo={t('failed.todo')}
        action={
          <button type="button" className="ac-act" onClick={() => window.location.reload()}>
            {t('failed.again')}
          </button>
        }
        reference={error instanceof Error ? error.message : String(error)}
      />
    </Page>
  )
}
