import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem, unknown } from '../engine/problem.ts'
import type { Store } from '../store/store.ts'
import { json, respond } from '../surfaces/rest/answer.ts'
import { problemAnswer, type Report } from '../surfaces/rest/problem.ts'
import { wordsAccepted } from '../words/accepted.ts'
import type { Handle } from './http.ts'
import { root } from './root.ts'
import type { Files, Sent } from './static.ts'
import { sentence } from '../engine/words.ts'

export interface Rooms {
  readonly files: Files
  readonly store: Store
  readonly newReference: () => string
  readonly report: Report
  readonly api: Handle
  readonly reference: Handle
  readonly signIn: Handle
}

/** Which part of the instance answers an address. The API comes first, because it is asked most. */
export function houseOf(rooms: Rooms): Handle {
  const { files } = rooms
  const refused = async (
    error: unknown,
    { method, headers }: Request,
    path: string,
  ): Promise<Response> =>
    respond(
      problemAnswer(error, {
        method,
        path: path.slice(0, 300),
        newReference: rooms.newReference,
        report: rooms.report,
        words: await wordsAccepted(headers.get('accept-language') ?? undefined),
      }),
    )

  const pageOrFile = async (request: Request, path: string): Promise<Response> => {
    const { method, headers } = request
    if (method !== 'GET' && method !== 'HEAD')
      return refused(
        unknown(
          sentence('Nothing at {path} takes {method}. The API is at /api/v1.', {
            path: path.slice(0, 200),
            method: method.slice(0, 20),
          }),
        ),
        request,
        path,
      )
    const asked = {
      accepts: headers.get('accept-encoding') ?? '',
      ifNoneMatch: headers.get('if-none-match') ?? undefined,
    }
    const found =
      (await files.get(path, asked)) ?? (isPage(path) ? await files.page(asked) : undefined)
    if (found !== undefined) return sent(found, method)
    const says = isPage(path)
      ? sentence(
          'The pages of this instance are not built. Run "node scripts/build.mjs" in its folder and start it again.',
        )
      : sentence('There is nothing at {path}.', { path: path.slice(0, 200) })
    return refused(unknown(says), request, path)
  }

  const ready = async (request: Request): Promise<Response> => {
    const { ok, says, trouble } = await rooms.store.ready()
    return ok
      ? respond(json({ ok, says }))
      : refused(new Problem('broken', says, [], { trouble }), request, '/readyz')
  }

  return (request, env) => {
    const path = pathOf(request.url)
    if (path.startsWith('/api/v1/') || path === '/mcp') return rooms.api(request, env)
    if (path === '/livez') return respond(json({ ok: true }))
    if (path === '/readyz') return ready(request)
    if (path === '/sign-in' || path === '/sign-out' || path.startsWith('/sign-in/'))
      return rooms.signIn(request, env)
    if (path === '/api' || path === '/api/reference.css' || /^\/problems\/[a-z]+$/.test(path))
      return rooms.reference(request, env)
    if (path.startsWith('/api'))
      return refused(
        unknown(
          sentence(
            'There is no address {path} here. The API is at /api/v1, its description at /api.',
            { path: path.slice(0, 200) },
          ),
        ),
        request,
        path,
      )
    return pageOrFile(request, path).catch((error: unknown) => refused(error, request, path))
  }
}

/**
 * The style of the pages that the server makes itself: the product's tokens, then their own rules, and
 * its typefaces from the files that were built for the application.
 */
export function referenceCss(paths: ReadonlySet<string>): string {
  const faces = typefaces.flatMap(({ family, file, weight }) => {
    const path = [...paths].find((one) => file.test(one))
    return path === undefined
      ? []
      : [
          `@font-face { font-family: '${family}'; font-weight: ${weight}; font-display: swap; src: url('${path}') format('woff2'); }`,
        ]
  })
  const sheets = ['src/web/kit/tokens.css', 'src/surfaces/rest/reference.css'].map((path) =>
    readFileSync(join(root, path), 'utf8'),
  )
  return [...faces, ...sheets].join('\n')
}

const typefaces = [
  {
    family: 'Newsreader Variable',
    file: /\/newsreader-latin-wght-normal-[\w-]+\.woff2$/,
    weight: '200 800',
  },
  {
    family: 'Hanken Grotesk Variable',
    file: /\/hanken-grotesk-latin-wght-normal-[\w-]+\.woff2$/,
    weight: '100 900',
  },
  {
    family: 'IBM Plex Mono',
    file: /\/ibm-plex-mono-latin-400-normal-[\w-]+\.woff2$/,
    weight: '400',
  },
]

/** Addresses of the application have no file ending; the application itself says what is not there. */
const isPage = (path: string): boolean => !/\.[a-z0-9]{1,12}$/i.test(path)

function pathOf(url: string): string {
  const start = url.indexOf('/', url.indexOf('//') + 2)
  const end = url.search(/[?#]/)
  return start === -1 ? '/' : url.slice(start, end === -1 ? undefined : end)
}

const sent = ({ status, body, headers }: Sent, method: string): Response =>
  new Response(method === 'HEAD' ? null : (body as Uint8Array<ArrayBuffer> | null), {
    status,
    headers,
  })
