/**
 * Lets the application open without a network: its own files are kept, and the page for every address
 * of it. What it shows then is what the workplace holds; nothing of the API is answered here.
 */
const worker = self as unknown as Worker

/** What is used of a service worker's scope: its library cannot stand beside that of a page. */
interface Worker {
  readonly location: Location
  readonly clients: { readonly claim: () => Promise<void> }
  readonly skipWaiting: () => Promise<void>
  addEventListener(name: 'install' | 'activate', take: (event: Lasting) => void): void
  addEventListener(name: 'fetch', take: (event: Fetching) => void): void
}

interface Lasting {
  readonly waitUntil: (work: Promise<unknown>) => void
}

interface Fetching {
  readonly request: Request
  readonly respondWith: (response: Promise<Response>) => void
}

const name = 'throughline'
const page = '/index.html'

worker.addEventListener('install', (event) => {
  event.waitUntil(keepAll().then(() => worker.skipWaiting()))
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOld().then(() => worker.clients.claim()))
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  if (pathname.startsWith('/assets/')) event.respondWith(fromCache(request))
  else if (request.mode === 'navigate' && (pathname === '/' || pathname.startsWith('/w/')))
    event.respondWith(fromNetwork(request))
})

/** A name in /assets/ holds the digest of its content: what is kept under it is what it is. */
async function fromCache(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request)
}

async function fromNetwork(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await caches.match(page)
    if (kept === undefined) throw error
    return kept
  }
}

async function filesNow(): Promise<readonly string[]> {
  return (await (await fetch('/files.json', { cache: 'no-cache' })).json()) as readonly string[]
}

async function keepAll(): Promise<void> {
  const cache = await caches.open(name)
  const files = await filesNow()
  const missing: string[] = []
  for (const file of files)
    if (file === page || (await cache.match(file)) === undefined) missing.push(file)
  await cache.addAll(missing)
}

async function forgetOld(): Promise<void> {
  const cache = await caches.open(name)
  const files = new Set(await filesNow())
  for (const request of await cache.keys())
    if (!files.has(new URL(request.url).pathname)) await cache.delete(request)
}

// a module, so that its names are its own
export {}
