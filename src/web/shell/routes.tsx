import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router'
import { speakFor } from '../client/api.ts'
import { Frame } from './frame.tsx'
import { Enter } from './enter.tsx'
import { NotFound } from './not-found.tsx'

/** Every page by its address; each is loaded when it is first gone to. */
export function makeRouter() {
  const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound })
  const enter = createRoute({
    getParentRoute: () => root,
    path: '/',
    component: Enter,
    beforeLoad: () => speakFor(undefined),
  })
  const workspace = createRoute({
    getParentRoute: () => root,
    path: '/w/$workspace',
    component: Frame,
    beforeLoad: ({ params }) => speakFor(params.workspace),
  })
  const at = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
    createRoute({
      getParentRoute: () => workspace,
      path,
      component,
      validateSearch: (search: Record<string, unknown>) => search,
    })
  const children = [
    at(
      '/',
      lazyRouteComponent(() => import('./home.tsx'), 'Home'),
    ),
    at(
      '/import',
      lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage'),
    ),
    at(
      '/import/$import',
      lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage'),
    ),
    at(
      '/roadmap',
      lazyRouteComponent(() => import('./roadmap-page.tsx'), 'RoadmapPage'),
    ),
    at(
      '/need-tree',
      lazyRouteComponent(() => import('./needs-page.tsx'), 'NeedsPage'),
    ),
    at(
      '/ranking',
      lazyRouteComponent(() => import('./ranking-page.tsx'), 'RankingPage'),
    ),
    at(
      '/lint',
      lazyRouteComponent(() => import('./lint-page.tsx'), 'LintPage'),
    ),
    at(
      '/needs-objectives',
      lazyRouteComponent(() => import('./needs-objectives-page.tsx'), 'NeedsObjectivesPage'),
    ),
    at(
      '/portfolio',
      lazyRouteComponent(() => import('./portfolio-page.tsx'), 'PortfolioPage'),
    ),
    at(
      '/mirror',
      lazyRouteComponent(() => import('../../areas/decisions/screens/mirror.tsx'), 'MirrorPage'),
    ),
    at(
      '/course',
      lazyRouteComponent(() => import('./course-page.tsx'), 'CoursePage'),
    ),
    at(
      '/decisions-due',
      lazyRouteComponent(() => import('../../areas/decisions/screens/due/due.tsx'), 'DuePage'),
    ),
    at(
      '/tripwires',
      lazyRouteComponent(
        () => import('../../areas/decisions/screens/tripwires.tsx'),
        'TripwiresPage',
      ),
    ),
    at(
      '/models',
      lazyRouteComponent(
        () => import('../../areas/decisions/screens/models/side-by-side.tsx'),
        'SideBySidePage',
      ),
    ),
    at(
      '/matrix',
      lazyRouteComponent(() => import('./matrix-page.tsx'), 'MatrixPage'),
    ),
    at(
      '/rounds/$name',
      lazyRouteComponent(() => import('./round-page.tsx'), 'RoundPage'),
    ),
    at(
      '/triage',
      lazyRouteComponent(() => import('./triage-page.tsx'), 'TriagePage'),
    ),
    at(
      '/history',
      lazyRouteComponent(() => import('./history.tsx'), 'HistoryPage'),
    ),
    at(
      '/audit',
      lazyRouteComponent(() => import('./audit.tsx'), 'AuditPage'),
    ),
    at(
      '/trash',
      lazyRouteComponent(() => import('./trash.tsx'), 'TrashPage'),
    ),
    at(
      '/inbox',
      lazyRouteComponent(() => import('../../areas/people/screens/inbox.tsx'), 'InboxPage'),
    ),
    at(
      '/settings',
      lazyRouteComponent(() => import('./settings.tsx'), 'SettingsPage'),
    ),
    at(
      '/$plural',
      lazyRouteComponent(() => import('./list-page.tsx'), 'List'),
    ),
    at(
      '/$plural/new',
      lazyRouteComponent(() => import('./record-pages.tsx'), 'Create'),
    ),
    at(
      '/$plural/$name',
      lazyRouteComponent(() => import('./record-pages.tsx'), 'Detail'),
    ),
    at(
      '/$plural/$name/edit',
      lazyRouteComponent(() => import('./record-pages.tsx'), 'Edit'),
    ),
    at(
      '/$plural/$name/why',
      lazyRouteComponent(() => import('./why-page.tsx'), 'WhyPage'),
    ),
  ]
  return createRouter({
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const text = new URLSearchParams(search as Record<string, string>).toString()
      return text === '' ? '' : `?${text}`
    },
    routeTree: root.addChildren([enter, workspace.addChildren(children)]),
    defaultPreload: false,
    scrollRestoration: true,
  })
}
