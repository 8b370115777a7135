import { hash, verify } from '@node-rs/argon2'
import { invalid } from '../../engine/problem.ts'

/** Argon2id, which is what this library takes without being told, as OWASP asks for at the least: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

const least = 12
const most = 200

/** The hash of a new password, with its own salt and cost in it. Throws `invalid` for one that is too short. */
export async function hashed(password: string): Promise<string> {
  const plain = plainOf(password)
  const length = [...plain].length
  if (length < least)
    throw invalid('A password has at least 12 characters. A sentence of a few words is good.', [
      { at: 'password', says: 'At least 12 characters.' },
    ])
  if (length > most)
    throw invalid('A password has at most 200 characters.', [
      { at: 'password', says: 'At most 200 characters.' },
    ])
  return hash(plain, cost)
}

/** Does a password fit a hash? Where there is none it takes just as long to say no. */
export async function fits(password: string, kept: string | null | undefined): Promise<boolean> {
  const plain = plainOf(password)
  const fitting = await verify(kept ?? nobodys, plain.slice(0, most * 2))
  return fitting && typeof kept === 'string'
}

/** One person's keyboard composes an accent where another's does not (Unicode NFKC). */
const plainOf = (password: string): string => password.normalize('NFKC')

/** What a password is held against where there is no person: it costs the same, and nothing fits it. */
export const nobodys =
  '$argon2id$v=19$m=19456,t=2,p=1$k5f4yC7L/x0bNh7UE2myXg$RSNpMHwSUG89zNxGwVHL5AOTwwdMoDlzDts5DtV1gdc'
