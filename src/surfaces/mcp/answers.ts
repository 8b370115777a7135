import { ProtocolError, ProtocolErrorCode, type CallToolResult } from '@modelcontextprotocol/server'
import type { Answer } from '../rest/answer.ts'
import type { Ask } from '../rest/door.ts'
import { problemAnswer, type Asked } from '../rest/problem.ts'
import { isPlain, type Plain } from '../plain.ts'
import { fileTold } from './file-told.ts'
import { requestOf, type Question } from './question.ts'
import { isOpenTo, readingOf, type Shelf } from './resources.ts'
import type { Answers } from './server.ts'
import { isFor, saidOfTool, type Tool } from './tools.ts'

/** What there is, worked out once. */
export interface Offer {
  readonly tools: readonly Tool[]
  readonly shelves: readonly Shelf[]
}

/** Asks the REST API of this process as somebody who was let in already. */
export type Rest = (request: Request, ask: Ask) => Response | Promise<Response>

export type Faults = Pick<Asked, 'newReference' | 'report'>

/** The answers to one caller, each from what REST says to the same question of the same caller. */
export function answersTo(
  ask: Ask,
  { tools, shelves }: Offer,
  rest: Rest,
  faults: Faults,
): Answers {
  const heard = async (question: Question, meta?: Plain): Promise<Response> => {
    const first = await rest(requestOf(question, headersOf(ask, question, meta)), ask)
    const on = first.status === 308 ? first.headers.get('location') : null
    // A row that was merged is read where it is now.
    return on === null || question.method !== 'GET'
      ? first
      : rest(new Request(new URL(on, 'http://mcp.invalid')), ask)
  }
  const refusalOf = (error: unknown): Said => {
    const refused = problemAnswer(error, {
      ...faults,
      method: 'POST',
      path: '/mcp',
      words: ask.words,
    })
    return saidOf(refused.status, textIn(refused))
  }
  const answered = async (question: () => Question, meta?: Plain): Promise<Said> => {
    try {
      const response = await heard(question(), meta)
      return saidOf(response.status, await response.text())
    } catch (error) {
      return refusalOf(error)
    }
  }
  /** The same where the answer is a file. */
  const filed = async (question: () => Question): Promise<CallToolResult> => {
    try {
      const asked = question()
      const response = await heard(asked)
      return response.ok
        ? await fileTold(response, `throughline:/${asked.path}`)
        : resultOf(saidOf(response.status, await response.text()))
    } catch (error) {
      return resultOf(refusalOf(error))
    }
  }

  return {
    tools: () =>
      Promise.resolve({
        tools: tools.filter((tool) => isFor(tool, ask)).map(saidOfTool),
      }),
    call: async ({ name, arguments: given = {}, _meta }) => {
      const tool = tools.find((one) => one.name === name)
      if (tool === undefined)
        throw new ProtocolError(
          ProtocolErrorCode.InvalidParams,
          'There is no such tool. tools/list names those there are.',
        )
      if (tool.gives === 'file') return filed(() => tool.question(given))
      return resultOf(await answered(() => tool.question(given), _meta))
    },
    templates: () =>
      Promise.resolve({
        resourceTemplates: shelves
          .filter((shelf) => isOpenTo(shelf, ask))
          .map(({ name, uriTemplate, title, description }) => ({
            name,
            uriTemplate,
            title,
            description,
            mimeType,
          })),
      }),
    read: async (uri) => {
      const question = readingOf(uri, shelves)
      if (question === undefined)
        throw new ProtocolError(
          ProtocolErrorCode.InvalidParams,
          'No resource has such an address. resources/templates/list says how they read.',
          { uri },
        )
      const { ok, body, status } = await answered(() => question)
      if (ok) return { contents: [{ uri, mimeType, text: JSON.stringify(body) }] }
      throw new ProtocolError(
        status < 500 ? ProtocolErrorCode.InvalidParams : ProtocolErrorCode.InternalError,
        String(body['detail']),
        { ...body, uri },
      )
    },
  }
}

const mimeType = 'application/json'

/** What REST said, as an object: what is none stands under `answer`. */
interface Said {
  readonly ok: boolean
  readonly status: number
  readonly body: Plain
}

function saidOf(status: number, text: string): Said {
  const value: unknown = text === '' ? {} : JSON.parse(text)
  const body = isPlain(value) ? value : { answer: value }
  if (status < 400) return { ok: true, status, body }
  // The address was asked for by us, not by the caller.
  const { instance: _, ...problem } = body
  return { ok: false, status, body: problem }
}

/** Data twice: structured, and as the JSON of that for clients which know nothing else. Never prose. */
const resultOf = ({ ok, body }: Said): CallToolResult => ({
  content: [{ type: 'text', text: JSON.stringify(body) }],
  structuredContent: body,
  ...(ok ? {} : { isError: true }),
})

/** What REST takes from headers: a client of MCP gives it in `_meta`, or in the headers of the request itself. */
function headersOf(ask: Ask, { method }: Question, meta: Plain = {}): Headers {
  const headers = new Headers()
  const set = (name: string, value: string | undefined): void => {
    if (value !== undefined) headers.set(name, value)
  }
  set('accept-language', ask.header('accept-language'))
  if (method === 'GET') return headers
  const key = meta['throughline/idempotency-key']
  // What is no key is refused where keys are read.
  set('idempotency-key', key === undefined ? ask.header('idempotency-key') : visible(key))
  const cause = meta['throughline/cause']
  set(
    'throughline-cause',
    cause === undefined
      ? ask.header('throughline-cause')
      : encodeURIComponent(typeof cause === 'string' ? cause : '\0'),
  )
  return headers
}

const visible = (key: unknown): string =>
  typeof key === 'string' && /^[\u0021-\u007e]{1,255}$/.test(key) ? key : ''

const textIn = ({ body }: Answer): string => (typeof body === 'string' ? body : '')
