import { createHash } from 'node:crypto'
import type { Actor } from '../../engine/access.ts'
import { invalid, Problem } from '../../engine/problem.ts'
import type { Identity } from '../../store/store.ts'
import type { Answer } from './answer.ts'
import { Refusal } from './problem.ts'

/**
 * Does a write once for each Idempotency-Key of an actor: the first answer is kept for 24 hours and
 * told again. A refusal changed nothing and is forgotten, so that the same key may try again. After
 * a fault the outcome is not known, and the key stays claimed rather than let the write happen twice.
 */
export async function once(
  identity: Pick<Identity, 'beginKey' | 'endKey' | 'dropKey'>,
  actor: Actor,
  key: string,
  fingerprint: string,
  run: () => Promise<Answer>,
): Promise<Answer> {
  if (!/^[\u0021-\u007e]{1,255}$/.test(key))
    throw invalid('An Idempotency-Key is 1 to 255 visible ASCII characters, such as a UUID.', [
      { at: 'Idempotency-Key', says: 'Send a UUID.' },
    ])
  const known = await identity.beginKey(actor.workspaceId, actor.id, key, fingerprint)
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
          'A request with this Idempotency-Key is still under way, or was cut off. Ask again in a moment; if this stays, look whether it took effect and use a new key.',
        ),
        { 'Retry-After': '1' },
      )
    case 'done':
      return {
        status: known.status,
        body: known.body === '' ? null : known.body,
        headers: { ...known.headers, 'Idempotency-Replayed': 'true' },
      }
    case 'new':
      return remember(identity, actor, key, run)
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

async function remember(
  identity: Pick<Identity, 'endKey' | 'dropKey'>,
  actor: Actor,
  key: string,
  run: () => Promise<Answer>,
): Promise<Answer> {
  let answer: Answer
  try {
    answer = await run()
  } catch (error) {
    if (error instanceof Problem && error.code !== 'broken')
      await identity.dropKey(actor.workspaceId, actor.id, key)
    throw error
  }
  await identity.endKey(
    actor.workspaceId,
    actor.id,
    key,
    answer.status,
    answer.kept ?? (typeof answer.body === 'string' ? answer.body : ''),
    answer.headers,
  )
  return answer
}
