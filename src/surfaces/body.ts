import { Problem } from '../engine/problem.ts'
import { type JsonLimits, parseJson } from './strict-json.ts'
import { sentence } from '../engine/words.ts'

/** The one reader of bodies: size, then UTF-8, then strict JSON; schemas come after it. */
export interface BodyLimits extends JsonLimits {
  /** Bytes before decoding; 1,000,000 unless told. */
  readonly bytes?: number
}

/**
 * Reads one JSON value. Throws `limited` (see `isTooLarge`) as soon as `limits.bytes` is passed, else
 * `invalid` with the place. A source that is too large is left unread and not cancelled: cancelling
 * a Node request destroys its socket before the refusal can be answered.
 */
export async function readJson(
  bytes: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array> | null,
  limits: BodyLimits = {},
): Promise<unknown> {
  return parseJson(decodeUtf8(await readBytes(bytes, limits.bytes ?? 1_000_000)), limits)
}

/** True for the refusal that HTTP answers with 413 and `Connection: close`. */
export const isTooLarge = (problem: unknown): problem is Problem =>
  problem instanceof Problem && problem.code === 'limited' && problem.facts['tooLarge'] === true

/** Where the first byte stands that is not valid in this encoding; -1 if all are. */
export function badByteAt(bytes: Uint8Array, encoding: string): number {
  const reads = (end: number): boolean => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, end), {
        stream: end < bytes.length,
      })
      return true
    } catch {
      return false
    }
  }
  if (reads(bytes.length)) return -1
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1
    if (reads(middle)) good = middle
    else bad = middle
  }
  return good
}

/** Reads all bytes of a body. Throws `limited` (see `isTooLarge`) as soon as `limit` is passed. */
export async function readBytes(
  source: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<Uint8Array> {
  if (source === null) return new Uint8Array(0)
  const next = chunksOf(source)
  let bytes = new Uint8Array(0)
  let size = 0
  for (let step = await next(); !step.done; step = await next()) {
    const chunk = step.value
    const needed = size + chunk.length
    if (needed > limit) {
      const says = sentence(
        'The body is larger than {limit} bytes. Send it in smaller parts, or import it as a file.',
        { limit: String(limit) },
      )
      throw new Problem('limited', says, [], { tooLarge: true, limit })
    }
    if (size === 0) {
      bytes = chunk as Uint8Array<ArrayBuffer>
    } else {
      // One buffer, doubled: a body sent byte by byte must not become a million small objects.
      if (needed > bytes.length) {
        const grown = new Uint8Array(Math.max(needed, Math.min(limit, 2 * bytes.length)))
        grown.set(bytes.subarray(0, size))
        bytes = grown
      }
      bytes.set(chunk, size)
    }
    size = needed
  }
  return bytes.subarray(0, size)
}

type Step = { readonly done?: false; readonly value: Uint8Array } | { readonly done: true }

function chunksOf(
  source: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>,
): () => Promise<Step> {
  if ('getReader' in source) {
    const reader = source.getReader()
    return () => reader.read()
  }
  const iterator = source[Symbol.asyncIterator]()
  return () => iterator.next() as Promise<Step>
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const at = `byte ${badByteAt(bytes, 'utf-8') + 1}`
    const says = sentence(
      'The body is not UTF-8: {at} does not belong to a character. Send it as UTF-8.',
      { at },
    )
    throw new Problem('invalid', says, [{ at, says: 'not UTF-8' }])
  }
}
