import { Hono } from 'hono'
import type { Catalogue } from '../../engine/catalogue.ts'
import { invalid, unknown } from '../../engine/problem.ts'
import { aboutRoutes } from './about.ts'
import { respond } from './answer.ts'
import { commandRoutes } from './commands.ts'
import { doorsOf, type At, type Doors, type Entrance, type House } from './door.ts'
import { problemAnswer, Refusal } from './problem.ts'
import { readingRoutes, type Writers } from './readings.ts'
import { recordRoutes } from './records.ts'
import { base, type Route } from './route.ts'
import { sentence } from '../../engine/words.ts'

export interface RestOptions extends House {
  readonly catalogue: Catalogue
  /** The version of the product, for the API's own description. */
  readonly version: string
  /** How the answer of a view reads as Markdown, by the view's name. */
  readonly markdown: Writers
  /** Routes of other surfaces that stand under the same address and the same doors. */
  /** Told the template of the address that a request is answered at; for those who measure. */
  readonly routed?: ((template: string) => void) | undefined
  readonly more?: (doors: Doors) => readonly Route[]
}

/**
 * The whole API as a function of the catalogue. Each address stands by itself and has exactly one
 * handler for every method, the wrong ones included: the router then needs no chain.
 */
export function restApp(options: RestOptions): Hono<Entrance> {
  const doors = doorsOf(options)
  const routes = routesOf(options, doors)
  const app = new Hono<Entrance>()
  for (const path of new Set(routes.map((route) => route.path))) {
    const own = routes.filter((route) => route.path === path)
    for (const route of own) app.on(route.method, path, routed(options, route))
    const allowed = own.map((route) => route.method)
    const wrong = methods.filter((method) => !allowed.includes(method as never))
    app.on(
      [...wrong],
      path,
      doors.open(() => Promise.reject(notAllowed(allowed))),
    )
  }
  const refuse = async (error: unknown, at: At): Promise<Response> =>
    respond(
      problemAnswer(error, {
        method: at.req.method,
        path: at.req.path.slice(0, 300),
        newReference: options.ports.newId,
        report: options.report,
        words: await options.wordsFor(at.req.header('accept-language')),
      }),
    )
  app.notFound((at) =>
    refuse(
      unknown(
        sentence('There is no address {path} here. {base}/openapi.json lists them all.', {
          path: at.req.path.slice(0, 200),
          base,
        }),
      ),
      at,
    ),
  )
  app.onError(refuse)
  return app
}

function routed({ routed: tell }: RestOptions, { path, handle }: Route): Route['handle'] {
  if (tell === undefined) return handle
  return (at) => {
    tell(path)
    return handle(at)
  }
}

/** Every verb at every address. */
export function routesOf(options: RestOptions, doors: Doors = doorsOf(options)): readonly Route[] {
  const { catalogue, store } = options
  return [
    ...aboutRoutes(catalogue, options.version, doors),
    ...commandRoutes(catalogue, store, doors),
    ...readingRoutes(catalogue, store, doors, options.markdown),
    ...catalogue.records.flatMap((kind) => recordRoutes(kind, catalogue, store, doors)),
    ...(options.more?.(doors) ?? []),
  ]
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

function notAllowed(allowed: readonly string[]): Refusal {
  const names = allowed.includes('GET') ? [...allowed, 'HEAD'] : allowed
  return new Refusal(
    405,
    invalid(sentence('This address takes {list}.', { list: names.join(', ') })),
    {
      Allow: names.join(', '),
    },
  )
}
