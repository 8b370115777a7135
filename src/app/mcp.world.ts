import {
  Client as Client2,
  StreamableHTTPClientTransport as Http2,
} from '@modelcontextprotocol/client'
import { StdioClientTransport as Stdio2 } from '@modelcontextprotocol/client/stdio'
import { Client as Client1 } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport as Stdio1 } from '@modelcontextprotocol/sdk/client/stdio.js'
import { StreamableHTTPClientTransport as Http1 } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { root } from './root.ts'

/** A client library over a transport: the line of today (2026-07-28) and the one before (2025-11-25). */
export const ways = ['v2 over HTTP', 'v1 over HTTP', 'v2 over stdio', 'v1 over stdio'] as const
export type Way = (typeof ways)[number]

export interface Called {
  readonly isError: boolean
  /** The structured content. */
  readonly body: Readonly<Record<string, unknown>>
  /** The text beside it. */
  readonly text: string
}

/** Somebody who speaks MCP to an instance, by a library that is not ours. */
export interface Speaker {
  readonly revision: string | undefined
  readonly instructions: string | undefined
  readonly tools: () => Promise<readonly Listed[]>
  readonly call: (name: string, given?: Plain, meta?: Plain) => Promise<Called>
  readonly templates: () => Promise<readonly string[]>
  /** The text of a resource; a refusal is thrown, with its problem as data. */
  readonly read: (uri: string) => Promise<Plain>
  readonly close: () => Promise<void>
}

interface Listed {
  readonly name: string
  readonly inputSchema: unknown
  readonly annotations?: unknown
}

type Plain = Readonly<Record<string, unknown>>

const about = { name: 'a test', version: '1' }

export async function speaker(
  url: string,
  key: string,
  way: Way = 'v2 over HTTP',
): Promise<Speaker> {
  const stdio = {
    command: process.execPath,
    args: ['--import', 'tsx', 'src/app/main.ts', 'mcp'],
    cwd: root,
    env: { THROUGHLINE_URL: url, THROUGHLINE_KEY: key, PATH: process.env['PATH'] ?? '' },
  }
  const at = new URL(`${url}/mcp`)
  const authorised = { requestInit: { headers: { authorization: `Bearer ${key}` } } }
  if (way.startsWith('v1')) {
    const client = new Client1(about)
    const transport = way.endsWith('HTTP') ? new Http1(at, authorised) : new Stdio1(stdio)
    await client.connect(transport)
    const revision = 'protocolVersion' in transport ? transport.protocolVersion : undefined
    return speakingBy(client, revision)
  }
  const client = new Client2(about, { versionNegotiation: { mode: 'auto' } })
  await client.connect(way.endsWith('HTTP') ? new Http2(at, authorised) : new Stdio2(stdio))
  return speakingBy(client, client.getNegotiatedProtocolVersion())
}

function speakingBy(client: Client1 | Client2, revision: string | undefined): Speaker {
  // Two lines of one library: what is called here is the same in both.
  const one = client as Client2
  return {
    revision,
    instructions: client.getInstructions(),
    tools: async () => (await one.listTools()).tools,
    call: async (name, given = {}, meta) => {
      const answer = await one.callTool({
        name,
        arguments: given,
        ...(meta === undefined ? {} : { _meta: meta }),
      })
      const [first] = answer.content
      return {
        isError: answer.isError === true,
        body: (answer.structuredContent ?? {}) as Plain,
        text: first?.type === 'text' ? first.text : '',
      }
    },
    templates: async () =>
      (await one.listResourceTemplates()).resourceTemplates.map(({ uriTemplate }) => uriTemplate),
    read: async (uri) => {
      const [first] = (await one.readResource({ uri })).contents
      return JSON.parse(first !== undefined && 'text' in first ? first.text : '{}') as Plain
    },
    close: () => client.close(),
  }
}
