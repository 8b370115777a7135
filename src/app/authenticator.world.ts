import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import { must } from '../engine/problem.ts'

/**
 * A security key in software: it makes and shows passkeys as a browser passes them on (WebAuthn level 3),
 * and lets a test say what an honest one never would.
 */
export interface Authenticator {
  readonly make: (options: Options, said?: Said) => object
  readonly show: (options: Options, said?: Said) => object
}

export interface Options {
  readonly challenge: string
  readonly rp?: { readonly id: string }
  readonly rpId?: string
  readonly user?: { readonly id: string }
}

export interface Said {
  readonly origin?: string
  readonly counter?: number
  readonly challenge?: string
  readonly userHandle?: string
  readonly isVerified?: boolean
}

export function authenticatorAt(origin: string): Authenticator {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  let userHandle = ''
  let count = 0
  const clientData = (type: string, { challenge }: Options, said: Said): Buffer =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: said.challenge ?? challenge,
        origin: said.origin ?? origin,
        crossOrigin: false,
      }),
    )
  const answer = (response: object): object => ({
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
    response,
  })
  return {
    make: (options, said = {}) => {
      userHandle = must(options.user).id
      const authData = dataOf(must(options.rp).id, said, 0, credentialOf(id, publicKey))
      return answer({
        clientDataJSON: clientData('webauthn.create', options, said).toString('base64url'),
        attestationObject: attested(authData).toString('base64url'),
        transports: ['internal'],
      })
    },
    show: (options, said = {}) => {
      count += 1
      const authData = dataOf(must(options.rpId), said, count)
      const client = clientData('webauthn.get', options, said)
      return answer({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: signed(authData, client, privateKey).toString('base64url'),
        userHandle: said.userHandle ?? userHandle,
      })
    },
  }
}

const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest()

const signed = (authData: Buffer, client: Buffer, key: KeyObject): Buffer =>
  sign('sha256', Buffer.concat([authData, sha256(client)]), key)

const present = 1
const verified = 4
const withCredential = 64

function dataOf(rpId: string, said: Said, count: number, credential?: Buffer): Buffer {
  const flags =
    present |
    (said.isVerified === false ? 0 : verified) |
    (credential === undefined ? 0 : withCredential)
  const counter = Buffer.alloc(4)
  counter.writeUInt32BE(said.counter ?? count)
  return Buffer.concat([sha256(rpId), Buffer.from([flags]), counter, credential ?? Buffer.alloc(0)])
}

/** The maker (nobody), the id, and the key as COSE: an elliptic key of curve P-256 for ES256. */
function credentialOf(id: Buffer, key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const [left, right] = [x, y].map((part) => Buffer.from(part, 'base64url'))
  return Buffer.concat([
    Buffer.alloc(16),
    Buffer.from([0, id.length]),
    id,
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]),
    must(left),
    Buffer.from([0x22, 0x58, 0x20]),
    must(right),
  ])
}

/** The CBOR map `{ fmt: "none", attStmt: {}, authData }`. */
const attested = (authData: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from([0xa3]),
    word('fmt'),
    word('none'),
    word('attStmt'),
    Buffer.from([0xa0]),
    word('authData'),
    Buffer.from([0x58, authData.length]),
    authData,
  ])

const word = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0x60 | text.length]), Buffer.from(text)])
