import type { Ports } from '../engine/ports.ts'
import type { Database } from './database.ts'

/** What opens the door for a person instead of a password: the public half of a pair of keys. */
export interface Passkey {
  readonly id: string
  readonly personId: string
  /** By what the browser names it, base64url. */
  readonly credential: string
  readonly publicKey: Uint8Array<ArrayBuffer>
  /** How often its device says that it signed; 0 for ever where the device does not count. */
  readonly counter: number
  readonly transports: readonly string[]
  readonly name: string
  readonly createdAt: string
  readonly usedAt: string | null
}

export type NewPasskey = Omit<Passkey, 'id' | 'createdAt' | 'usedAt'>

/** The passkeys of people, and the questions that a browser signs with one. */
export interface Passkeys {
  readonly of: (personId: string) => Promise<readonly Passkey[]>
  readonly byCredential: (credential: string) => Promise<Passkey | undefined>
  /** Keeps a new one; false when somebody has it already. */
  readonly keep: (passkey: NewPasskey) => Promise<boolean>
  /**
   * Notes that it was used, and how far its device has counted. False when the device counted no
   * further than before: then there are two of it. Of two at the same moment one is told so.
   */
  readonly used: (id: string, counter: number) => Promise<boolean>
  /** False when the person has no such passkey. */
  readonly rename: (personId: string, id: string, name: string) => Promise<boolean>
  /** Takes one away, and ends the sessions that it opened. The last way in of a person stays. */
  readonly remove: (personId: string, id: string) => Promise<'removed' | 'unknown' | 'last'>
  /** Keeps a question, by its digest, until it is answered or so many minutes are over by the database's clock. */
  readonly ask: (challenge: string, about: string, minutes: number) => Promise<void>
  /** What a question was about: once, and in time. */
  readonly answered: (challenge: string) => Promise<string | undefined>
}

export function passkeysOf({
  database,
  ports,
  digest,
}: {
  readonly database: Database
  readonly ports: Ports
  readonly digest: (secret: string) => string
}): Passkeys {
  const rows = (where: string, value: string): Promise<readonly Passkey[]> =>
    database.owner((session) =>
      session.query<Passkey>(
        `select id, person_id as "personId", credential, public_key as "publicKey", counter, transports, name,
           created_at as "createdAt", used_at as "usedAt"
         from passkey where ${where} = $1 order by created_at, id`,
        [value],
      ),
    )
  const changed = async (text: string, values: readonly unknown[]): Promise<boolean> =>
    (await database.owner((session) => session.count(text, values))) === 1

  return {
    of: (personId) => rows('person_id', personId),
    byCredential: async (credential) => (await rows('credential', credential))[0],
    keep: ({ personId, credential, publicKey, counter, transports, name }) =>
      changed(
        `insert into passkey (id, person_id, credential, public_key, counter, transports, name, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, now()) on conflict (credential) do nothing`,
        [
          ports.newId(),
          personId,
          credential,
          Buffer.from(publicKey),
          counter,
          [...transports],
          name,
        ],
      ),
    used: (id, counter) =>
      changed(
        `update passkey set counter = $2, used_at = now()
         where id = $1 and (counter < $2 or (counter = 0 and $2 = 0))`,
        [id, counter],
      ),
    rename: (personId, id, name) =>
      changed('update passkey set name = $3 where person_id = $1 and id = $2', [
        personId,
        id,
        name,
      ]),
    remove: (personId, id) =>
      database.ownerTransaction(async (session) => {
        // Held, so that of two that go at the same moment one sees that it is the last.
        const [person] = await session.query<{ password: boolean }>(
          'select password is not null as password from person where id = $1 for update',
          [personId],
        )
        const all = await session.query<{ id: string }>(
          'select id from passkey where person_id = $1',
          [personId],
        )
        if (!all.some((one) => one.id === id)) return 'unknown'
        if (all.length === 1 && person?.password !== true) return 'last'
        await session.count('delete from passkey where id = $1', [id])
        await session.count('delete from session where passkey_id = $1', [id])
        return 'removed'
      }),
    ask: async (challenge, about, minutes) => {
      await database.owner(async (session) => {
        await session.count('delete from passkey_challenge where expires_at < now()')
        await session.count(
          `insert into passkey_challenge (digest, about, expires_at) values (decode($1, 'hex'), $2, now() + make_interval(mins => $3))`,
          [digest(challenge), about, minutes],
        )
      })
    },
    answered: async (challenge) => {
      const found = await database.owner((session) =>
        session.query<{ about: string; holds: boolean }>(
          `delete from passkey_challenge where digest = decode($1, 'hex')
           returning about, expires_at > now() as holds`,
          [digest(challenge)],
        ),
      )
      return found[0]?.holds === true ? found[0].about : undefined
    },
  }
}
