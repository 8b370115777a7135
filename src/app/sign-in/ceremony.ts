import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Ports } from '../../engine/ports.ts'
import { invalid, Problem } from '../../engine/problem.ts'
import { sentence } from '../../engine/words.ts'
import { isPlain } from '../../surfaces/plain.ts'
import type { NewPasskey, Passkey, Passkeys } from '../../store/passkeys.ts'
import type { Log } from '../log.ts'
import type { RelyingParty } from './relying-party.ts'

/** Whose passkey a new one will be. */
export interface Holder {
  readonly personId: string
  /** Under this the browser lists the passkey: an e-mail, or a name. */
  readonly called: string
  readonly name: string
}

/**
 * What a browser is asked to sign, and what it answers. A question holds for five minutes and once,
 * for what it was asked about, whichever process hears the answer. The device always asks for a finger,
 * a face or a number: a passkey stands for all that a password does, so having the device is not enough.
 */
export interface Ceremony {
  /** Asks for a new passkey; the answer goes to `made`. */
  readonly toMake: (holder: Holder, about: string) => Promise<object>
  /** Asks for one there is, of anybody; the answer goes to `shown`. */
  readonly toShow: (about: string) => Promise<object>
  /** The new passkey, and what it was asked about. Throws `invalid` for whatever is not its answer. */
  readonly made: (
    answer: string,
    isAbout: (about: string) => boolean,
  ) => Promise<{ readonly passkey: Omit<NewPasskey, 'personId' | 'name'>; readonly about: string }>
  /** The passkey that was shown, noted as used. Throws `invalid`, the same for whatever is wrong. */
  readonly shown: (answer: string, isAbout: (about: string) => boolean) => Promise<Passkey>
}

const minutes = 5

export function ceremonyOf({
  passkeys,
  ports,
  log,
  party,
}: {
  readonly passkeys: Passkeys
  readonly ports: Ports
  readonly log: Log
  readonly party: RelyingParty | undefined
}): Ceremony {
  const here = (): RelyingParty => {
    if (party !== undefined) return party
    throw nowhere()
  }
  const asked = async (about: string): Promise<string> => {
    const challenge = ports.newSecret()
    await passkeys.ask(challenge, about, minutes)
    return challenge
  }
  /** Takes the question back that this answers, so that nothing answers it twice. */
  const questionOf = async (
    { response }: RegistrationResponseJSON | AuthenticationResponseJSON,
    isAbout: (about: string) => boolean,
  ): Promise<{ readonly challenge: string; readonly about: string }> => {
    const challenge = challengeIn(String(response.clientDataJSON))
    const about = await passkeys.answered(challenge)
    if (about === undefined) throw late()
    if (!isAbout(about)) throw notOpening()
    return { challenge, about }
  }

  return {
    toMake: async ({ personId, called, name }, about) => {
      const { generateRegistrationOptions } = await library()
      const { id } = here()
      const there = await passkeys.of(personId)
      return generateRegistrationOptions({
        rpName: 'Throughline',
        rpID: id,
        userName: called,
        userDisplayName: name,
        userID: new TextEncoder().encode(personId),
        challenge: Buffer.from(await asked(about), 'base64url'),
        timeout: minutes * 60_000,
        // Which device it is, is nobody's business here.
        attestationType: 'none',
        excludeCredentials: there.map(({ credential: one, transports }) => ({
          id: one,
          transports: [...transports],
        })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
    },
    toShow: async (about) => {
      const { generateAuthenticationOptions } = await library()
      return generateAuthenticationOptions({
        rpID: here().id,
        challenge: Buffer.from(await asked(about), 'base64url'),
        timeout: minutes * 60_000,
        userVerification: 'required',
      })
    },
    made: async (answer, isAbout) => {
      const { verifyRegistrationResponse } = await library()
      const { id, origin } = here()
      const response = readAnswer(answer) as RegistrationResponseJSON
      const { challenge, about } = await questionOf(response, isAbout)
      const { registrationInfo } = await orRefused(log, () =>
        verifyRegistrationResponse({
          response,
          expectedChallenge: challenge,
          expectedOrigin: origin,
          expectedRPID: id,
          requireUserVerification: true,
        }),
      )
      if (registrationInfo === undefined) throw notOpening()
      const { credential } = registrationInfo
      return {
        about,
        passkey: {
          credential: credential.id,
          publicKey: new Uint8Array(credential.publicKey),
          counter: credential.counter,
          transports: transportsIn(response),
        },
      }
    },
    shown: async (answer, isAbout) => {
      const { verifyAuthenticationResponse } = await library()
      const { id, origin } = here()
      const response = readAnswer(answer) as AuthenticationResponseJSON
      const { challenge } = await questionOf(response, isAbout)
      const passkey = await passkeys.byCredential(response.id)
      const { verified, authenticationInfo } = await orRefused(log, async () => {
        if (passkey === undefined) throw new Error('nobody has this passkey')
        if (response.response.userHandle !== handleOf(passkey.personId))
          throw new Error('the device names somebody else')
        const { credential, publicKey, counter, transports } = passkey
        return verifyAuthenticationResponse({
          response,
          expectedChallenge: challenge,
          expectedOrigin: origin,
          expectedRPID: id,
          requireUserVerification: true,
          credential: {
            id: credential,
            publicKey: new Uint8Array(publicKey),
            counter,
            transports: [...transports],
          },
        })
      })
      if (!verified || passkey === undefined) throw notOpening()
      // The library compared with what was read; of two answers at once the row itself decides.
      if (!(await passkeys.used(passkey.id, authenticationInfo.newCounter))) throw notOpening()
      return passkey
    },
  }
}

/** Loaded when somebody first asks for it: it brings parsers of certificates along, and a start should not wait. */
const library = () => import('@simplewebauthn/server')

function readAnswer(text: string): object {
  try {
    const value: unknown = JSON.parse(text)
    if (isPlain(value) && typeof value['id'] === 'string' && isPlain(value['response']))
      return value
  } catch {
    // Said below.
  }
  throw notOpening()
}

function challengeIn(clientData: string): string {
  try {
    const value: unknown = JSON.parse(Buffer.from(clientData, 'base64url').toString())
    if (isPlain(value) && typeof value['challenge'] === 'string') return value['challenge']
  } catch {
    // Said below.
  }
  throw notOpening()
}

function transportsIn({ response }: RegistrationResponseJSON): readonly string[] {
  const { transports } = response
  return Array.isArray(transports)
    ? transports.filter((one) => /^[a-z-]{1,20}$/.test(String(one))).slice(0, 10)
    : []
}

const handleOf = (personId: string): string => Buffer.from(personId).toString('base64url')

/** What the library finds wrong is told to us; to whoever asks, all of it is one answer. */
async function orRefused<T>(log: Log, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof Problem) throw error
    log.info('a passkey was refused', { because: (error as Error).message.slice(0, 300) })
    throw notOpening()
  }
}

export const notOpening = (): Problem =>
  invalid('This passkey opens nothing here. Take another one, or come in another way.')

const late = (): Problem =>
  invalid('That was answered before, or after more than five minutes. Try again.')

export const nowhere = (): Problem =>
  new Problem(
    'invalid',
    sentence(
      'Passkeys need https, or localhost. Whoever runs this instance gives it an address with https in THROUGHLINE_PUBLIC_URL.',
    ),
  )
