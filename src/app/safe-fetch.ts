import { lookup as lookUp } from 'node:dns/promises'
import { request as overHttp, type IncomingHttpHeaders } from 'node:http'
import { request as overHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isNever, isOwnNetwork, isPublic } from './addresses-of-the-net.ts'

/**
 * The one way in which the app calls an address that somebody gave. It asks for the addresses behind the
 * name itself, refuses where any of them is not public, and connects to one of exactly those: a name that
 * answers otherwise a moment later is not asked again. It follows nothing.
 */
export interface SafeFetch {
  (given: {
    readonly url: string
    readonly method: 'POST'
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
  }): Promise<Answered>
}

export interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** Of a longer answer the first 64 kB. */
  readonly body: string
}

/** An address that is not called, in a sentence. */
export class Refused extends Error {}

export interface Reach {
  /** Into one's own network too, and without encryption: for a company that sends to itself. */
  readonly toPrivate: boolean
  /** All addresses behind a name. */
  readonly resolve?: (name: string) => Promise<readonly string[]>
  /** All told: finding the address, connecting, sending and reading; ten seconds without it. */
  readonly patienceMs?: number
}

const mostBytes = 65_536

export const safeFetchOf =
  ({ toPrivate, resolve = bySystem, patienceMs = 10_000 }: Reach): SafeFetch =>
  async ({ url: given, ...message }) => {
    const url = placeOf(given, toPrivate)
    const limit = AbortSignal.timeout(patienceMs)
    const name = url.hostname.replace(/^\[|\]$/g, '')
    const addresses = isIP(name) === 0 ? await inTime(resolve(name), limit, patienceMs) : [name]
    if (addresses.length === 0) throw new Refused(`${name} has no address.`)
    for (const address of addresses)
      if (!mayCall(address, toPrivate))
        throw new Refused(
          `${name} leads to ${address}, which is no public address. Nothing was sent there.`,
        )
    return send(url, addresses, message, limit).catch((error: unknown) => {
      if (limit.aborted) throw new Error(noTime(patienceMs), { cause: error })
      throw error
    })
  }

/** Everything that leads somewhere else than it seems to is refused before anybody is asked where it leads. */
function placeOf(given: string, toPrivate: boolean): URL {
  const parts = /^(https?):\/\/([^/?#\\]+)(?:[/?#]|$)/i.exec(given)
  const authority = parts?.[2]
  if (authority === undefined || !/^[\x21-\x7e]+$/.test(given) || !URL.canParse(given))
    throw new Refused('This is no web address that can be called: write https:// and a host.')
  const url = new URL(given)
  if (url.protocol === 'http:' && !toPrivate)
    throw new Refused('This address is not encrypted: it has to begin with https://.')
  if (authority.includes('@'))
    throw new Refused('This address has a name or a password in it. Leave them out.')
  const host = authority.replace(/:\d{1,5}$/, '').toLowerCase()
  // 0x7f.1, 2130706433 and 0177.0.0.1 are all spellings of 127.0.0.1, and a dot at the end leads round lists.
  if (host !== url.hostname || host.endsWith('.'))
    throw new Refused(
      `This host is not written as usual: ${url.hostname.replace(/\.$/, '')} is how it is written.`,
    )
  return url
}

const mayCall = (address: string, toPrivate: boolean): boolean =>
  !isNever(address) && (isPublic(address) || (toPrivate && isOwnNetwork(address)))

const bySystem = async (name: string): Promise<readonly string[]> =>
  (await lookUp(name, { all: true, verbatim: true })).map(({ address }) => address)

const noTime = (patienceMs: number): string =>
  `Nothing came back within ${patienceMs / 1000} seconds: the time is over.`

/** The end of the time, when it comes first; what was waited for then goes on unheard. */
const inTime = async <T>(work: Promise<T>, signal: AbortSignal, patienceMs: number): Promise<T> => {
  const aborted = new Promise<never>((_, reject) =>
    signal.addEventListener('abort', () => reject(new Error(noTime(patienceMs))), { once: true }),
  )
  work.catch(() => undefined)
  return Promise.race([work, aborted])
}

function send(
  url: URL,
  addresses: readonly string[],
  { method, headers, body }: Omit<Parameters<SafeFetch>[0], 'url'>,
  signal: AbortSignal,
): Promise<Answered> {
  const checked = addresses.map((address) => ({ address, family: isIP(address) }))
  const lookup: LookupFunction = (_name, { all }, done) => {
    const [first = { address: '', family: 4 }] = checked
    if (all === true) done(null, checked)
    else done(null, first.address, first.family)
  }
  return new Promise((settle, reject) => {
    const open = url.protocol === 'https:' ? overHttps : overHttp
    const asked = open(
      url,
      {
        method,
        // No connection of an earlier call, whose address was checked for that one.
        agent: false,
        lookup,
        signal,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      },
      (answer) => {
        const chunks: Buffer[] = []
        let bytes = 0
        const end = (): void =>
          settle({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(chunks).subarray(0, mostBytes).toString('utf8'),
          })
        answer.on('data', (chunk: Buffer) => {
          chunks.push(chunk)
          bytes += chunk.length
          if (bytes < mostBytes) return
          end()
          asked.destroy()
        })
        answer.on('end', end)
        answer.on('error', reject)
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}
