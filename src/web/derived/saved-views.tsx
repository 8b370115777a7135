import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import type { RecordKind, Row } from '../../engine/record.ts'
import { useRead } from '../client/cache.ts'
import { MarginList } from '../kit/margin-list.tsx'
import { Word } from '../kit/sentence.tsx'
import { say } from '../words/say.ts'
import { keptOf, plainly, searchOf, type Asked } from './asked.ts'
import styles from './list.module.css'
import { later } from './later.tsx'
import type { Page } from './pages.ts'
import { useSite } from './site.ts'
import { useAct } from './undo.ts'

const VerbMenu = later(async () => (await import('../kit/menu.tsx')).VerbMenu)
const NameDialog = later(async () => (await import('./view-name-dialog.tsx')).NameDialog)

/** The views of one record's list that one has saved oneself or that others share. */
export function useSavedViews(kind: RecordKind): readonly Row[] {
  const { data } = useRead<Page>(`/saved-views?filter[of]=${kind.name}&sort=title&limit=200`)
  return data?.data ?? none
}

const none: readonly Row[] = []

/** The view that one came by, or one that says exactly what is shown. */
export const currentView = (
  views: readonly Row[],
  kind: RecordKind,
  asked: Asked,
): Row | undefined =>
  views.find((view) => view.ref === asked.view) ??
  (asked.view === null
    ? views.find((view) => textOf(view) !== '' && textOf(view) === keptOf(kind, asked))
    : undefined)

const textOf = (view: Row): string => String(view['search'] ?? '')

/** Saved views in the margin, as ways to them. */
export function SavedViews({
  kind,
  views,
  current,
}: {
  readonly kind: RecordKind
  readonly views: readonly Row[]
  readonly current: Row | undefined
}): ReactNode {
  const { to, me } = useSite()
  if (views.length === 0) return null
  return (
    <MarginList
      title={say('Saved views')}
      items={views.map((view) => ({
        href: `${to(kind.plural)}${withView(textOf(view), view.ref)}`,
        label: String(view['title']),
        count: view['shared'] === true && view.createdById === me.id ? say('shared') : undefined,
        current: current?.id === view.id,
      }))}
    />
  )
}

const withView = (search: string, ref: string): string =>
  `?${search}${search === '' ? '' : '&'}view=${ref}`

/** Whose view one looks at, and what can be done with it. */
export function ViewSaid({
  kind,
  asked,
  view,
  onShow,
}: {
  readonly kind: RecordKind
  readonly asked: Asked
  readonly view: Row
  readonly onShow: (asked: Asked) => void
}): ReactNode {
  const { me } = useSite()
  const act = useAct()
  const [names, setNames] = useState(false)
  const { data: members } = useRead<Page>('/members?limit=200')
  const maker = members?.data.find(({ id }) => id === view.createdById)
  const isMine = view.createdById === me.id
  const isShared = view['shared'] === true
  const mayChange = isMine || (isShared && me.role !== 'viewer' && me.role !== 'contributor')
  const isChanged = textOf(view) !== keptOf(kind, asked)
  const title = String(view['title'])
  const change = (patch: Readonly<Record<string, unknown>>): void =>
    void act(say('View saved: {title}', { title }), 'PATCH', `/saved-views/${view.id}`, patch)
  const verbs: Readonly<Record<string, () => void>> = {
    overwrite: () => {
      change({ search: keptOf(kind, asked) })
      onShow({ ...asked, view: view.ref })
    },
    rename: () => setNames(true),
    share: () => change({ shared: !isShared }),
    remove: () => {
      void act(say('View removed: {title}', { title }), 'DELETE', `/saved-views/${view.id}`)
      onShow({ ...asked, view: null })
    },
  }
  const whose = isMine
    ? isShared
      ? say('view saved by you, shared')
      : say('view saved by you alone')
    : say('view saved by {name}', { name: String(maker?.['name'] ?? '…') })
  return (
    <span className={styles.whose}>
      <span>{isChanged ? say('{whose}, changed since', { whose }) : whose}</span>
      {mayChange && (
        <VerbMenu
          says={say('This view')}
          label={say('This view: {title}', { title })}
          verbs={[
            { id: 'overwrite', says: say('Keep what it shows now'), disabled: !isChanged },
            { id: 'rename', says: say('Rename') },
            ...(isMine
              ? [
                  {
                    id: 'share',
                    says: isShared ? say('Make it yours alone') : say('Share with the workspace'),
                  },
                ]
              : []),
            { id: 'remove', says: say('Remove this view') },
          ]}
          onVerb={(id) => verbs[id]?.()}
        />
      )}
      {names && (
        <NameDialog
          title={say('Rename')}
          start={title}
          onSave={(next) => {
            change({ title: next })
            setNames(false)
          }}
          onClose={() => setNames(false)}
        />
      )}
    </span>
  )
}

/** Keeps what the list shows now under a name; the list has that name at once. */
export function SaveView({
  kind,
  asked,
  onShow,
}: {
  readonly kind: RecordKind
  readonly asked: Asked
  readonly onShow: (asked: Asked, how?: 'push' | 'replace') => void
}): ReactNode {
  const act = useAct()
  const [open, setOpen] = useState(false)
  const shown = useRef<Asked | null>(asked)
  useLayoutEffect(() => {
    shown.current = asked
    return () => {
      shown.current = null
    }
  }, [asked])
  if (searchOf(kind, asked) === searchOf(kind, plainly(kind))) return null
  const save = async (title: string, shared: boolean): Promise<void> => {
    setOpen(false)
    const saved = await act<Row>(say('View saved: {title}', { title }), 'POST', '/saved-views', {
      title,
      of: kind.name,
      search: keptOf(kind, asked),
      shared,
    })
    // whoever has gone on meanwhile is not called back
    if (saved !== undefined && saved.kept !== true && shown.current === asked)
      onShow({ ...asked, view: saved.body.ref }, 'replace')
  }
  return (
    <>
      {' '}
      <Word kind="add" onPress={() => setOpen(true)}>
        {say('Save this view')}
      </Word>
      {open && (
        <NameDialog
          title={say('Save this view')}
          start=""
          onClose={() => setOpen(false)}
          sharing="asked"
          onSave={(title, shared) => void save(title, shared)}
        />
      )}
    </>
  )
}
