import { chmodSync, lstatSync, readdirSync, rmSync, rmdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Account, give } from './account.ts'
import { type Home } from './home.ts'
import { broken } from './refusals.ts'
import { makeFolder, readJson, readText, replaceFile } from './whole-file.ts'

/** Where a server listens: in a private folder, or on a port of this machine's loopback. */
export type Endpoint =
  | { readonly kind: 'socket'; readonly directory: string; readonly port: number }
  | { readonly kind: 'tcp'; readonly port: number }

/** What `pg` needs to connect. `host` is a folder where it begins with a slash. */
export interface Connection {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly database: string
  readonly password?: string
}

/** A place to listen for the first user of a server that is about to start. */
export async function chooseEndpoint(
  home: Home,
  account: Account | undefined,
  transport: Endpoint['kind'],
): Promise<Endpoint> {
  if (transport === 'tcp') return { kind: 'tcp', port: await freePort() }
  return { kind: 'socket', directory: socketFolder(home, account), port: socketPort }
}

/** Where the home's server listened last; its users still look for it there. */
export function lastEndpoint(home: Home): Endpoint | undefined {
  return readJson(recordFile(home)) as Endpoint | undefined
}

export function recordEndpoint(home: Home, endpoint: Endpoint): void {
  replaceFile(recordFile(home), JSON.stringify(endpoint), 0o644)
}

const recordFile = (home: Home): string => join(home.path, 'endpoint.json')

/** Makes the place ready again: its folder may have been swept away, a dead socket left in it. */
export function prepareEndpoint(endpoint: Endpoint, account: Account | undefined): void {
  if (endpoint.kind === 'tcp') return
  if (!isOurs(endpoint.directory, account)) {
    throw broken(
      `${endpoint.directory} is needed for the database's socket and belongs to somebody else. Remove it.`,
    )
  }
  for (const name of readdirSync(endpoint.directory)) {
    if (name.startsWith('.s.PGSQL.')) rmSync(join(endpoint.directory, name), { force: true })
  }
}

/** Whether there is still something to connect to; a swept /tmp leaves a server without a door. */
export function isReachable(endpoint: Endpoint): boolean {
  if (endpoint.kind === 'tcp') return true
  return lstatSync(socketOf(endpoint), { throwIfNoEntry: false }) !== undefined
}

/** Removes the folder of a stopped server where it is not in use for anything else. */
export function leaveEndpoint(endpoint: Endpoint): void {
  if (endpoint.kind === 'tcp') return
  try {
    rmdirSync(endpoint.directory)
  } catch {
    // Swept already, or not empty: either way it harms nobody.
  }
}

export function connectionTo(endpoint: Endpoint, home: Home): Connection {
  const common = { port: endpoint.port, user: owner, database: owner }
  if (endpoint.kind === 'socket') return { host: endpoint.directory, ...common }
  return { host: '127.0.0.1', ...common, password: readText(passwordFile(home))?.trim() ?? '' }
}

/** The superuser, and the database that is Throughline's. */
export const owner = 'throughline'

/** Where the superuser's password is kept, for connections that are not through a folder. */
export const passwordFile = (home: Home): string => join(home.path, 'password')

const socketPort = 5432

const socketOf = (endpoint: { readonly directory: string; readonly port: number }): string =>
  join(endpoint.directory, `.s.PGSQL.${endpoint.port}`)

/**
 * The system's own folders first: a path in them is short, and PostgreSQL renews its socket there
 * against sweepers. Not XDG_RUNTIME_DIR, which is taken away when its user logs out, though the
 * server goes on. Where root owns the home it lies in there, since no one else can get at it.
 */
function socketFolder(home: Home, account: Account | undefined): string {
  const uid = account?.uid ?? process.getuid?.()
  const name = `throughline-${uid}-${home.key}`
  const candidates = isRoots(home.path)
    ? [join(home.path, 'socket')]
    : [tmpdir(), '/tmp', home.path].flatMap((base) =>
        ['', '-2', '-3'].map((suffix) => join(base, name + suffix)),
      )
  const found = candidates.find(
    (directory) =>
      Buffer.byteLength(socketOf({ directory, port: socketPort })) <= longestPath &&
      isOurs(directory, account),
  )
  if (found !== undefined) return found
  throw broken(
    `No folder can be made for the database's socket; tried ${candidates.join(', ')}. Set TMPDIR to a ` +
      'directory that this user may write and whose name is short.',
  )
}

/** 108 bytes with their end on Linux, 104 elsewhere; a longer one is cut off or refused. */
const longestPath = 103

function isRoots(path: string): boolean {
  return process.getuid?.() === 0 && lstatSync(path).uid === 0
}

/** Makes the folder if need be; false when it is another's, or a link, or cannot be made. */
function isOurs(directory: string, account: Account | undefined): boolean {
  try {
    makeFolder(directory, 0o700)
    // Ours, new or from a start that was cut off right here.
    if (lstatSync(directory).uid === process.getuid?.()) give(directory, account)
    const found = lstatSync(directory)
    if (!found.isDirectory()) return false
    if (process.getuid !== undefined && found.uid !== (account?.uid ?? process.getuid()))
      return false
    if ((found.mode & 0o077) !== 0) chmodSync(directory, 0o700)
    return true
  } catch {
    return false
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port)
      })
    })
  })
}
