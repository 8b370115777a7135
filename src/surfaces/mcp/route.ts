import type { Catalogue } from '../../engine/catalogue.ts'
import type { Answer } from '../rest/answer.ts'
import type { Doors } from '../rest/door.ts'
import type { Route } from '../rest/route.ts'
import type { Faults, Offer, Rest } from './answers.ts'
import { checkOwnSite } from '../rest/own-site.ts'
import { shelvesOf } from './resources.ts'
import { toolsOf } from './tools.ts'

export interface McpOptions extends Faults {
  readonly catalogue: Catalogue
  readonly version: string
  readonly rest: Rest
}

/** `/mcp`: one question and one answer, and nothing is kept between two of them. */
export function mcpRoute(options: McpOptions, doors: Doors): Route {
  let offer: Offer | undefined
  return {
    method: 'POST',
    path: '/mcp',
    handle: doors.asking(async (ask, body) => {
      checkOwnSite(ask.header)
      const { catalogue, version, rest } = options
      offer ??= { tools: toolsOf(catalogue), shelves: shelvesOf(catalogue) }
      // Half a second of loading, which an instance that nobody asks by MCP never spends.
      const { spoken } = await import('./spoken.ts')
      return answerOf(await spoken(ask, body, offer, { version, rest, faults: options }))
    }),
  }
}

async function answerOf(response: Response): Promise<Answer> {
  const body = await response.text()
  const type = response.headers.get('content-type')
  return {
    status: response.status,
    body: body === '' ? null : body,
    headers: type === null ? {} : { 'Content-Type': type },
  }
}
