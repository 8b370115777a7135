import { Problem } from '../../engine/problem.ts'
import { Refusal } from './problem.ts'
import { sentence, type Sentence } from '../../engine/words.ts'

/** What a request shows of who sends it, not yet checked. A bearer key wins over a cookie. */
export interface Credentials {
  readonly bearer: string | undefined
  readonly session: string | undefined
  /** The slug of the workspace that the request is meant for, where the sender may be in several. */
  readonly workspace: string | undefined
}

export function credentialsOf(
  header: (name: string) => string | undefined,
  cookie: string,
): Credentials {
  const authorization = header('authorization')
  const workspace = header('throughline-workspace')
  if (authorization === undefined)
    return { bearer: undefined, session: cookieIn(header('cookie'), cookie), workspace }
  const bearer = /^bearer +([\w~.+/=-]{1,512})$/i.exec(authorization.trim())?.[1]
  if (bearer === undefined)
    throw unauthorised(sentence('The header Authorization must read "Bearer", a space, and a key.'))
  return { bearer, session: undefined, workspace }
}

/** The value of one cookie; undefined when it is not there, or there twice. */
export function cookieIn(header: string | undefined, name: string): string | undefined {
  if (header === undefined) return undefined
  const values = header.split(';').flatMap((pair) => {
    const equals = pair.indexOf('=')
    return equals !== -1 && pair.slice(0, equals).trim() === name
      ? [pair.slice(equals + 1).trim()]
      : []
  })
  return values.length === 1 && /^[\w-]{1,512}$/.test(values[0] ?? '') ? values[0] : undefined
}

export const unauthorised = (
  says: Sentence,
  facts: Readonly<Record<string, unknown>> = {},
): Refusal =>
  new Refusal(401, new Problem('denied', says, [], facts), {
    'WWW-Authenticate': 'Bearer realm="Throughline"',
  })
