import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { setTimeout as pause } from 'node:timers/promises'
import { AwsV4Signer } from 'aws4fetch'
import type { S3Place } from './settings.ts'
import { isDigest, type FileName, type Shelf, type Shelved } from './shelf.ts'

/**
 * Files in any store that speaks S3, one object each, named as on disk. The bucket is in the path, since not
 * every store gives each bucket a host of its own. The digest of the content is signed with every upload,
 * so that the store refuses what was damaged on its way.
 */
export function shelfInS3(place: S3Place): Shelf {
  const root = `${place.endpoint.replace(/\/+$/, '')}/${encodeURIComponent(place.bucket)}`
  const urlOf = ({ workspaceId, sha256 }: FileName): string => `${root}/${workspaceId}/${sha256}`

  const ask = async (method: string, url: string, upload?: Upload): Promise<Response> => {
    for (let turn = 1; ; turn += 1) {
      const told = await askOnce(place, method, url, upload).then(
        (answer) => ({ answer }),
        (fault: unknown) => ({ fault }),
      )
      const status = 'answer' in told ? told.answer.status : undefined
      if ('answer' in told && (told.answer.ok || status === 404)) return told.answer
      if ('answer' in told) await told.answer.body?.cancel()
      const passes = status === undefined || status >= 500 || status === 429
      if (!passes || turn === tries) throw refused(method, url, told)
      await pause(100 * 2 ** turn)
    }
  }
  return {
    keep: async (name, path) => {
      const { size } = await stat(path)
      const response = await ask('PUT', urlOf(name), { path, size, sha256: name.sha256 })
      await response.body?.cancel()
      if (!response.ok) throw refused('PUT', urlOf(name), { answer: response })
    },
    open: async (name) => {
      const response = await ask('GET', urlOf(name))
      if (response.ok && response.body !== null)
        return Readable.fromWeb(response.body as ReadableStream<Uint8Array>)
      await response.body?.cancel()
      return undefined
    },
    has: async (name) => (await ask('HEAD', urlOf(name))).ok,
    all: (workspaceId) => listed((url) => ask('GET', url), root, workspaceId),
    remove: async (name) => {
      await (await ask('DELETE', urlOf(name))).body?.cancel()
    },
  }
}

const tries = 4

interface Upload {
  readonly path: string
  readonly size: number
  readonly sha256: string
}

async function askOnce(
  { region, keyId, secret }: S3Place,
  method: string,
  url: string,
  upload: Upload | undefined,
): Promise<Response> {
  const signed = await new AwsV4Signer({
    method,
    url,
    headers: { 'x-amz-content-sha256': upload?.sha256 ?? ofNothing },
    accessKeyId: keyId,
    secretAccessKey: secret,
    service: 's3',
    region,
  }).sign()
  const { headers } = signed
  const init = { method, headers, signal: AbortSignal.timeout(patience) }
  if (upload === undefined) return fetch(signed.url, init)
  headers.set('content-length', String(upload.size))
  headers.set('content-type', 'application/octet-stream')
  const body = Readable.toWeb(createReadStream(upload.path)) as globalThis.ReadableStream
  return fetch(signed.url, { ...init, body, duplex: 'half' })
}

/** In milliseconds, for one exchange with all of its bytes. */
const patience = 300_000

const ofNothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/** The list of a prefix, page by page. Its XML is read by eye: names are digests, and need no unescaping. */
async function* listed(
  get: (url: string) => Promise<Response>,
  root: string,
  workspaceId: string,
): AsyncGenerator<Shelved> {
  let token: string | undefined
  do {
    const query = new URLSearchParams({ 'list-type': '2', prefix: `${workspaceId}/` })
    if (token !== undefined) query.set('continuation-token', token)
    const text = await (await get(`${root}?${query.toString()}`)).text()
    for (const [, entry = ''] of text.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
      const sha256 = inside(entry, 'Key')?.slice(workspaceId.length + 1) ?? ''
      const keptAt = Date.parse(inside(entry, 'LastModified') ?? '')
      if (isDigest(sha256) && !Number.isNaN(keptAt)) yield { workspaceId, sha256, keptAt }
    }
    token = inside(text, 'NextContinuationToken')?.replaceAll('&amp;', '&')
  } while (token !== undefined && token !== '')
}

const inside = (xml: string, tag: string): string | undefined =>
  new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1]

/** For the log alone; no key is in it. */
function refused(
  method: string,
  url: string,
  told: { readonly answer: Response } | { readonly fault: unknown },
): Error {
  return 'answer' in told
    ? new Error(`The file store answers ${told.answer.status} to ${method} ${url}.`)
    : new Error(`The file store does not answer to ${method} ${url}.`, { cause: told.fault })
}
