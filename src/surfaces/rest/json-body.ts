import { invalid, Problem } from '../../engine/problem.ts'
import { sentence } from '../../engine/words.ts'
import { readJson } from '../body.ts'
import { isPlain } from '../plain.ts'
import type { Ask, At, Body } from './door.ts'
import { Refusal } from './problem.ts'

/** The JSON object that a request carries; `mayLack` lets it be absent and stand for an empty one. */
export async function bodyOf(
  at: At,
  header: Ask['header'],
  bytes: number,
  lacking: 'mayLack' | undefined,
): Promise<Body> {
  const absent =
    at.env?.incoming === undefined
      ? at.req.raw.body === null
      : header('transfer-encoding') === undefined && Number(header('content-length') ?? 0) === 0
  if (absent && lacking === 'mayLack') return {}
  const type = header('content-type')
  if (
    type === undefined ||
    !/^application\/(?:[\w.+-]+\+)?json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(type)
  )
    throw notJson(type)
  const coding = header('content-encoding')
  if (coding !== undefined && coding.toLowerCase() !== 'identity')
    throw notJson(`${type} as ${coding}`)
  const value = await read(at, bytes)
  if (isPlain(value)) return value
  throw invalid('The body must be one JSON object, such as {"title": "A name"}.', [
    { at: '', says: 'Send an object.' },
  ])
}

/** What cannot be read as JSON at all is 400; what can and does not fit is 422. */
async function read(at: At, bytes: number): Promise<unknown> {
  try {
    return await readJson(at.env?.incoming ?? at.req.raw.body, { bytes })
  } catch (error) {
    if (error instanceof Problem && error.code === 'invalid') throw new Refusal(400, error)
    throw error
  }
}

const notJson = (type: string | undefined): Refusal =>
  new Refusal(
    415,
    invalid(
      type === undefined
        ? sentence(
            'This address takes JSON; what came was without a Content-Type. Send UTF-8 with Content-Type: application/json and no Content-Encoding.',
          )
        : sentence(
            'This address takes JSON; what came was "{type}". Send UTF-8 with Content-Type: application/json and no Content-Encoding.',
            { type: type.slice(0, 80) },
          ),
      [{ at: 'Content-Type', says: 'application/json' }],
    ),
    { Accept: 'application/json' },
  )
