import type { Context } from 'hono'
import { invalid } from '../../engine/problem.ts'
import { isTooLarge, readBytes } from '../../surfaces/body.ts'
import { Refusal } from '../../surfaces/rest/problem.ts'
import type { Entrance } from '../../surfaces/rest/door.ts'

const most = 20_000

/** The fields of a form as a browser sends it; a field that is not there is an empty text. */
export async function formOf(at: Context<Entrance>): Promise<(name: string) => string> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(at.req.header('content-type') ?? ''))
    throw new Refusal(415, invalid('This address takes a form, as its own page sends it.'))
  if (!(Number(at.req.header('content-length') ?? 0) <= most)) throw tooLarge()
  const bytes = await readBytes(at.env.incoming ?? null, most).catch((error: unknown) => {
    throw isTooLarge(error) ? tooLarge() : error
  })
  const fields = new URLSearchParams(Buffer.from(bytes).toString('utf8'))
  return (name) => (fields.get(name) ?? '').replaceAll('\0', '')
}

const tooLarge = (): Refusal =>
  new Refusal(413, invalid('This form is larger than any page of ours sends. Shorten it.'))
