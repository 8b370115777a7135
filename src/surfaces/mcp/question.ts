import { isPlain, type Plain } from '../plain.ts'
import { base } from '../rest/route.ts'

/**
 * What a tool or a resource asks of the REST API. Whatever comes in by MCP goes on as such a question, so
 * that access, limits, parsing, idempotency and refusals are those of REST, and not a second set of them.
 */
export interface Question {
  readonly method: 'GET' | 'POST'
  /** Under `/api/v1`, its parts already encoded. */
  readonly path: string
  /** The parameters of a GET or of a file, the body of a POST. */
  readonly given: Plain
  /** A file that is the whole body of a POST, in place of what is given. */
  readonly file?: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }
}

/** The question as HTTP. Nothing resolves the host: the request never leaves this process. */
export function requestOf({ method, path, given, file }: Question, headers: Headers): Request {
  const url = `http://mcp.invalid${base}${path}`
  if (method === 'GET') return new Request(`${url}${queryOf(given)}`, { headers })
  if (file !== undefined) {
    headers.set('content-type', 'application/octet-stream')
    headers.set('throughline-file-name', encodeURIComponent(file.name))
    return new Request(`${url}${queryOf(given)}`, { method, headers, body: file.bytes })
  }
  headers.set('content-type', 'application/json')
  return new Request(url, { method, headers, body: JSON.stringify(given) })
}

function queryOf(given: Plain): string {
  const query = new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) =>
      name === 'filter' && isPlain(value)
        ? Object.entries(value).flatMap(([field, one]) => parameter(`filter[${field}]`, one))
        : parameter(name, value),
    ),
  ).toString()
  return query === '' ? '' : `?${query}`
}

const parameter = (name: string, value: unknown): [string, string][] =>
  value === null || value === undefined ? [] : [[name, textOf(value)]]

/** A value as an address gives it: what reads it there is `inputOf` of REST. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => textOf(one)).join(',')
  if (!isPlain(value)) return String(value)
  if ('from' in value || 'to' in value)
    return `${String(value['from'] ?? '')}..${String(value['to'] ?? '')}`
  if ('minor' in value) return `${String(value['minor'])} ${String(value['currency'])}`
  return JSON.stringify(value)
}
