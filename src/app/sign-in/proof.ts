import { invalid, type Problem } from '../../engine/problem.ts'
import type { Words } from '../../engine/words.ts'
import type { Person } from '../../store/accounts.ts'
import { html } from '../../surfaces/rest/html.ts'
import type { At } from './approach.ts'
import type { FormPage } from './form-page.ts'
import type { Hall } from './hall.ts'
import { fits } from './password.ts'

/**
 * What somebody who is signed in has to show before a way in is added or changed: a session alone may be
 * another's. A passkey proves it by a sign-in within the last ten minutes. Whoever came in by a link has
 * nothing to show yet.
 */
export type Proof = 'nothing' | 'password' | 'passkey'

export async function proofOf(hall: Hall, at: At, person: Person): Promise<Proof> {
  const passkeys = await hall.store.identity.passkeys.of(person.id)
  if (person.password === null && passkeys.length === 0) return 'nothing'
  if (await hall.isFresh(at)) return 'nothing'
  return person.password === null ? 'passkey' : 'password'
}

/** Counts the try and throws `invalid` where the proof is not given. */
export async function checkProof(
  hall: Hall,
  at: At,
  person: Person,
  current: string,
): Promise<void> {
  await hall.counted(at, person.email ?? person.id)
  const proof = await proofOf(hall, at, person)
  if (proof === 'passkey') throw notFresh()
  if (proof === 'password' && !(await fits(current, person.password)))
    throw invalid('The password until now is another one.')
}

const notFresh = (): Problem =>
  invalid('Sign in with your passkey again, and come back within ten minutes.')

/** What stands on a page instead of its form, for whoever first has to show a passkey again. */
export const againFirst = (words: Words): Pick<FormPage, 'problem' | 'below'> => ({
  problem: notFresh().in(words).says,
  below: html`<p><a href="/sign-in">${words.say('Sign in')}</a></p>`,
})
