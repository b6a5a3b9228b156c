import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  useLocation,
  type ErrorComponentProps,
} from '@tanstack/react-router'

import { AppShell, Page } from './ui/AppShell.tsx'
import { Go } from './ui/Go.tsx'
import { useUiText } from './ui/language.tsx'
import { EmptyState, ErrorNote, Loading } from './ui/states.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound })

const catalogue = createRoute({
  getParentRoute: () => root,
  path: '/bang-mau',
  component: lazyRouteComponent(() => import('./ui/catalogue/Catalogue.tsx'), 'Catalogue'),
})

export const router = createRouter({
  routeTree: root.addChildren([catalogue]),
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
  const t = useUiText()
  const pathname = useLocation({ select: (location) => location.pathname })
  return (
    <AppShell nav={[{ href: '/bang-mau', label: t('catalogue.title'), isCurrent: pathname === '/bang-mau' }]}>
      <Outlet />
    </AppShell>
  )
}

function NotFound() {
  const t = useUiText()
  return (
    <Page title={t('notFound.title')}>
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
