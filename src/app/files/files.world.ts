import { deflateSync } from 'node:zlib'
import type { World } from '../instance.world.ts'

export interface Sent {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Buffer
  readonly body: Readonly<Record<string, unknown>>
}

/** Hands that bring files and take them out, by HTTP alone. */
export function fileHands(world: () => World) {
  const ask = async (
    method: string,
    path: string,
    as: string | undefined,
    headers: Readonly<Record<string, string>> = {},
    bytes?: Uint8Array<ArrayBuffer>,
  ): Promise<Sent> => {
    const response = await fetch(`${world().instance.url}/api/v1${path}`, {
      method,
      headers: { ...(as === undefined ? {} : { authorization: `Bearer ${as}` }), ...headers },
      ...(bytes === undefined ? {} : { body: bytes }),
    })
    const whole = Buffer.from(await response.arrayBuffer())
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    return {
      status: response.status,
      headers: response.headers,
      bytes: whole,
      body: isJson ? (JSON.parse(whole.toString()) as Sent['body']) : {},
    }
  }
  return {
    ask,
    attach: (
      bytes: Uint8Array | string,
      name: string,
      on: string,
      as: string | undefined,
      headers: Readonly<Record<string, string>> = {},
    ) =>
      ask(
        'POST',
        `/attachments?on=${on}`,
        as,
        { 'throughline-file-name': encodeURIComponent(name), ...headers },
        new Uint8Array(Buffer.from(bytes)),
      ),
    content: (ref: unknown, as: string | undefined, headers = {}, search = '') =>
      ask('GET', `/attachments/${String(ref)}/content${search}`, as, headers),
  }
}

/** A PNG of this size that is a few bytes long: all of its pixels are black. */
export function bombOf(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  whole.set(body, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}

function crc32(bytes: Buffer): number {
  let crc = -1
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}
