import { join } from 'node:path'
import { becameMarkdown, whyMarkdown } from '../areas/discovery/index.ts'
import { serverCatalogue } from '../areas/server.ts'
import type { Ports } from '../engine/ports.ts'
import { must } from '../engine/problem.ts'
import { openStore } from '../store/open.ts'
import type { Store } from '../store/store.ts'
import { hubOf, type Hub } from '../surfaces/live/hub.ts'
import { liveRoutes } from '../surfaces/live/routes.ts'
import { mcpRoute } from '../surfaces/mcp/route.ts'
import { restApp } from '../surfaces/rest/app.ts'
import { importsOf } from '../surfaces/transfer/imports.ts'
import { transferRoutes } from '../surfaces/transfer/routes.ts'
import { referenceApp } from '../surfaces/rest/pages.ts'
import type { Report } from '../surfaces/rest/problem.ts'
import { tellAddress } from './address.ts'
import type { Config } from './config.ts'
import { ensureWorkspace } from './first-start.ts'
import { houseOf, referenceCss } from './house.ts'
import { listen, type Handle, type Listening } from './http.ts'
import type { Log } from './log.ts'
import { jobsOf } from './jobs/jobs.ts'
import { takeOwnerToken } from './owner-token.ts'
import { peopleNames } from './people-names.ts'
import { realPorts } from './ports.ts'
import { wordsAccepted } from '../words/accepted.ts'
import { accountRoutes } from './sign-in/account.ts'
import { approachOf, type At } from './sign-in/approach.ts'
import { cookieName } from './sign-in/cookie.ts'
import { guestOf, letOutOf } from './sign-in/guest-of.ts'
import { safeFetchOf } from './safe-fetch.ts'
import { linkRoute, newOnceLink } from './sign-in/link.ts'
import { root } from './root.ts'
import { sampleRoutes } from './sample/route.ts'
import { signInApp } from './sign-in/app.ts'
import { bytesFor } from './files/in-archives.ts'
import { openFiles } from './files/open.ts'
import type { Keeper } from './files/keeper.ts'
import { fileRoutes } from './files/routes.ts'
import { sweeping } from './files/sweep.ts'
import { passkeyRoutes } from './sign-in/passkey-routes.ts'
import { passwordLinkRoute } from './sign-in/password-links.ts'
import { relyingPartyOf } from './sign-in/relying-party.ts'
import { filesOf } from './static.ts'
import { version } from './version.ts'
import type { Telemetry } from './telemetry/watching.ts'
import { sweeperOf } from './sweeper.ts'
import { senderOf } from './webhooks/sender.ts'

/** A running instance. */
export interface Instance {
  readonly url: string
  readonly port: number
  /** Signs the owner in once, within the hour, on this machine. */
  readonly onceLink: string
  readonly store: Store
  /** Lets what runs end, then stops; the database of our own stops with it unless another process uses it. */
  readonly close: () => Promise<void>
}

/** Brings a whole instance up: the port first, then the database, then everything that answers. */
export async function serve(
  config: Config,
  log: Log,
  ports: Ports = realPorts(),
): Promise<Instance> {
  const isOwnerToken = takeOwnerToken(config.dataDir, ports.newSecret)
  const listening = await listen(config.port)
  let store: Store | undefined
  let telemetry: Telemetry | undefined
  try {
    telemetry = await telemetryOf(config)
    store = await openStore({
      catalogue: serverCatalogue,
      ports,
      database: { url: config.databaseUrl, dataDir: config.dataDir },
      people: peopleNames,
      trashDays: config.trashDays,
      ...(telemetry === undefined ? {} : { watch: telemetry.watch }),
      log: (line) => log.info(line),
    })
    await ensureWorkspace(store)
    const url = `http://127.0.0.1:${listening.port}`
    const { outbox } = store
    const hub = hubOf(store.live, (says, cause) => log.fault(says, cause))
    const sender = senderOf({
      store,
      ports,
      log,
      watch: telemetry?.watch,
      call: safeFetchOf({ toPrivate: config.webhooksToPrivate }),
    })
    sender.start()
    const jobs = jobsOf({ store, log })
    jobs.start()
    const sweeper = sweeperOf(store, log)
    const keeper = await openFiles(config.files, config.dataDir, log)
    const broom = sweeping(store, keeper, ports.now, log)
    const parts = {
      config,
      log,
      ports,
      isOwnerToken,
      store,
      keeper,
      hub,
      listening,
      url,
      telemetry,
    }
    const handle = handleOf(parts)
    listening.answerWith(telemetry?.watched(handle) ?? handle)
    telemetry?.stand({
      pool: store.use,
      streams: hub.streams,
      outbox: () => outbox.lag('webhook'),
    })
    const [first] = await store.identity.workspaces()
    const owner = await store.identity.owner(must(first, 'a workspace').id)
    const { url: onceLink } = await newOnceLink(store, ports, url, owner)
    const forget = tellAddress(config.dataDir, url)
    const close = closer({
      listening,
      hub,
      workers: [sender, sweeper, broom, jobs],
      store,
      forget,
      telemetry,
    })
    return { url, port: listening.port, onceLink, store, close }
  } catch (error) {
    await listening.close(0)
    await store?.close()
    await telemetry?.close(0)
    throw error
  }
}

interface Parts {
  readonly config: Config
  readonly log: Log
  readonly ports: Ports
  readonly isOwnerToken: ReturnType<typeof takeOwnerToken>
  readonly store: Store
  readonly keeper: Keeper
  readonly hub: Hub
  readonly listening: Listening
  readonly url: string
  readonly telemetry: Telemetry | undefined
}

/** Loaded only where it is asked for: nobody else is to pay for it. */
async function telemetryOf({ telemetry }: Config): Promise<Telemetry | undefined> {
  if (telemetry === undefined) return undefined
  const { openTelemetry } = await import('./telemetry/open.ts')
  return openTelemetry({ ...telemetry, version })
}

function handleOf({
  config,
  log,
  ports,
  isOwnerToken,
  store,
  keeper,
  hub,
  listening,
  url,
  telemetry,
}: Parts): Handle {
  const report: Report = ({ reference, cause, method, path }) =>
    log.fault('a request failed', cause, { reference, method, path })
  const bytes = bytesFor(keeper, ports.newId)
  const imports = importsOf({ store, bytes, ports })
  const approach = approachOf(config)
  const party = relyingPartyOf({ publicUrl: config.publicUrl, port: listening.port })
  const cookie = (at: At): string => cookieName(approach.scheme(at), listening.port)
  const rest = restApp({
    store,
    catalogue: serverCatalogue,
    ports,
    limits: config.limits,
    report,
    wordsFor: wordsAccepted,
    version,
    routed: telemetry?.route,
    markdown: {
      why: (answer, words) => whyMarkdown(answer as Parameters<typeof whyMarkdown>[0], words),
      became: (answer, words) =>
        becameMarkdown(answer as Parameters<typeof becameMarkdown>[0], words),
    },
    actorOf: guestOf({ store, ports, isOwnerToken, log }),
    letOut: letOutOf(store),
    cookie,
    address: approach.address,
    more: (doors) => [
      mcpRoute(
        {
          catalogue: serverCatalogue,
          version,
          rest: (request, guest) => rest.fetch(request, { guest }),
          newReference: ports.newId,
          report,
        },
        doors,
      ),
      linkRoute(store, ports, url, doors),
      ...accountRoutes({ store, doors, cookie, approach, doubt: hub.doubt }),
      ...passkeyRoutes({ store, doors, party, doubt: hub.doubt }),
      passwordLinkRoute({ store, ports, log, doors, approach }),
      ...sampleRoutes(store, ports, doors),
      ...fileRoutes(store, keeper, ports, doors),
      ...liveRoutes(store, hub, doors),
      ...transferRoutes(
        store,
        imports,
        bytes,
        { report, newReference: ports.newId, now: ports.now },
        doors,
      ),
    ],
  })
  const files = filesOf(join(root, 'dist', 'web'))
  const reference = referenceApp(serverCatalogue, version, referenceCss(files.paths))
  const signIn = signInApp({
    store,
    ports,
    limits: config.limits,
    log,
    report,
    approach,
    party,
    script: [...files.paths].find((path) => /^\/assets\/door-[\w-]+\.js$/.test(path)),
    port: listening.port,
    doubt: hub.doubt,
  })
  return houseOf({
    files,
    store,
    newReference: ports.newId,
    report,
    api: (request, env) => rest.fetch(request, env),
    reference: (request, env) => reference.fetch(request, env),
    signIn: (request, env) => signIn.fetch(request, env),
  })
}

function closer({
  listening,
  hub,
  workers,
  store,
  forget,
  telemetry,
}: {
  readonly listening: Listening
  readonly hub: Hub
  readonly workers: readonly { readonly close: () => Promise<void> }[]
  readonly store: Store
  readonly forget: () => void
  readonly telemetry: Telemetry | undefined
}): () => Promise<void> {
  let closing: Promise<void> | undefined
  const close = async (): Promise<void> => {
    forget()
    hub.close()
    await Promise.all([listening.close(graceMs), ...workers.map((one) => one.close())])
    await telemetry?.close(flushMs)
    await store.close()
  }
  return () => (closing ??= close())
}

const graceMs = 10_000
/** What is left is sent within so long, while the numbers behind the gauges can still be asked for. */
const flushMs = 2000
