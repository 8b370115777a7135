import { createHash } from 'node:crypto'
import type { Catalogue } from '../../engine/catalogue.ts'
import { empty, type Answer } from './answer.ts'
import { catalogueJson } from './catalogue-json.ts'
import type { At, Doors } from './door.ts'
import { isKnown } from './etag.ts'
import { openApi } from './openapi.ts'
import { base, type Route } from './route.ts'

/** What the API says of itself. It holds nothing of any workspace, so anybody may read it. */
export function aboutRoutes(catalogue: Catalogue, version: string, doors: Doors): readonly Route[] {
  return [
    {
      method: 'GET',
      path: `${base}/openapi.json`,
      handle: doors.open(
        standing('application/json', () => JSON.stringify(openApi(catalogue, version))),
      ),
    },
    {
      method: 'GET',
      path: `${base}/catalogue.json`,
      handle: doors.open(
        standing('application/json', () => JSON.stringify(catalogueJson(catalogue))),
      ),
    },
  ]
}

/** A text that never changes while this process runs: made at the first asking, then told from memory. */
export function standing(
  type: string,
  make: () => string,
  headers: Answer['headers'] = {},
): (at: At) => Answer {
  let made: Answer | undefined
  return (at) => {
    if (made === undefined) {
      const body = make()
      const etag = `"${createHash('sha1').update(body).digest('base64url').slice(0, 16)}"`
      made = {
        status: 200,
        body,
        headers: { 'Content-Type': type, 'Cache-Control': 'no-cache', ETag: etag, ...headers },
      }
    }
    const etag = made.headers['ETag'] ?? ''
    return isKnown(at.req.header('if-none-match'), etag)
      ? empty(304, { 'Cache-Control': 'no-cache', ETag: etag, ...headers })
      : made
  }
}
