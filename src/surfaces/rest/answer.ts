import type { Words } from '../../engine/words.ts'

/**
 * What a route answers, before it is HTTP: plain data, so that one that is a text can be
 * remembered and told again. A file goes out as it is read.
 */
export interface Answer {
  readonly status: number
  readonly body: string | ReadableStream<Uint8Array> | null
  readonly headers: Readonly<Record<string, string>>
  /** What may be remembered in place of the body, where that holds a secret that is told only once. */
  readonly kept?: string
}

/** Stands on every answer of the API: nothing is kept by caches, sniffed, framed or run. */
export const guards: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

export const json = (value: unknown, status = 200, headers: Answer['headers'] = none): Answer => ({
  status,
  body: JSON.stringify(value),
  headers: { 'Content-Type': 'application/json', ...headers },
})

/** The answer, with what its command says beside the rows; a secret among that is told and not remembered. */
export function withResult(
  answer: Answer,
  result: Plain,
  body: (result: Plain) => unknown,
): Answer {
  if (Object.keys(result).length === 0) return answer
  const { secret, ...rest } = result
  const told = { ...answer, body: JSON.stringify(body(result)) }
  return secret === undefined ? told : { ...told, kept: JSON.stringify(body(rest)) }
}

/** Stands on an answer that holds sentences: another language is another answer. */
export const inWords = ({ language }: Words): Answer['headers'] => ({
  Vary: 'Accept-Language',
  'Content-Language': language.locale,
})

export const empty = (status: number, headers: Answer['headers'] = none): Answer => ({
  status,
  body: null,
  headers,
})

/** The one place where an answer becomes a response. Plain strings and objects keep the server on its quick path. */
export const respond = (answer: Answer): Response =>
  new Response(answer.body, { status: answer.status, headers: { ...guards, ...answer.headers } })

type Plain = Readonly<Record<string, unknown>>

const none: Answer['headers'] = {}
