import { Problem, type ProblemCode } from '../../engine/problem.ts'
import { english, sentence, type Sentence, type Words } from '../../engine/words.ts'
import { troubleOf, type Trouble } from '../../store/trouble.ts'
import { isTooLarge } from '../body.ts'
import { inWords, type Answer } from './answer.ts'

/**
 * The one place where a Problem becomes HTTP: RFC 9457 problem+json. Two refusals of the same request
 * are the same bytes whether a row is not there or not for this reader, so nothing in a body comes
 * from chance but the reference of a bug.
 */
export interface ProblemBody {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: ProblemCode
  /** The path that was asked for, without its query, which may hold what somebody searches. */
  readonly instance: string
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[]
}

/** A refusal that only HTTP knows: a status or headers that the problem's name alone does not give. */
export class Refusal extends Problem {
  readonly status: number
  readonly headers: Answer['headers']

  constructor(status: number, problem: Problem, headers: Answer['headers'] = {}) {
    super(problem.code, problem.said.says, problem.said.places, problem.facts)
    this.name = 'Refusal'
    this.status = status
    this.headers = headers
  }
}

/** Title and status of each name. `gone` is told as `unknown`: the two are one answer. */
export const problems: Readonly<
  Record<ProblemCode, { readonly status: number; readonly title: Sentence; readonly means: string }>
> = {
  invalid: {
    status: 422,
    title: sentence('The request does not fit'),
    means:
      'Something in the request is not what this place takes. "errors" names each place and what would be right there; 400 says that the body could not be read at all. Nothing was changed.',
  },
  unknown: {
    status: 404,
    title: sentence('Not there, or not for you'),
    means:
      'There is nothing under this address that you may see. Whether it never was, is gone, or belongs to others is not told.',
  },
  denied: {
    status: 403,
    title: sentence('Not allowed'),
    means:
      'You may not do this; 401 says that nobody is signed in. Ask someone with a higher role, or send the key that may. Nothing was changed.',
  },
  gone: {
    status: 404,
    title: sentence('Not there, or not for you'),
    means: 'See unknown: the two are one answer.',
  },
  stale: {
    status: 409,
    title: sentence('Changed by somebody else'),
    means:
      'The record has moved on since you read it. Both sides are in the answer; read it again, decide what should stand, and send that with the new version. Nothing was overwritten.',
  },
  taken: {
    status: 409,
    title: sentence('Already taken'),
    means:
      'Something that may be there only once is there already. "errors" says what. Use the one that is there, or give another value.',
  },
  limited: {
    status: 429,
    title: sentence('Too much at once'),
    means:
      'A limit was met: too many requests, or with 413 too large a body. "Retry-After" gives the seconds to wait where waiting helps.',
  },
  broken: {
    status: 500,
    title: sentence('A fault in Throughline'),
    means:
      'The fault is ours, or with 503 that of the database, which is away or has no room left; "Retry-After" then says when to ask again. The log holds its cause under the reference in the answer. Whether the request took effect is not known: look before you send it again, or send it with an Idempotency-Key.',
  },
}

/** Where bugs are told; called with the cause before the caller hears of it. */
export type Report = (fault: {
  readonly reference: string
  readonly cause: unknown
  readonly method: string
  readonly path: string
}) => void

export interface Asked {
  readonly method: string
  readonly path: string
  readonly newReference: () => string
  readonly report: Report
  /** Those of whoever asks; English where nobody says. */
  readonly words?: Words
}

/** Any error as an answer. What is not a Problem, or is `broken`, is reported and shown by its reference only. */
export function problemAnswer(error: unknown, asked: Asked): Answer {
  if (!(error instanceof Problem) || error.code === 'broken') return brokenAnswer(error, asked)
  const named = problems[error.code]
  const tooLarge = isTooLarge(error)
  const status = error instanceof Refusal ? error.status : tooLarge ? 413 : named.status
  const words = asked.words ?? english
  const said = error.in(words)
  const code = error.code === 'gone' ? 'unknown' : error.code
  const body: ProblemBody = {
    ...error.facts,
    type: `/problems/${code}`,
    title: status === 401 ? words.say('Sign in first') : words.told(named.title),
    status,
    detail: said.says,
    code,
    instance: asked.path,
    errors: said.places.map(({ at, says }) => ({ pointer: pointerOf(at), detail: says })),
  }
  const headers =
    error instanceof Refusal ? error.headers : tooLarge ? { Connection: 'close' } : waiting(error)
  return {
    status,
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/problem+json', ...inWords(words), ...headers },
  }
}

/** `title` and `a.b.0` become `/title` and `/a/b/0`; a pointer stays; "line 7, column rating" stays as words. */
export function pointerOf(at: string): string {
  if (at === '' || /^[/?]|\s/.test(at)) return at
  return `/${at
    .split('.')
    .map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
    .join('/')}`
}

function brokenAnswer(cause: unknown, asked: Asked): Answer {
  const words = asked.words ?? english
  const reference = asked.newReference()
  asked.report({ reference, cause, method: asked.method, path: asked.path })
  const trouble = troubleOf(cause)
  const body: ProblemBody & { readonly reference: string } = {
    type: '/problems/broken',
    title: words.told(problems.broken.title),
    status: trouble === undefined ? 500 : 503,
    detail: words.told(brokenSays(trouble, reference)),
    code: 'broken',
    instance: asked.path,
    errors: [],
    reference,
  }
  const headers: Answer['headers'] =
    trouble === undefined ? {} : { 'Retry-After': trouble === 'full' ? '30' : '2' }
  return {
    status: body.status,
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/problem+json', ...inWords(words), ...headers },
  }
}

function brokenSays(trouble: Trouble | undefined, reference: string): Sentence {
  switch (trouble) {
    case 'full':
      return sentence(
        'The disk is full, so nothing can be saved. Free some space on it, and it goes on by itself; what was saved is safe. The log has the cause under {reference}.',
        { reference },
      )
    case 'away':
      return sentence(
        'The database does not answer just now. Try again in a moment; the log has the cause under {reference}.',
        { reference },
      )
    case undefined:
      return sentence(
        'Throughline failed here, and the fault is not in your request. Its log has the cause under {reference}.',
        { reference },
      )
  }
}

function waiting(problem: Problem): Answer['headers'] {
  const seconds = problem.facts['retryAfter']
  return typeof seconds === 'number'
    ? { 'Retry-After': String(Math.max(1, Math.ceil(seconds))) }
    : {}
}
