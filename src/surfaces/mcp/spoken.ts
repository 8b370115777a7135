import { createMcpHandler } from '@modelcontextprotocol/server'
import type { Ask, Body } from '../rest/door.ts'
import { answersTo, type Faults, type Offer, type Rest } from './answers.ts'
import { serverOf } from './server.ts'

/**
 * One message of the protocol and its answer. The revision without sessions (2026-07-28) is spoken as
 * such; older clients get each of theirs answered by itself, which their revisions allow.
 */
export function spoken(
  ask: Ask,
  body: Body,
  offer: Offer,
  {
    version,
    rest,
    faults,
  }: { readonly version: string; readonly rest: Rest; readonly faults: Faults },
): Promise<Response> {
  const answers = answersTo(ask, offer, rest, faults)
  // What happens is followed along at /api/v1/live: no stream is held open here.
  const handler = createMcpHandler(() => serverOf(version, answers), { maxSubscriptions: 0 })
  const headers = new Headers({ 'content-type': 'application/json' })
  for (const name of ['accept', 'mcp-protocol-version', 'mcp-method', 'mcp-name']) {
    const value = ask.header(name)
    if (value !== undefined) headers.set(name, value)
  }
  return handler.fetch(new Request(ask.url, { method: 'POST', headers }), { parsedBody: body })
}
