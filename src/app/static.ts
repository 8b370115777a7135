import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** A file of the browser's part, as it goes out. */
export interface Sent {
  readonly status: 200 | 304
  readonly body: Uint8Array | null
  readonly headers: Readonly<Record<string, string>>
}

export interface Files {
  /** Every path there is. */
  readonly paths: ReadonlySet<string>
  /** The file of a path, or undefined. Only what lay in the folder at the start is ever served. */
  readonly get: (path: string, asked: Asked) => Promise<Sent | undefined>
  /** The page of the application, for every address that is the application's own. */
  readonly page: (asked: Asked) => Promise<Sent | undefined>
}

export interface Asked {
  readonly accepts: string
  readonly ifNoneMatch: string | undefined
}

/** Reads a folder once; bytes are read and compressed at the first asking and then kept. */
export function filesOf(folder: string): Files {
  const known = existsSync(folder)
    ? new Set(
        readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .map((path) => `/${path.replaceAll('\\', '/')}`)
          .filter((path) => extname(path) !== '' && !path.includes('/.')),
      )
    : new Set<string>()
  const held = new Map<string, Held>()
  const hold = (path: string): Held => {
    const found = held.get(path)
    if (found !== undefined) return found
    const made = heldOf(path, readFileSync(join(folder, path)))
    held.set(path, made)
    return made
  }
  const get: Files['get'] = async (path, asked) =>
    known.has(path) ? send(hold(path), asked) : undefined
  return { paths: known, get, page: (asked) => get('/index.html', asked) }
}

/** What a page of the application may load and run: its own files, and the inline blocks it came with. */
export function pagePolicyOf(page: string): string {
  const hashes = (tag: string): string =>
    [...page.matchAll(new RegExp(`<${tag}(?![^>]*\\ssrc=)[^>]*>([^<]+)</${tag}>`, 'g'))]
      .map(([, text = '']) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`)
      .join('')
  return [
    "default-src 'none'",
    `script-src 'self'${hashes('script')}`,
    `style-src 'self'${hashes('style')}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** The one script that runs WebAssembly, in a worker of its own: the page itself may not. */
const solving = /^\/assets\/portfolio\.worker-[\w-]+\.js$/
const solverPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; base-uri 'none'"

interface Held {
  readonly bytes: Uint8Array
  readonly etag: string
  readonly headers: Readonly<Record<string, string>>
  readonly packed: Map<string, Promise<Uint8Array>>
  readonly packs: boolean
}

function heldOf(path: string, bytes: Uint8Array): Held {
  const type = types[extname(path)] ?? 'application/octet-stream'
  const named = /-[\w-]{8,}\.\w+$/.test(path) && path.startsWith('/assets/')
  return {
    bytes,
    etag: createHash('sha1').update(bytes).digest('base64url').slice(0, 16),
    headers: {
      'Content-Type': type,
      // A name that holds its content's digest means that content for ever.
      'Cache-Control': named ? 'public, max-age=31536000, immutable' : 'no-cache',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Resource-Policy': 'same-origin',
      ...(type.startsWith('text/html')
        ? {
            'Content-Security-Policy': pagePolicyOf(new TextDecoder().decode(bytes)),
            'Cross-Origin-Opener-Policy': 'same-origin',
          }
        : {}),
      ...(solving.test(path) ? { 'Content-Security-Policy': solverPolicy } : {}),
    },
    packed: new Map(),
    packs:
      /^(text\/|application\/(json|javascript|manifest|wasm)|image\/svg)/.test(type) &&
      bytes.length > 1000,
  }
}

async function send(held: Held, { accepts, ifNoneMatch }: Asked): Promise<Sent> {
  const coding = !held.packs
    ? undefined
    : /\bbr\b/.test(accepts)
      ? 'br'
      : /\bgzip\b/.test(accepts)
        ? 'gzip'
        : undefined
  const etag = `"${held.etag}${coding === undefined ? '' : `-${coding}`}"`
  const headers = {
    ...held.headers,
    ETag: etag,
    ...(held.packs ? { Vary: 'Accept-Encoding' } : {}),
  }
  if (
    ifNoneMatch !== undefined &&
    ifNoneMatch.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
  )
    return { status: 304, body: null, headers }
  if (coding === undefined) return { status: 200, body: held.bytes, headers }
  return {
    status: 200,
    body: await packed(held, coding),
    headers: { ...headers, 'Content-Encoding': coding },
  }
}

function packed(held: Held, coding: 'br' | 'gzip'): Promise<Uint8Array> {
  const known = held.packed.get(coding)
  if (known !== undefined) return known
  const made = coding === 'gzip' ? promisify(gzip)(held.bytes, { level: 9 }) : brotli(held.bytes)
  held.packed.set(coding, made)
  return made
}

const brotli = (bytes: Uint8Array): Promise<Uint8Array> =>
  promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
}
