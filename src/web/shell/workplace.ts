import { useEffect, useSyncExternalStore } from 'react'
import type { Catalogue } from '../../engine/catalogue.ts'
import { here } from '../client/api.ts'
import { answerWith } from '../client/cache.ts'
import { openClient, shapeOf, type Client } from '../client/client.ts'
import { currentClient, onClient } from '../client/current.ts'
import { keepInMemory, openKeep } from '../client/keep.ts'
import { newId } from '../client/new-id.ts'
import type { Entry } from '../client/outbox.ts'
import type { LinkState } from '../client/line.ts'
import { tabsOf } from '../client/browser-tabs.ts'
import type { Me } from './me.ts'

/** Opens the workplace of whoever is signed in, for as long as the page shows it. */
export function useWorkplace(me: Me | undefined, catalogue: Catalogue): void {
  const workspaceId = me?.workspace.id
  const actorId = me?.actor.id
  useEffect(() => {
    if (me === undefined) return
    const stop = new AbortController()
    let close = (): void => undefined
    void open(me, catalogue).then((client) => {
      const leave = answerWith(client)
      const wake = (): void => {
        if (document.visibilityState === 'visible') client.wake()
      }
      document.addEventListener('visibilitychange', wake)
      // either way the line is looked at anew: a connection can outlive its network for minutes
      for (const name of network) addEventListener(name, client.wake)
      close = () => {
        document.removeEventListener('visibilitychange', wake)
        for (const name of network) removeEventListener(name, client.wake)
        leave()
        client.close()
      }
      if (stop.signal.aborted) close()
    })
    return () => {
      stop.abort()
      close()
    }
    // the same person in the same workspace is the same workplace, however often it is read
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [workspaceId, actorId, catalogue])
}

const network = ['online', 'offline'] as const

async function open(me: Me, catalogue: Catalogue): Promise<Client> {
  const name = `throughline ${me.workspace.id} ${me.actor.id}`
  const keep = await openKeep(name, shapeOf(catalogue)).catch(() => keepInMemory())
  return openClient({
    catalogue,
    actor: { ...me.actor, kind: 'member', workspaceId: me.workspace.id },
    api: here,
    keep,
    tabs: tabsOf(name, crypto.randomUUID()),
    newId,
    now: Date.now,
  })
}

/** How the line stands, and what has not been answered yet. */
export function useLine(): { readonly state: LinkState; readonly entries: readonly Entry[] } {
  const state = useSyncExternalStore(onClient, () => currentClient()?.state() ?? 'opening')
  const entries = useSyncExternalStore(onClient, () => currentClient()?.outbox.entries() ?? none)
  return { state, entries }
}

const none: readonly Entry[] = []
