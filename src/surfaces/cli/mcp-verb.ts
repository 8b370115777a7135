import type { Readable, Writable } from 'node:stream'
import manifest from '../../../package.json' with { type: 'json' }
import { Refusal } from './failure.ts'
import { dataOption, type Hand, type Verb } from './verb.ts'

/** `mcp`: the tools of a running instance for a program that speaks the Model Context Protocol. */
export const mcpVerb: Verb = {
  path: ['mcp'],
  says: 'Speak MCP on standard input and output for the instance, as the one whose key this is',
  places: [],
  options: [dataOption],
  examples: ['mcp'],
  group: 'This instance:',
  run: async (_, hand) => {
    const { stdin, stdout } = hand.world
    // A key that does not hold, or an instance that is not there, is said at once and not at the first question.
    await hand.api.ask({ path: '/me' })
    const { overStdio } = await import('./over-stdio.ts')
    await overStdio(manifest.version, (message) => post(hand, message), {
      stdin: stdin as Readable,
      stdout: stdout as Writable,
    })
  },
}

/** What the door itself refuses is an error of the protocol, with the problem as its data. */
async function post({ api }: Hand, message: unknown): Promise<string> {
  try {
    const { text } = await api.ask({
      method: 'POST',
      at: '/mcp',
      path: '',
      json: message,
      headers: { accept: 'application/json, text/event-stream' },
      as: 'text',
    })
    return text
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    const error = { code: invalidParams, message: fault.message, data: fault.document }
    return JSON.stringify({ error })
  }
}

const invalidParams = -32602
