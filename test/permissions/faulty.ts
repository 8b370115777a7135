import type { Actor } from '../../src/engine/access.ts'
import { serverCatalogue as catalogue } from '../../src/areas/server.ts'
import { realPorts } from '../../src/app/ports.ts'
import { guestOf, letOutOf } from '../../src/app/sign-in/guest-of.ts'
import type { Store } from '../../src/store/store.ts'
import { hubOf } from '../../src/surfaces/live/hub.ts'
import { liveRoutes } from '../../src/surfaces/live/routes.ts'
import { restApp } from '../../src/surfaces/rest/app.ts'
import { wordsAccepted } from '../../src/words/accepted.ts'
import type { Send } from './asking.ts'

const asSystem = (actor: Actor): Actor => ({ ...actor, kind: 'system' })

/** The faults that the suite must see, each in a store that is whole but for it. */
export const faults = {
  'a list that forgets who asks': (store: Store): Store => ({
    ...store,
    reader: (actor) => ({
      ...store.reader(actor),
      list: (record, query) => store.reader(asSystem(actor)).list(record, query),
    }),
  }),
  'a row of another workspace, by its id': (store: Store, elsewhere: Actor): Store => ({
    ...store,
    reader: (actor) => ({
      ...store.reader(actor),
      get: async (record, id) =>
        (await store.reader(actor).get(record, id)) ??
        (await store.reader(asSystem(elsewhere)).get(record, id)),
    }),
  }),
  'a snapshot of everything for everybody': (store: Store): Store => ({
    ...store,
    live: {
      ...store.live,
      snapshot: (actor, records, take) => store.live.snapshot(asSystem(actor), records, take),
    },
  }),
  'a write that is refused and done': (store: Store): Store => ({
    ...store,
    apply: async (actor, name, input, more) => {
      try {
        return await store.apply(actor, name, input, more)
      } catch (error) {
        await store.apply(asSystem(actor), name, input, more).catch(() => undefined)
        throw error
      }
    },
  }),
} as const

/** The API over a store with a fault. */
export function appOver(store: Store): { readonly send: Send; readonly close: () => void } {
  const plenty = { perSecond: 1e6, burst: 1e6 }
  const ports = realPorts()
  const log = { info: () => undefined, fault: () => undefined }
  const hub = hubOf(store.live, () => undefined)
  const app = restApp({
    store,
    catalogue,
    ports,
    version: '0',
    markdown: {},
    limits: { principal: plenty, address: plenty, bodyBytes: 1_000_000 },
    report: () => undefined,
    wordsFor: wordsAccepted,
    cookie: () => 'none',
    address: () => 'none',
    actorOf: guestOf({ store, ports, isOwnerToken: () => false, log }),
    letOut: letOutOf(store),
    more: (doors) => liveRoutes(store, hub, doors),
  })
  return {
    send: async (path, init) => app.fetch(new Request(`http://127.0.0.1${path}`, init)),
    close: () => hub.close(),
  }
}
