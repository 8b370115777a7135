import { expect, test } from 'vitest'
import { serverCatalogue } from '../areas/server.ts'
import { english } from '../engine/words.ts'
import type { Store } from '../store/store.ts'
import { hubOf } from '../surfaces/live/hub.ts'
import { liveRoutes } from '../surfaces/live/routes.ts'
import { routesOf } from '../surfaces/rest/app.ts'
import { defaultLimits } from '../surfaces/rest/limit.ts'
import { openApi } from '../surfaces/rest/openapi.ts'
import { base } from '../surfaces/rest/route.ts'
import { importsOf } from '../surfaces/transfer/imports.ts'
import type { Bytes } from '../surfaces/transfer/archive.ts'
import { transferRoutes } from '../surfaces/transfer/routes.ts'
import { realPorts } from './ports.ts'
import type { Keeper } from './files/keeper.ts'
import { fileRoutes } from './files/routes.ts'
import { localProxies } from './proxies.ts'
import { sampleRoutes } from './sample/route.ts'
import { accountRoutes } from './sign-in/account.ts'
import { approachOf } from './sign-in/approach.ts'
import { linkRoute } from './sign-in/link.ts'
import { passkeyRoutes } from './sign-in/passkey-routes.ts'
import { passwordLinkRoute } from './sign-in/password-links.ts'

test('every address of the API stands in its document, and every address there exists', () => {
  const ports = realPorts()
  // Nothing is asked here, so nothing needs a database.
  const store = { catalogue: serverCatalogue, identity: {} } as Store
  const report = (): void => undefined
  const log = { info: report, fault: report }
  const deaf = { listen: () => () => undefined } as unknown as Store['live']
  const approach = approachOf({ proxies: localProxies, publicUrl: undefined })
  const routes = routesOf({
    store,
    catalogue: serverCatalogue,
    ports,
    limits: defaultLimits,
    version: '0',
    markdown: {},
    report,
    actorOf: () => Promise.resolve(undefined),
    letOut: () => Promise.resolve('over'),
    wordsFor: () => Promise.resolve(english),
    cookie: () => '',
    address: approach.address,
    more: (doors) => [
      linkRoute(store, ports, '', doors),
      ...accountRoutes({ store, doors, cookie: () => '', approach, doubt: () => undefined }),
      ...passkeyRoutes({ store, doors, party: undefined, doubt: () => undefined }),
      passwordLinkRoute({ store, ports, log, doors, approach }),
      ...sampleRoutes(store, ports, doors),
      ...fileRoutes(store, {} as Keeper, ports, doors),
      ...liveRoutes(
        store,
        hubOf(deaf, () => undefined),
        doors,
      ),
      ...transferRoutes(
        store,
        importsOf({ store, bytes: {} as Bytes, ports }),
        {} as Bytes,
        { report, newReference: ports.newId, now: ports.now },
        doors,
      ),
    ],
  })
  const served = routes.map(
    ({ method, path }) => `${method} ${path.slice(base.length).replace(/:(\w+)/g, '{$1}')}`,
  )
  const described = Object.entries(openApi(serverCatalogue, '0').paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(served.length).toBeGreaterThan(100)
  const plain = served.filter(
    (one) =>
      !/^POST \/commands\/(create|update|remove|restore)-/.test(one) || described.includes(one),
  )
  expect(plain.toSorted()).toEqual(described.toSorted())
})
