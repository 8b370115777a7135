import { createHash } from 'node:crypto'
import { invalid, Problem } from '../../engine/problem.ts'
import type { Claim, Kept, Once, Requests } from '../../store/store.ts'
import type { Answer } from './answer.ts'
import { Refusal } from './problem.ts'

/** How a route has the answer to a write kept together with the write. */
export type Keeping = <T>(answerOf: (written: T) => Answer | undefined) => Once<T> | undefined

/**
 * Does a write once for each Idempotency-Key of an actor: the first answer is kept for 24 hours and
 * told again. A refusal changed nothing and is forgotten, so that the same key may try again. After
 * a fault or a crash either the write is there and its answer with it, or neither is.
 */
export async function once(
  requests: Requests,
  claim: Claim,
  fingerprint: string,
  run: (keeping: Keeping) => Promise<Answer>,
): Promise<Answer> {
  if (!/^[\u0021-\u007e]{1,255}$/.test(claim.key))
    throw invalid('An Idempotency-Key is 1 to 255 visible ASCII characters, such as a UUID.', [
      { at: 'Idempotency-Key', says: 'Send a UUID.' },
    ])
  const known = await requests.begin(claim, fingerprint)
  switch (known.is) {
    case 'other':
      throw invalid(
        'This Idempotency-Key was sent before with another request. Give each write a key of its own.',
        [{ at: 'Idempotency-Key', says: 'Use a new key.' }],
      )
    case 'running':
      throw new Refusal(
        409,
        new Problem(
          'taken',
          'A request with this Idempotency-Key is still under way, or was cut off within the last 30 seconds. Ask again in a moment with the same key.',
        ),
        { 'Retry-After': '1' },
      )
    case 'done':
      return replayed(known)
    case 'new':
      return await first(requests, claim, fingerprint, run)
  }
}

/** One text for one request: another method, address, version or body is another request. */
export const fingerprintOf = (
  method: string,
  url: string,
  ifMatch: string | undefined,
  body: unknown,
): string =>
  createHash('sha256')
    .update(`${method} ${url}\n${ifMatch ?? ''}\n`)
    .update(JSON.stringify(body) ?? '')
    .digest('base64url')

const replayed = ({ status, body, headers }: Kept): Answer => ({
  status,
  body: body === '' ? null : body,
  headers: { ...headers, 'Idempotency-Replayed': 'true' },
})

/** A sign of life this often, in milliseconds, keeps a claim from passing to somebody else. */
const renewed = 10_000

async function first(
  requests: Requests,
  claim: Claim,
  fingerprint: string,
  run: (keeping: Keeping) => Promise<Answer>,
): Promise<Answer> {
  const living = setInterval(() => void requests.renew(claim).catch(() => undefined), renewed)
  living.unref()
  let kept = false
  try {
    const answer = await run((answerOf) => ({
      claim: claim.claim,
      answer: (written) => {
        const told = answerOf(written)
        kept = told !== undefined
        return told === undefined ? undefined : keptOf(told)
      },
    }))
    if (!kept) await requests.end(claim, keptOf(answer))
    return answer
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    if (error.code !== 'broken') await requests.drop(claim)
    if (error.code !== 'broken' || !kept) throw error
    // The write may stand although its answer was lost on the way from the database.
    const known = await requests.begin(claim, fingerprint)
    if (known.is !== 'done') throw error
    return replayed(known)
  } finally {
    clearInterval(living)
  }
}

const keptOf = ({ status, body, headers, kept }: Answer): Kept => ({
  status,
  body: kept ?? (typeof body === 'string' ? body : ''),
  headers,
})
