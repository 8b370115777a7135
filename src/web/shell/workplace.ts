import { useEffect, useSyncExternalStore } from 'react'
import type { Catalogue } from '../../engine/catalogue.ts'
import { answerWith, forgetReadings } from '../client/cache.ts'
import { currentClient, onClient } from '../client/current.ts'
import type { Client, Ended } from '../client/client.ts'
import type { Entry } from '../client/outbox.ts'
import type { LinkState } from '../client/line.ts'
import { forgetWho, type Me } from './me.ts'

// On its way while it is asked who this is; pages show before it is there.
const coming = import('./open-workplace.ts')

/** Opens the workplace of whoever is signed in, for as long as the page shows it. */
export function useWorkplace(me: Me | undefined, catalogue: Catalogue): void {
  const workspaceId = me?.workspace.id
  const actorId = me?.actor.id
  useEffect(() => {
    if (me === undefined) return
    const stop = new AbortController()
    let close = (): void => undefined
    void coming.then(async ({ openWorkplace }) => {
      const client = await openWorkplace(me, catalogue)
      const leave = answerWith(client)
      const unsubscribe = client.subscribe(() => noteEnd(me.workspace.slug, client))
      noteEnd(me.workspace.slug, client)
      const wake = (): void => {
        if (document.visibilityState === 'visible') client.wake()
      }
      document.addEventListener('visibilitychange', wake)
      // either way the line is looked at anew: a connection can outlive its network for minutes
      for (const name of network) addEventListener(name, client.wake)
      close = () => {
        document.removeEventListener('visibilitychange', wake)
        for (const name of network) removeEventListener(name, client.wake)
        unsubscribe()
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

/** Where one was let in no more while the page stood open, until the page is opened anew. */
const ends = new Map<string, Ended>()

function noteEnd(slug: string, client: Client): void {
  const ended = client.ended()
  if (ended === undefined || ends.has(slug)) return
  ends.set(slug, ended)
  forgetWho()
  forgetReadings()
}

/** That one is let in no more in the workspace at this address, once it is so. */
export const useEnded = (slug: string): Ended | undefined =>
  useSyncExternalStore(onClient, () => ends.get(slug))

const network = ['online', 'offline'] as const

/** How the line stands, and what has not been answered yet. */
export function useLine(): { readonly state: LinkState; readonly entries: readonly Entry[] } {
  const state = useSyncExternalStore(onClient, () => currentClient()?.state() ?? 'opening')
  const entries = useSyncExternalStore(onClient, () => currentClient()?.outbox.entries() ?? none)
  return { state, entries }
}

const none: readonly Entry[] = []
