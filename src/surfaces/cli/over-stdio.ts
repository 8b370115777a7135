import type { Readable, Writable } from 'node:stream'
import { ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server'
import { serveStdio, StdioServerTransport } from '@modelcontextprotocol/server/stdio'
import { isPlain, type Plain } from '../plain.ts'
import { serverOf, type Answers } from '../mcp/server.ts'

/** Sends one message to `/mcp` of an instance and gives the text of its answer. */
export type Post = (message: unknown) => Promise<string>

/**
 * The same server over standard input and output, until the input ends. What is asked goes on to a running
 * instance as it is: it lists what its own declaration has and its key may use, whatever version this is.
 */
export async function overStdio(
  version: string,
  post: Post,
  { stdin, stdout }: { readonly stdin: Readable; readonly stdout: Writable },
): Promise<void> {
  const transport = new StdioServerTransport(stdin, stdout)
  const ended = new Promise<void>((resolve) => {
    stdin.once('end', resolve)
    stdin.once('close', resolve)
    stdout.once('close', resolve)
  })
  const handle = serveStdio(() => serverOf(version, answersFrom(post)), {
    transport,
    maxSubscriptions: 0,
  })
  await ended
  await handle.close()
}

function answersFrom(post: Post): Answers {
  const ask = async <T>(method: string, params: object = {}): Promise<T> => {
    const message = { jsonrpc: '2.0', id: 1, method, params }
    const { result, error } = read(await post(message))
    if (result !== undefined) return result as T
    throw isPlain(error)
      ? new ProtocolError(Number(error['code']), String(error['message']), error['data'])
      : new ProtocolError(ProtocolErrorCode.InternalError, 'The instance gave no answer.')
  }
  return {
    tools: () => ask('tools/list'),
    call: (params) => ask('tools/call', params),
    templates: () => ask('resources/templates/list'),
    read: (uri) => ask('resources/read', { uri }),
  }
}

/** An answer comes as JSON, or as the one event of a stream that ends with it. */
function read(text: string): Plain {
  const value: unknown = JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? text)
  return isPlain(value) ? value : {}
}
