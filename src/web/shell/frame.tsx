import { Outlet, useLocation, useParams, useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { catalogue } from '../../areas/order.ts'
import { InboxLink } from '../../areas/people/screens/inbox-link.tsx'
import type { Row } from '../../engine/record.ts'
import { useFocusOnArrival } from './arrival.ts'
import { useRedo, useUndo } from '../derived/undo.ts'
import { SiteProvider, type Site } from '../derived/site.ts'
import { useTrash } from '../derived/use-trash.ts'
import { Button } from '../kit/button.tsx'
import { Masthead, type MastheadItem } from '../kit/masthead.tsx'
import { addSaid } from './add-said.ts'
import { everywhere } from './key-table.ts'
import { followLinks } from './follow-links.ts'
import { useShellKeys } from './keys.ts'
import { useMe } from './me.ts'
import { Outside } from './outside.tsx'
import { mayCapture } from './page-verbs.ts'
import type { Deeds } from './palette-verbs.ts'
import { useRemembered } from './recent.ts'
import { useLeftSaid } from './left.ts'
import { LineNote } from './line-note.tsx'
import { useEnded, useWorkplace } from './workplace.ts'
import { say } from '../words/say.ts'

const loadPalette = () => import('./palette.tsx')
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }))
const Practice = lazy(async () => ({
  default: (await import('./practice/practice.tsx')).Practice,
}))
const WorkspaceMenu = lazy(async () => ({
  default: (await import('./workspaces.tsx')).WorkspaceMenu,
}))
const LintMarks = lazy(async () => ({
  default: (await import('../../areas/decisions/screens/lint/marks.tsx')).LintMarks,
}))
const PutOut = lazy(async () => ({ default: (await import('./put-out.tsx')).PutOut }))
const Help = lazy(async () => ({ default: (await import('./help.tsx')).Help }))
const Capture = lazy(async () => ({ default: (await import('./capture.tsx')).Capture }))
const CommandDialog = lazy(async () => ({
  default: (await import('../derived/command-dialog.tsx')).CommandDialog,
}))

/** What lies over the page. */
type Over =
  | { readonly is: 'palette' | 'help' | 'capture' }
  | { readonly is: 'command'; readonly name: string; readonly row: Row }

/** What stands around every page of a workspace: the masthead, the palette, the keys. */
export function Frame(): ReactNode {
  const { workspace: slug = '' } = useParams({ strict: false })
  const { data, error } = useMe()
  useWorkplace(data, catalogue)
  const ended = useEnded(slug)
  const { history } = useRouter()
  const go = useCallback(
    (href: string, how: 'push' | 'replace' = 'push') => history[how](href),
    [history],
  )
  useEffect(() => followLinks(go), [go])
  const site = useMemo<Site | null>(
    () =>
      data === undefined
        ? null
        : {
            slug,
            catalogue,
            me: data.actor,
            go,
            to: (...parts) =>
              ['/w', slug, ...parts.map((part) => encodeURIComponent(part))].join('/'),
          },
    [data, slug, go],
  )
  if (ended !== undefined)
    return (
      <Suspense>
        <PutOut ended={ended} />
      </Suspense>
    )
  if (error !== undefined && data === undefined) return <Outside error={error} />
  if (site === null || data === undefined) return null
  if (data.workspace.slug !== slug)
    return (
      <Outside
        error={new Error(say('There is no workspace "{slug}" that you may enter.', { slug }))}
      />
    )
  return (
    <SiteProvider value={site}>
      <Framed site={site} name={data.workspace.name} />
    </SiteProvider>
  )
}

function Framed({ site, name }: { readonly site: Site; readonly name: string }): ReactNode {
  const { pathname } = useLocation()
  const [open, setOpen] = useState<Over | null>(null)
  const [marked, setMarked] = useState(false)
  const close = (): void => setOpen(null)
  const undo = useUndo()
  const redo = useRedo()
  useShellKeys({
    site,
    pathname,
    onPalette: () => setOpen({ is: 'palette' }),
    onHelp: () => setOpen({ is: 'help' }),
    onCapture: () => setOpen({ is: 'capture' }),
    onUndo: () => void undo(),
    onRedo: () => void redo(),
  })
  const trash = useTrash()
  const deeds = useMemo<Deeds>(
    () => ({
      capture: () => setOpen({ is: 'capture' }),
      help: () => setOpen({ is: 'help' }),
      undo: () => void undo(),
      redo: () => void redo(),
      command: ({ name: command }, row) => setOpen({ is: 'command', name: command, row }),
      trash: (kind, row) => void trash(kind, row),
    }),
    [undo, redo, trash],
  )
  useRemembered(site, pathname)
  useFocusOnArrival(pathname)
  useLeftSaid(name)
  // it comes before it is asked for, so that what is typed right after its key is not lost
  useEffect(() => {
    const later = setTimeout(() => void loadPalette(), 1000)
    // marks come once the page stands
    const marks = setTimeout(() => setMarked(true), 1500)
    return () => {
      clearTimeout(later)
      clearTimeout(marks)
    }
  }, [])
  return (
    <>
      <Masthead
        brand="Throughline"
        home={site.to()}
        workspace={
          <Suspense fallback={name}>
            <WorkspaceMenu name={name} />
          </Suspense>
        }
        items={itemsOf(site, pathname)}
        find={
          <Button keys={everywhere.palette.keys} onPress={() => setOpen({ is: 'palette' })}>
            {say('Find or do')}
          </Button>
        }
        tools={
          <>
            {mayCapture(site) && (
              <Button
                kind="quiet"
                label={addSaid(catalogue.record('feedback'))}
                onPress={() => setOpen({ is: 'capture' })}
              >
                +
              </Button>
            )}
            <InboxLink />
            <Button kind="quiet" onPress={() => site.go(site.to('settings'))}>
              {site.me.name}
            </Button>
          </>
        }
      />
      <LineNote />
      <Suspense>
        <Practice pathname={pathname} />
      </Suspense>
      <Suspense>
        <Outlet />
      </Suspense>
      <Suspense>{marked && <LintMarks pathname={pathname} />}</Suspense>
      <Suspense>
        {open?.is === 'palette' && <Palette deeds={deeds} onClose={close} />}
        {open?.is === 'help' && <Help onClose={close} />}
        {open?.is === 'capture' && <Capture onClose={close} />}
        {open?.is === 'command' && (
          <CommandDialog name={open.name} row={open.row} onClose={close} />
        )}
      </Suspense>
    </>
  )
}

/** Pages made by hand that belong to a station, by the record whose list stands there. */
const made: Readonly<Record<string, readonly string[]>> = {
  objectives: ['key-results', 'metrics', 'readings', 'lint'],
  feedback: ['triage', 'import', 'quotes'],
  needs: ['need-tree', 'needs-objectives'],
  ideas: [
    'ranking',
    'models',
    'matrix',
    'rounds',
    'scoring-models',
    'criteria',
    'portfolio',
    'capacities',
    'costs',
    'plans',
  ],
  decisions: ['decisions-due', 'tripwires', 'mirror', 'predictions', 'course'],
  roadmap: ['roadmap-items'],
}

/** The navigation is the line: where we want to go, then the stations in order. */
function itemsOf(site: Site, pathname: string): readonly MastheadItem[] {
  const item = (
    says: string,
    parts: readonly string[],
    station?: MastheadItem['station'],
  ): MastheadItem => {
    const href = site.to(...parts)
    const [plural = ''] = parts
    const current =
      plural === ''
        ? pathname.replace(/\/$/, '') === href
        : [plural, ...(made[plural] ?? [])].some((page) => {
            const at = site.to(page)
            return pathname === at || pathname.startsWith(`${at}/`)
          })
    return { href, label: says, current, ...(station === undefined ? {} : { station }) }
  }
  return [
    item(say('Home'), []),
    item(say('Strategy'), ['objectives']),
    item(say('Feedback'), ['feedback'], 'heard'),
    item(say('Insights'), ['insights'], 'understood'),
    item(say('Needs'), ['needs'], 'framed'),
    item(say('Ideas'), ['ideas'], 'proposed'),
    item(say('Decisions'), ['decisions'], 'decided'),
    item(say('Experiments'), ['experiments'], 'tested'),
    item(say('Roadmap'), ['roadmap'], 'built'),
  ]
}
