import { must } from '../engine/problem.ts'
import type { Ask, Told } from './instance.world.ts'

export const longEnough = 'a sentence of a few words'

/** Hands that fill in the forms of sign-in, as a browser does. */
export interface Entering {
  readonly send: (
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Told>
  /** A new invitation, by whoever holds this key; its secret. */
  readonly invite: (as: string, email: string, role: string) => Promise<string>
  /** Invited, accepted, signed in: the cookie. */
  readonly comeIn: (as: string, email: string, role: string) => Promise<string>
  readonly signIn: (email: string, password: string) => Promise<Told>
  /** Who a session stands for, in a workspace where it is named. */
  readonly me: (cookie: string, slug?: string) => Promise<Told>
}

export function entering(ask: Ask): Entering {
  const send: Entering['send'] = (path, fields, headers = {}) =>
    ask('POST', path, {
      text: new URLSearchParams(fields).toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        'x-forwarded-for': nextAddress(),
        ...headers,
      },
    })
  const invite: Entering['invite'] = async (as, email, role) => {
    const made = await ask('POST', '/api/v1/invite-links', { as, json: { email, role } })
    const url = must(made.body['url'] as string | undefined, `an invitation: ${made.text}`)
    return must(new URL(url).searchParams.get('secret'), 'its secret')
  }
  return {
    send,
    invite,
    comeIn: async (as, email, role) => {
      const secret = await invite(as, email, role)
      const name = email.split('@')[0] ?? ''
      return cookieOf(await send('/sign-in/invitation', { secret, name, password: longEnough }))
    },
    signIn: (email, password) => send('/sign-in', { email, password }),
    me: (cookie, slug) =>
      ask('GET', '/api/v1/me', {
        headers: { cookie, ...(slug === undefined ? {} : { 'throughline-workspace': slug }) },
      }),
  }
}

/** The session that an answer gives. */
export const cookieOf = (told: Told): string =>
  must(told.headers.get('set-cookie')?.split(';')[0], `a cookie: ${told.status} ${told.text}`)

let addresses = 0
/** Each from elsewhere, so that only what is meant to meet a limit meets it. */
const nextAddress = (): string => `198.51.${(addresses += 1) >> 8}.${addresses & 255}`
